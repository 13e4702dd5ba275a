// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.state.Machine;
import engram.state.Snapshot;

/// Says 1 of a value outside the range of all values before it, and 0 of any other:
///
///     score = 1 where value > most + tolerance (most - least) or value < least - tolerance (most - least)
///
/// A range of one value is not left. It knows neither order nor time; the benchmark's own detectors
/// have it inside, so what they earn without it is the question to ask of them.
///
/// References: see the package, [2].
public final class RangeDetector implements Machine<TimedValue, Double> {
  /// The benchmark's tolerance.
  public static final double TOLERANCE = 0.05;

  private static final String FORMAT = "range-detector";
  private static final int VERSION = 1;

  private final double tolerance;

  /// NaN before the first value.
  private double least = Double.NaN;

  private double most = Double.NaN;

  /// The benchmark's rule.
  public RangeDetector() {
    this(TOLERANCE);
  }

  /// @param tolerance how far outside the range a value must lie, as a share of it, 0 or more
  public RangeDetector(double tolerance) {
    if (!(tolerance >= 0 && Double.isFinite(tolerance))) {
      throw new IllegalArgumentException(
          "tolerance must be finite and 0 or more, was " + tolerance);
    }
    this.tolerance = tolerance;
  }

  /// Whether a value leaves the range: 1 or 0.
  ///
  /// @throws IllegalArgumentException if the value is missing
  @Override
  public Double step(TimedValue input) {
    double value = input.value();
    if (input.isMissing()) {
      throw new IllegalArgumentException("value must be finite, was missing at " + input.time());
    }
    double margin = tolerance * (most - least);
    boolean left = most > least && (value > most + margin || value < least - margin);
    least = Double.isNaN(least) ? value : Math.min(least, value);
    most = Double.isNaN(most) ? value : Math.max(most, value);
    return left ? 1.0 : 0.0;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .doubles("tolerance", "1", new double[] {tolerance})
        .doubles("range", "1", new double[] {least, most})
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    double[] kept = snapshot.doubles("tolerance");
    double[] range = snapshot.doubles("range");
    if (kept.length != 1 || kept[0] != tolerance || range.length != 2) {
      throw new DataCorruptException(
          "tolerance of a range detector must be " + tolerance + " with two ends, was another");
    }
    least = range[0];
    most = range[1];
  }

  @Override
  public RangeDetector fork() {
    RangeDetector fork = new RangeDetector(tolerance);
    fork.restore(snapshot());
    return fork;
  }
}
