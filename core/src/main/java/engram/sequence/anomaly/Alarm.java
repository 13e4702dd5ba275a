// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import java.time.Instant;

/// Unusual rows of a column that follow each other closely.
///
/// @param column among the value columns, from 0
/// @param line of its first row, from 1
/// @param time of its first row
/// @param first what was found there
/// @param rows how many unusual rows it has
/// @param last the time of its last row so far
/// @param peak its greatest score
public record Alarm(
    int column, long line, Instant time, Finding first, long rows, Instant last, double peak) {
  Alarm with(Instant now, double score) {
    return new Alarm(column, line, time, first, rows + 1, now, Math.max(peak, score));
  }
}
