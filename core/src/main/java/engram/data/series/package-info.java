// SPDX-License-Identifier: Apache-2.0
/// Values in time: what a row of a series is, how its time is written, and the labels of its
/// unusual stretches.
///
/// Reading order: [engram.data.series.TimedValue], [engram.data.series.TimedRow],
/// [engram.data.series.TimeText] with [engram.data.series.DateOrder],
/// [engram.data.series.LabelledSeries], [engram.data.series.LabelWindows] with
/// [engram.data.series.TimeSpan] and [engram.data.series.RowSpan].
///
/// References: A. Lavin, S. Ahmad: Evaluating real-time anomaly detection algorithms: the Numenta
/// Anomaly Benchmark. ICMLA (2015) 38-44, doi:10.1109/ICMLA.2015.141.
@NullMarked
package engram.data.series;

import org.jspecify.annotations.NullMarked;
