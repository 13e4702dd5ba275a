// SPDX-License-Identifier: Apache-2.0
/// Watches a person's table of measurements row by row and says which rows are unusual and why: the
/// sequence memory [1, 2] behind a scale that follows the data, one model for each column.
///
/// Nothing looks ahead. The first rows of a column are gathered; from their range comes the scale,
/// the model is made, and the gathered rows are shown to it in order. From then on each row is
/// judged by what came before it. What the sources leave open, or do in another way, is decided so:
///
/// - Values are taken in hundredths of the range of the gathered rows, so a metric in millionths is
///   treated as one in millions. The benchmark's detectors know the range of the whole file.
/// - Where the range of the last rows, the outermost hundredths left out, becomes four times as
///   wide as that of the scale, or their whole range an eighth of it, or where they lie more than
///   four ranges away, scale and model are made anew from the last rows. What was learned before is
///   forgotten then.
/// - A column that was constant so far is judged by that alone: any other value is an alarm.
/// - A missing value is no step of the model.
/// - Unusual rows that follow each other closely are one alarm. Its reason is that of its first
///   row.
///
/// Reading order: [engram.sequence.anomaly.DetectorSettings],
/// [engram.sequence.anomaly.ColumnDetector] (one column), [engram.sequence.anomaly.Finding],
/// [engram.sequence.anomaly.RowDetector] (a table), [engram.sequence.anomaly.RowFinding],
/// [engram.sequence.anomaly.Alarm]; below them [engram.sequence.anomaly.RecentValues],
/// [engram.sequence.anomaly.Scale], [engram.sequence.anomaly.Expectation].
///
/// References: [1] S. Ahmad, A. Lavin, S. Purdy, Z. Agha: Unsupervised real-time anomaly detection
/// for streaming data. Neurocomputing 262 (2017) 134-147, doi:10.1016/j.neucom.2017.04.070. [2] Y.
/// Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an unsupervised neural
/// network model. Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463.
@NullMarked
package engram.sequence.anomaly;

import org.jspecify.annotations.NullMarked;
