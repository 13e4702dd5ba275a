// SPDX-License-Identifier: Apache-2.0
/// What recorders keep of one part. Each belongs to its part and needs no locks; the types of
/// `engram.spiking.record` put the parts of a population together.
///
/// Reading order: [engram.spiking.internal.watch.SpikeWatcher] and
/// [engram.spiking.internal.watch.ProbeWatcher], which keep all;
/// [engram.spiking.internal.watch.IntervalWatcher], and
/// [engram.spiking.internal.watch.CountWatcher] with [engram.spiking.internal.watch.CountSums],
/// which keep sums.
///
/// No references.
@NullMarked
package engram.spiking.internal.watch;

import org.jspecify.annotations.NullMarked;
