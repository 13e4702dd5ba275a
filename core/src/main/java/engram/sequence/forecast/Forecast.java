// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import java.time.Instant;

/// What a forecaster expects of a stream at a time. It carries the time that it is for, not the one
/// at which it was made: a forecast of `k` steps that was made at `t` is to be held against what is
/// measured at `t + k`.
///
/// @param of the time that it is for, in UTC
/// @param value the expected value, in the stream's unit; NaN if too little was seen yet
public record Forecast(Instant of, double value) {
  /// Refuses infinities.
  public Forecast {
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("value must be finite or NaN, was " + value);
    }
  }

  /// Whether too little was seen to expect anything.
  public boolean isMissing() {
    return Double.isNaN(value);
  }
}
