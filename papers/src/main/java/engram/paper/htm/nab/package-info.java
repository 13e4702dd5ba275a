// SPDX-License-Identifier: Apache-2.0
/// The Numenta Anomaly Benchmark, which came after paper 47: the memory's surprise becomes a
/// likelihood, and the first alarm in a window counts.
///
/// Reading order: [engram.paper.htm.nab.AnomalyBenchmark] with [engram.paper.htm.nab.Watched],
/// [engram.paper.htm.nab.Profile] and [engram.paper.htm.nab.NabFigures]. The claims stand in
/// [engram.paper.htm.nab.NabClaims].
///
/// References: see [engram.paper.htm], [3] and [4].
@NullMarked
package engram.paper.htm.nab;

import org.jspecify.annotations.NullMarked;
