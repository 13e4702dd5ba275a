// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.data.series.TimeText;
import engram.data.table.TimeSeriesLayout.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The time of a row.
final class RowTime {
  private RowTime() {}

  /// From one column, or from a column of dates and one of times of day; empty if it says none.
  static Optional<Instant> of(List<String> fields, Times times, ZoneId zone) {
    int most = Math.max(times.column(), times.clockColumn());
    if (!times.exist() || most >= fields.size()) {
      return Optional.empty();
    }
    String date = fields.get(times.column());
    if (times.clockColumn() < 0) {
      return TimeText.instant(date, zone, times.order());
    }
    String clock = fields.get(times.clockColumn());
    return TimeText.isClock(clock)
        ? TimeText.instant(date.strip() + " " + clock, zone, times.order())
        : Optional.empty();
  }
}
