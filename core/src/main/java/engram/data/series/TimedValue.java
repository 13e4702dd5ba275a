// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

import java.time.Instant;

/// A number at a time: one record of a stream of measurements.
///
/// @param time when, in UTC
/// @param value what was measured; NaN if nothing was
public record TimedValue(Instant time, double value) {
  /// Refuses infinities.
  public TimedValue {
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("value must be finite or NaN, was " + value);
    }
  }

  /// Whether nothing was measured.
  public boolean isMissing() {
    return Double.isNaN(value);
  }
}
