// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm.pool;

import engram.source.FromPaper;

/// What a spatial pooler is made of.
///
/// @param inputs N, bits of an input, 1 or more
/// @param columns C, 1 or more
/// @param pool from which inputs a column may draw
/// @param competition which columns become active
/// @param plasticity how permanences change
/// @param balance what helps columns that are seldom active
@FromPaper(value = "htm", at = "spec spatial pooler")
public record PoolerSettings(
    int inputs,
    int columns,
    Pool pool,
    Competition competition,
    Plasticity plasticity,
    Balance balance) {
  /// From which inputs a column may draw.
  ///
  /// @param radius how far from a column's centre, 0 or more; inputs lie on a circle
  /// @param share of those that it draws from, in (0, 1]
  public record Pool(int radius, double share) {
    /// Checks the ranges.
    public Pool {
      if (radius < 0) {
        throw new IllegalArgumentException("radius must be 0 or more, was " + radius);
      }
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share must be in (0, 1], was " + share);
      }
    }
  }

  /// Which columns become active.
  ///
  /// @param global whether all columns compete, or neighbours on a circle of columns
  /// @param active how many of all columns, or of a neighbourhood of the authors' size, become
  ///   active; at most half do
  /// @param stimulusThreshold overlap below which no column becomes active, 0 or more
  public record Competition(boolean global, int active, int stimulusThreshold) {
    /// Checks the ranges.
    public Competition {
      if (active < 1) {
        throw new IllegalArgumentException("active must be 1 or more, was " + active);
      }
      if (stimulusThreshold < 0) {
        throw new IllegalArgumentException(
            "stimulusThreshold must be 0 or more, was " + stimulusThreshold);
      }
    }
  }

  /// How permanences change. Each is a multiple of 0.000001 in [0, 1].
  ///
  /// @param connected from here on a synapse is connected
  /// @param increment of the synapses of an active column on active inputs; permanences below half
  ///   of it become 0
  /// @param decrement of its synapses on inactive inputs
  public record Plasticity(double connected, double increment, double decrement) {
    /// How many units make a permanence of 1.
    static final int UNITS = 1_000_000;

    /// A column whose synapses are too weak gets a tenth of `connected`.
    static final int WEAK_SHARE = 10;

    /// Checks the ranges.
    public Plasticity {
      if (units("connected", connected) < WEAK_SHARE) {
        throw new IllegalArgumentException("connected must be 0.00001 or more, was " + connected);
      }
      units("increment", increment);
      units("decrement", decrement);
    }

    static int units(String name, double value) {
      double scaled = value * UNITS;
      double whole = Math.rint(scaled);
      if (!(value >= 0 && value <= 1 && Math.abs(scaled - whole) < 1e-6)) {
        throw new IllegalArgumentException(
            name + " must be a multiple of 0.000001 in [0, 1], was " + value);
      }
      return (int) whole;
    }
  }

  /// What helps columns that are seldom active.
  ///
  /// @param boostStrength how strongly overlaps of such columns count for more, 0 or more
  /// @param leastDutyShare of the most frequent overlap, in [0, 1]; a column that overlaps more
  ///   seldom has all its permanences raised
  /// @param dutyPeriod over how many steps frequencies are averaged, 1 or more
  /// @param updatePeriod after how many steps the least frequency and the inhibition's radius are
  ///   found again, 1 or more
  public record Balance(
      double boostStrength, double leastDutyShare, int dutyPeriod, int updatePeriod) {
    /// The authors' values: no boosting.
    public static final Balance PUBLISHED = new Balance(0, 0.001, 1000, 50);

    /// Checks the ranges.
    public Balance {
      if (!(boostStrength >= 0 && Double.isFinite(boostStrength))) {
        throw new IllegalArgumentException(
            "boostStrength must be 0 or more and finite, was " + boostStrength);
      }
      if (!(leastDutyShare >= 0 && leastDutyShare <= 1)) {
        throw new IllegalArgumentException(
            "leastDutyShare must be in [0, 1], was " + leastDutyShare);
      }
      if (dutyPeriod < 1) {
        throw new IllegalArgumentException("dutyPeriod must be 1 or more, was " + dutyPeriod);
      }
      if (updatePeriod < 1) {
        throw new IllegalArgumentException("updatePeriod must be 1 or more, was " + updatePeriod);
      }
    }
  }

  /// Checks the ranges.
  public PoolerSettings {
    if (inputs < 1) {
      throw new IllegalArgumentException("inputs must be 1 or more, was " + inputs);
    }
    if (columns < 1) {
      throw new IllegalArgumentException("columns must be 1 or more, was " + columns);
    }
    if ((long) inputs * columns > 1 << 28) {
      throw new IllegalArgumentException(
          "inputs times columns must be at most 2^28, was " + (long) inputs * columns);
    }
    if (competition.active() > columns) {
      throw new IllegalArgumentException(
          "active must be at most columns " + columns + ", was " + competition.active());
    }
    int size = poolSize(inputs, pool);
    if (size < 1 || competition.stimulusThreshold() > size) {
      throw new IllegalArgumentException(
          "pool must hold 1 or more inputs and at least stimulusThreshold "
              + competition.stimulusThreshold()
              + ", was "
              + size);
    }
  }

  /// The authors' defaults for a given size: local pools and local competition.
  public static PoolerSettings published(int inputs, int columns) {
    return new PoolerSettings(
        inputs,
        columns,
        new Pool(16, 0.5),
        new Competition(false, 10, 0),
        new Plasticity(0.1, 0.05, 0.008),
        Balance.PUBLISHED);
  }

  /// The paper's taxi demand: 40 of 2,048 columns, which all compete for all inputs.
  public static PoolerSettings taxi(int inputs) {
    return global(inputs, 2048, 40, new Plasticity(0.5, 0.0001, 0.0005));
  }

  /// The Numenta Anomaly Benchmark, where 40 of 2,048 columns become active, which all compete for
  /// all inputs.
  public static PoolerSettings anomalies(int inputs, int columns, int active) {
    return global(inputs, columns, active, new Plasticity(0.2, 0.003, 0.0005));
  }

  private static PoolerSettings global(int inputs, int columns, int active, Plasticity plasticity) {
    return new PoolerSettings(
        inputs,
        columns,
        new Pool(inputs, 0.8),
        new Competition(true, active, 0),
        plasticity,
        Balance.PUBLISHED);
  }

  /// How many inputs a column may draw from.
  int poolSize() {
    return poolSize(inputs, pool);
  }

  /// How many inputs lie within the radius of a centre.
  int neighbourhood() {
    return (int) Math.min(inputs, 2L * pool.radius() + 1);
  }

  private static int poolSize(int inputs, Pool pool) {
    return (int) Math.floor(pool.share() * Math.min(inputs, 2L * pool.radius() + 1) + 0.5);
  }
}
