// SPDX-License-Identifier: Apache-2.0
/// Synapses that change with the spikes of both sides.
///
/// Reading order: [engram.spiking.internal.learn.PlasticPathway], a rule on spikes, lazily or at
/// once; `PlasticWeights`, what it changes; `SideTraces` and `PostHistory`, what neurons remember;
/// `Arrivals` and `TargetIndex`, how postsynaptic spikes find their synapses at once;
/// [engram.spiking.internal.learn.ScaledPathway] and
/// [engram.spiking.internal.learn.ShortTermPathway].
///
/// References: [1] A. Morrison, A. Aertsen, M. Diesmann: Spike-timing-dependent plasticity in
/// balanced random networks. Neural Computation 19 (2007) 1437-1467,
/// doi:10.1162/neco.2007.19.6.1437.
@NullMarked
package engram.spiking.internal.learn;

import org.jspecify.annotations.NullMarked;
