// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import engram.sequence.encode.TimePart;
import engram.sequence.htm.memory.MemorySettings;
import engram.source.FromPaper;

/// What an anomaly model is made of.
///
/// @param resolution how far apart two values must be to differ, above 0
/// @param time what of the time is encoded beside the value
/// @param activeColumns how many columns the pooler makes active, 1 to those of the memory
/// @param memory its temporal memory
/// @param likelihood how surprise becomes a likelihood
@FromPaper(value = "htm", at = "spec NAB")
public record AnomalySettings(
    double resolution,
    TimePart.Coded time,
    int activeColumns,
    MemorySettings memory,
    AnomalyLikelihood.Settings likelihood) {
  /// Bits and radius in hours of the benchmark's time of day.
  private static final int TIME_ACTIVE = 21;

  private static final int ACTIVE_COLUMNS = 40;

  private static final double TIME_RADIUS = 9.49;
  private static final double PADDED_RANGE = 1.4;
  private static final double BUCKETS = 130;
  private static final double LEAST_RESOLUTION = 0.001;

  /// Checks the ranges.
  public AnomalySettings {
    if (!(resolution > 0 && Double.isFinite(resolution))) {
      throw new IllegalArgumentException(
          "resolution must be above 0 and finite, was " + resolution);
    }
    if (activeColumns < 1 || activeColumns > memory.columns()) {
      throw new IllegalArgumentException(
          "activeColumns must be in [1, " + memory.columns() + "], was " + activeColumns);
    }
  }

  /// The settings of the Numenta Anomaly Benchmark: the range with a fifth of it on both sides
  /// makes 130 buckets. To know the range before the stream begins is to look ahead, as the
  /// benchmark's own detectors do; for a model that does not, give the range of the records of its
  /// probation.
  ///
  /// @param minimum of the values
  /// @param maximum of the values, at least the minimum
  /// @param probationRecords records at the beginning that are not judged, 0 or more
  public static AnomalySettings benchmark(double minimum, double maximum, int probationRecords) {
    if (!(minimum <= maximum && Double.isFinite(maximum - minimum))) {
      throw new IllegalArgumentException(
          "minimum must be at most maximum, both finite, was " + minimum + " and " + maximum);
    }
    return new AnomalySettings(
        Math.max(LEAST_RESOLUTION, PADDED_RANGE * (maximum - minimum) / BUCKETS),
        TimePart.TIME_OF_DAY.with(TIME_ACTIVE, TIME_RADIUS),
        ACTIVE_COLUMNS,
        MemorySettings.ANOMALIES,
        AnomalyLikelihood.Settings.ofProbation(probationRecords));
  }
}
