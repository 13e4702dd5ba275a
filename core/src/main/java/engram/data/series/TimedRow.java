// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

import java.time.Instant;

/// A row of a table of measurements.
///
/// @param line the line on which it stands, from 1
/// @param time when, in UTC
/// @param values one a value column, NaN where nothing was measured
@SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
public record TimedRow(long line, Instant time, double[] values) {
  /// The measurement in a value column.
  ///
  /// @param column among the value columns, from 0
  public TimedValue value(int column) {
    return new TimedValue(time, values[column]);
  }
}
