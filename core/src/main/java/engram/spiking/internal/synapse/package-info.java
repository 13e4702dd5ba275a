// SPDX-License-Identifier: Apache-2.0
/// Synapses of a projection onto one slice: how they are drawn, how they lie, how a spike is
/// delivered by those that stay as they are.
///
/// Reading order: [engram.spiking.internal.synapse.Synapses];
/// [engram.spiking.internal.synapse.Pathway] and [engram.spiking.internal.synapse.StaticPathway],
/// delivery; [engram.spiking.internal.synapse.Wiring], `Pairs` and
/// [engram.spiking.internal.synapse.Builder], construction.
///
/// No references.
@NullMarked
package engram.spiking.internal.synapse;

import org.jspecify.annotations.NullMarked;
