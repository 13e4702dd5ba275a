// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.sequence.anomaly.Expectation;
import java.time.Instant;
import java.util.List;

/// What is expected of a stream after a row, by a memory and by its plain rivals.
///
/// @param state whether something is forecast
/// @param time of the row
/// @param value of the row; NaN if nothing was measured
/// @param of the time that the forecasts are for; that of the row where there is none
/// @param memory what the memory expects there
/// @param rivals what the plain rules expect there, in the order of [StreamForecaster#methods]; NaN
///   where a rule has seen too little
/// @param scores of the memory and the rules so far, in that order
public record Outlook(
    State state,
    Instant time,
    double value,
    Instant of,
    Expectation memory,
    List<Double> rivals,
    List<ForecastScore> scores) {
  /// Whether something is forecast.
  public enum State {
    /// Nothing was measured.
    MISSING,
    /// The time is before that of the row before; the row is left out.
    EARLIER,
    /// It is one of the values that are gathered first.
    LEARNING,
    /// There is a forecast.
    FORECAST
  }

  /// Copies.
  public Outlook {
    rivals = List.copyOf(rivals);
    scores = List.copyOf(scores);
  }
}
