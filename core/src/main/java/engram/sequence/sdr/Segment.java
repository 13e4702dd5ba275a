// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.random.RandomStream;
import engram.source.FromPaper;

/// A dendritic segment: s synapses onto cells of a population, and a threshold. It fires (an NMDA
/// spike) when at least `threshold` of its synapses see an active cell:
///
///     overlap = |segment AND input|,   fires iff overlap >= theta
///
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | s | [#synapses], number of distinct cells | 1 |
/// | theta | [#threshold], in [1, s] | synapses |
///
/// Immutable; how a segment changes by learning is [DendriticNeuron]'s matter.
///
/// References: see the package, [1].
@FromPaper(value = "sdr", at = "spec 1")
public final class Segment {
  private final int[] cells;
  private final int threshold;

  /// @param cells distinct indices, 0 or more, in any order
  /// @param threshold theta, in [1, s]
  public Segment(int[] cells, int threshold) {
    this.cells = Sdr.sortedDistinct(Integer.MAX_VALUE, cells);
    this.threshold = requireThreshold(threshold, cells.length);
  }

  /// A segment on a random part of a pattern.
  ///
  /// @param synapses s, in [1, a]
  /// @param threshold theta, in [1, s]
  public static Segment on(Sdr pattern, int synapses, int threshold, RandomStream random) {
    return new Segment(pattern.subsample(synapses, random).cells(), threshold);
  }

  /// The number of synapses, s.
  public int synapses() {
    return cells.length;
  }

  /// The threshold, theta.
  public int threshold() {
    return threshold;
  }

  /// The connected cells, ascending, as a copy.
  public int[] cells() {
    return cells.clone();
  }

  /// How many synapses see an active cell.
  public int overlap(Sdr input) {
    if (cells[cells.length - 1] >= input.population()) {
      throw new IllegalArgumentException(
          "population of the input must be above the segment's greatest cell "
              + cells[cells.length - 1]
              + ", was "
              + input.population());
    }
    int seen = 0;
    for (int cell : cells) {
      seen += input.has(cell) ? 1 : 0;
    }
    return seen;
  }

  /// Whether the overlap reaches the threshold.
  public boolean fires(Sdr input) {
    return overlap(input) >= threshold;
  }

  static int requireThreshold(int threshold, int synapses) {
    if (threshold < 1 || threshold > synapses) {
      throw new IllegalArgumentException(
          "threshold must be in [1, synapses = " + synapses + "], was " + threshold);
    }
    return threshold;
  }
}
