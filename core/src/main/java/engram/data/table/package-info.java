// SPDX-License-Identifier: Apache-2.0
/// A person's own table of values in time, read row by row as it grows: which column is the time
/// and which are values is guessed from a first sample and said.
///
/// Reading order: [engram.data.table.TimeSeriesReader], [engram.data.table.TimeSeriesLayout],
/// [engram.data.table.TimeSeriesOptions], [engram.data.table.RowIssue] and
/// [engram.data.table.RowIssues]; inside, `CsvStream` cuts bytes into records and `LayoutGuess`
/// looks at a `SampleTable`.
///
/// References: Y. Shafranovich: Common format for CSV files. RFC 4180 (2005).
@NullMarked
package engram.data.table;

import org.jspecify.annotations.NullMarked;
