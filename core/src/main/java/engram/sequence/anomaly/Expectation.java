// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import engram.sequence.encode.ScalarEncoder;
import engram.sequence.htm.Forecast;

/// What a memory expects of a number.
///
/// @param value the most likely; NaN if nothing is expected yet
/// @param low below it lie at most 5 % of the probability
/// @param high above it lie at most 5 % of the probability
public record Expectation(double value, double low, double high) {
  /// Nothing yet.
  public static final Expectation NONE = new Expectation(Double.NaN, Double.NaN, Double.NaN);

  private static final double TAIL = 0.05;

  /// Whether something is expected.
  public boolean exists() {
    return !Double.isNaN(value);
  }

  /// Whether a value lies between low and high.
  public boolean covers(double other) {
    return low <= other && other <= high;
  }

  /// What a forecast over the buckets of an encoder says, in the units of a scale. Low and high are
  /// outer borders of buckets.
  public static Expectation of(Forecast forecast, ScalarEncoder buckets, Scale scale) {
    int lowest = 0;
    double below = forecast.probability(0);
    while (below <= TAIL && lowest + 1 < forecast.buckets()) {
      below += forecast.probability(++lowest);
    }
    int highest = forecast.buckets() - 1;
    double above = forecast.probability(highest);
    while (above <= TAIL && highest > lowest) {
      above += forecast.probability(--highest);
    }
    double from = buckets.range().minimum();
    double best = forecast.best();
    double low = Math.min(from + lowest * buckets.resolution(), best);
    double high = Math.max(from + (highest + 1) * buckets.resolution(), best);
    return new Expectation(scale.value(best), scale.value(low), scale.value(high));
  }
}
