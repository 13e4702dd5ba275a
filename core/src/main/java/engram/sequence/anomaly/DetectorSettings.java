// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import engram.sequence.htm.AnomalySettings;

/// How a table is watched.
///
/// @param warmUpRows values of a column that are gathered before the first is judged, 2 or more
/// @param threshold scores from here on are unusual, in (0, 1]; 0.5 is a likelihood of 0.99999
/// @param joinRows unusual rows of a column with at most so many between them are one alarm, 0 or
///   more
/// @param model of values in hundredths of their range
public record DetectorSettings(
    int warmUpRows, double threshold, int joinRows, AnomalySettings model) {
  /// Rows that are gathered by default: the learning period and the estimation samples of the
  /// likelihood as it was published, rounded up.
  public static final int WARM_UP_ROWS = 400;

  /// The border of what the likelihood's authors show in red.
  public static final double THRESHOLD = 0.5;

  private static final int JOIN_ROWS = 20;

  /// Checks the ranges.
  public DetectorSettings {
    if (warmUpRows < 2) {
      throw new IllegalArgumentException("warmUpRows must be at least 2, was " + warmUpRows);
    }
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be in (0, 1], was " + threshold);
    }
    if (joinRows < 0) {
      throw new IllegalArgumentException("joinRows must be 0 or more, was " + joinRows);
    }
  }

  /// The defaults, with the benchmark's model.
  public static DetectorSettings usual() {
    return of(WARM_UP_ROWS, THRESHOLD);
  }

  /// The benchmark's model with a warm-up and a threshold.
  public static DetectorSettings of(int warmUpRows, double threshold) {
    AnomalySettings model = AnomalySettings.benchmark(0, Scale.PARTS, Math.max(2, warmUpRows));
    return new DetectorSettings(warmUpRows, threshold, JOIN_ROWS, model);
  }
}
