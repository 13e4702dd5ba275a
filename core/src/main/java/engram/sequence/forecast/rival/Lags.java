// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

/// What a learning forecaster sees of a stream at a row: the last values, and where the row stands
/// in its day and week.
///
/// @param count how many values, the present one included, from 1
/// @param calendar whether time of day and day of week, in UTC, are seen
public record Lags(int count, boolean calendar) {
  /// What the paper's OS-ELM sees of the taxi series.
  public static final Lags TAXI = new Lags(100, true);

  /// Checks the range.
  public Lags {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
  }

  int inputs() {
    return count + (calendar ? 2 : 0);
  }
}
