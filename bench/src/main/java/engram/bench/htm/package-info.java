// SPDX-License-Identifier: Apache-2.0
/// Hierarchical temporal memory beside htm.java and htm.core, in two to four minutes: `bench/run
/// htm`; a thousand models side by side: `bench/run crowd`; ten million records: `bench/run long`.
///
/// Reading order: [engram.bench.htm.HtmBench] and what it races, an [engram.bench.htm.HtmEngine],
/// over an [engram.bench.htm.HtmStream]: [engram.bench.htm.HtmOwn], [engram.bench.htm.HtmPeer] and
/// [engram.bench.htm.HtmDemand]; then [engram.bench.htm.HtmCrowdBench] and
/// [engram.bench.htm.HtmLongBench], which watch the [engram.bench.htm.Heap].
///
/// No references.
@NullMarked
package engram.bench.htm;

import org.jspecify.annotations.NullMarked;
