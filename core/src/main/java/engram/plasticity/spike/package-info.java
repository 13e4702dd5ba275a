// SPDX-License-Identifier: Apache-2.0
/// Local rules of plasticity on spikes, each a record with its exact equation, and the definition
/// of a synapse that learns by one of them, spike by spike. A rule on batches of activity is
/// another kind (`engram.plasticity`); the two share no supertype.
///
/// Every rule here reads traces, which a spike raises and time lets decay, so that a synapse needs
/// no list of past spikes. Times are in ms, rates in Hz. Weights have the unit of the caller, and
/// amplitudes follow from the [engram.plasticity.spike.WeightDependence]. A delay shifts the times
/// of one side before they come here.
///
/// **Spikes at the same time.** A change reads the traces as they were just before that time:
/// spikes that coincide are no pair. The change of the presynaptic spike comes first, then that of
/// the postsynaptic one, each bounded; then traces that a spike uses up fall to 0; then spikes
/// raise their own.
///
/// Reading order: [engram.plasticity.spike.SpikeTraces]; [engram.plasticity.spike.PairWindow], the
/// window of a pair; [engram.plasticity.spike.Pairing], which spikes form pairs;
/// [engram.plasticity.spike.WeightDependence]; [engram.plasticity.spike.SpikeRule], which anybody
/// may implement, and its cases [engram.plasticity.spike.PairStdp],
/// [engram.plasticity.spike.TripletStdp], [engram.plasticity.spike.InhibitoryStdp], whose
/// [engram.plasticity.spike.PoissonDrift] is known; [engram.plasticity.spike.PlainSynapse], the
/// definition that any engine must equal. Rules with a third factor lie in
/// `engram.plasticity.spike.factor`, the scaling of weights by spikes in
/// `engram.plasticity.homeostasis`.
///
/// References: [1] S. Song, K. D. Miller, L. F. Abbott: Competitive Hebbian learning through
/// spike-timing-dependent synaptic plasticity. Nature Neuroscience 3 (2000) 919-926,
/// doi:10.1038/78829. [2] M. C. W. van Rossum, G. Q. Bi, G. G. Turrigiano: Stable Hebbian learning
/// from spike timing-dependent plasticity. Journal of Neuroscience 20 (2000) 8812-8821,
/// doi:10.1523/JNEUROSCI.20-23-08812.2000. [3] R. Guetig, R. Aharonov, S. Rotter, H. Sompolinsky:
/// Learning input correlations through nonlinear temporally asymmetric Hebbian plasticity. Journal
/// of Neuroscience 23 (2003) 3697-3714, doi:10.1523/JNEUROSCI.23-09-03697.2003. [4] A. Morrison, A.
/// Aertsen, M. Diesmann: Spike-timing-dependent plasticity in balanced random networks. Neural
/// Computation 19 (2007) 1437-1467, doi:10.1162/neco.2007.19.6.1437. [5] A. Morrison, M. Diesmann,
/// W. Gerstner: Phenomenological models of synaptic plasticity based on spike timing. Biological
/// Cybernetics 98 (2008) 459-478, doi:10.1007/s00422-008-0233-1. [6] J.-P. Pfister, W. Gerstner:
/// Triplets of spikes in a model of spike timing-dependent plasticity. Journal of Neuroscience 26
/// (2006) 9673-9682, doi:10.1523/JNEUROSCI.1425-06.2006. [7] T. P. Vogels, H. Sprekeler, F. Zenke,
/// C. Clopath, W. Gerstner: Inhibitory plasticity balances excitation and inhibition in sensory
/// pathways and memory networks. Science 334 (2011) 1569-1573, doi:10.1126/science.1211095.
@NullMarked
package engram.plasticity.spike;

import org.jspecify.annotations.NullMarked;
