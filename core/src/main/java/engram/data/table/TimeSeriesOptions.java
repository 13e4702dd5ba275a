// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.data.series.DateOrder;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// What a person says of a table of measurements; the rest is guessed.
///
/// @param zone of times that name none
/// @param dates order of dates with strokes that end with the year; `YEAR_FIRST` to guess it where
///   days above 12 tell
/// @param timeColumn name or number, from 1, of the column of times; empty to guess it
/// @param valueColumns names or numbers of the columns of values; none to take all that hold
///   numbers
/// @param growing whether somebody is still writing the file, so that its last line may be
///   unfinished
public record TimeSeriesOptions(
    ZoneId zone, DateOrder dates, String timeColumn, List<String> valueColumns, boolean growing) {
  /// Copies.
  public TimeSeriesOptions {
    valueColumns = List.copyOf(valueColumns);
  }

  /// Times in UTC, columns guessed, a finished file.
  public static TimeSeriesOptions guessing() {
    return new TimeSeriesOptions(ZoneOffset.UTC, DateOrder.YEAR_FIRST, "", List.of(), false);
  }

  /// The same with times in a zone.
  public TimeSeriesOptions in(ZoneId other) {
    return new TimeSeriesOptions(other, dates, timeColumn, valueColumns, growing);
  }

  /// The same with dates in an order.
  public TimeSeriesOptions withDates(DateOrder order) {
    return new TimeSeriesOptions(zone, order, timeColumn, valueColumns, growing);
  }

  /// The same with times in a column.
  public TimeSeriesOptions withTime(String column) {
    return new TimeSeriesOptions(zone, dates, column, valueColumns, growing);
  }

  /// The same with values in those columns.
  public TimeSeriesOptions withValues(String... columns) {
    return new TimeSeriesOptions(zone, dates, timeColumn, List.of(columns), growing);
  }

  /// The same for a file that somebody is still writing.
  public TimeSeriesOptions thatGrows() {
    return new TimeSeriesOptions(zone, dates, timeColumn, valueColumns, true);
  }
}
