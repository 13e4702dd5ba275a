// SPDX-License-Identifier: Apache-2.0
/// What is kept of a run: spikes, variables, rates. Nothing is kept unless a recorder was asked
/// for, and what is kept is the same for any number of workers.
///
/// Reading order: [engram.spiking.record.SpikeRecorder] and [engram.spiking.record.SpikeRecord];
/// [engram.spiking.record.StateProbe]; [engram.spiking.record.Activity] and
/// [engram.spiking.record.PairCorrelations], which keep sums alone.
///
/// No references.
@NullMarked
package engram.spiking.record;

import org.jspecify.annotations.NullMarked;
