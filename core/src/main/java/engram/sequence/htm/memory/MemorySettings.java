// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.memory;

import engram.source.FromPaper;

/// What a temporal memory is made of.
///
/// @param columns C, 1 or more
/// @param cellsPerColumn M, 1 or more; with 1 the memory sees no further back than one step
/// @param dendrites when segments respond and how far they grow
/// @param plasticity how permanences change
@FromPaper(value = "htm", at = "spec temporal memory")
public record MemorySettings(
    int columns, int cellsPerColumn, Dendrites dendrites, Plasticity plasticity) {
  /// The defaults of the authors' library.
  public static final MemorySettings PUBLISHED =
      new MemorySettings(
          2048, 32, new Dendrites(13, 10, 20, 255, 255), new Plasticity(0.21, 0.5, 0.1, 0.1, 0));

  /// The paper's artificial sequences, without a pooler.
  public static final MemorySettings SEQUENCES =
      new MemorySettings(
          2048, 32, new Dendrites(15, 15, 32, 128, 128), new Plasticity(0.21, 0.5, 0.1, 0.1, 0.02));

  /// The paper's taxi demand.
  public static final MemorySettings TAXI =
      new MemorySettings(
          2048, 16, new Dendrites(15, 15, 32, 128, 32), new Plasticity(0.21, 0.5, 0.1, 0.1, 0.01));

  /// The Numenta Anomaly Benchmark. Its threshold of connection is the library's default.
  public static final MemorySettings ANOMALIES =
      new MemorySettings(
          2048,
          32,
          new Dendrites(20, 13, 31, 128, 128),
          new Plasticity(0.24, 0.5, 0.04, 0.008, 0.001));

  /// When segments respond and how far they grow.
  ///
  /// @param activationThreshold active connected synapses that make a segment active and its cell
  ///   predicted
  /// @param minThreshold active synapses, connected or not, that make a segment match, 1 to the
  ///   activation threshold
  /// @param maxNewSynapses up to how many synapses on what was just active a segment grows
  /// @param maxSegments of a cell; one more replaces the least recently used
  /// @param maxSynapses of a segment, up to 32,767; more replace the weakest
  public record Dendrites(
      int activationThreshold,
      int minThreshold,
      int maxNewSynapses,
      int maxSegments,
      int maxSynapses) {
    private static final int MOST_SYNAPSES = 32_767;

    /// Checks the ranges.
    public Dendrites {
      if (minThreshold < 1 || minThreshold > activationThreshold) {
        throw new IllegalArgumentException(
            "minThreshold must be in [1, activationThreshold "
                + activationThreshold
                + "], was "
                + minThreshold);
      }
      requirePositive("maxNewSynapses", maxNewSynapses);
      requirePositive("maxSegments", maxSegments);
      requirePositive("maxSynapses", maxSynapses);
      if (maxSynapses > MOST_SYNAPSES) {
        throw new IllegalArgumentException(
            "maxSynapses must be at most " + MOST_SYNAPSES + ", was " + maxSynapses);
      }
    }
  }

  /// How permanences change. Each is a multiple of 0.0001 in [0, 1].
  ///
  /// @param initial of a new synapse, above 0
  /// @param connected from here on a synapse is connected, above 0
  /// @param increment of a synapse from a cell that was active, on a segment that was right
  /// @param decrement of another synapse there
  /// @param predictedDecrement of a synapse from a cell that was active, on a segment whose column
  ///   did not become active; somewhat above sparsity times increment is a good choice
  public record Plasticity(
      double initial,
      double connected,
      double increment,
      double decrement,
      double predictedDecrement) {
    /// How many units make a permanence of 1.
    static final int UNITS = 10_000;

    /// Checks the ranges.
    public Plasticity {
      if (units("initial", initial) == 0) {
        throw new IllegalArgumentException("initial must be above 0, was " + initial);
      }
      if (units("connected", connected) == 0) {
        throw new IllegalArgumentException("connected must be above 0, was " + connected);
      }
      units("increment", increment);
      units("decrement", decrement);
      units("predictedDecrement", predictedDecrement);
    }

    /// In units of 0.0001, exactly.
    static int units(String name, double value) {
      double scaled = value * UNITS;
      double whole = Math.rint(scaled);
      if (!(value >= 0 && value <= 1 && Math.abs(scaled - whole) < 1e-6)) {
        throw new IllegalArgumentException(
            name + " must be a multiple of 0.0001 in [0, 1], was " + value);
      }
      return (int) whole;
    }
  }

  /// Checks the ranges.
  public MemorySettings {
    requirePositive("columns", columns);
    requirePositive("cellsPerColumn", cellsPerColumn);
    if ((long) columns * cellsPerColumn > 1 << 28) {
      throw new IllegalArgumentException(
          "cells must be at most 2^28, was " + (long) columns * cellsPerColumn);
    }
  }

  /// The number of cells, C M. Cell k of column c is number c M + k.
  public int cells() {
    return columns * cellsPerColumn;
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
    }
  }
}
