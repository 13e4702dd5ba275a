// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import engram.data.series.TimedRow;
import java.time.Instant;
import java.util.List;

/// What is found about a row.
///
/// @param line of the row, from 1
/// @param time of the row
/// @param columns one finding a value column
/// @param raised the alarms that begin with this row
public record RowFinding(long line, Instant time, List<Finding> columns, List<Alarm> raised) {
  /// Copies.
  public RowFinding {
    columns = List.copyOf(columns);
    raised = List.copyOf(raised);
  }

  static RowFinding of(TimedRow row, List<Finding> columns, List<Alarm> raised) {
    return new RowFinding(row.line(), row.time(), columns, raised);
  }
}
