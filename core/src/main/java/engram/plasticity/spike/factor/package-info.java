// SPDX-License-Identifier: Apache-2.0
/// Rules on spikes with a third factor: a synapse keeps what its spikes would change, and a signal
/// from elsewhere says how far that counts.
///
/// Reading order: [engram.plasticity.spike.factor.RewardModulation] and its definition, spike by
/// spike, [engram.plasticity.spike.factor.RewardedSynapse]; [engram.plasticity.spike.factor.Eprop]
/// and its definition, step by step, [engram.plasticity.spike.factor.EpropNeuron].
///
/// References: [1] R. V. Florian: Reinforcement learning through modulation of
/// spike-timing-dependent synaptic plasticity. Neural Computation 19 (2007) 1468-1502,
/// doi:10.1162/neco.2007.19.6.1468. [2] N. Fremaux, W. Gerstner: Neuromodulated
/// spike-timing-dependent plasticity, and theory of three-factor learning rules. Frontiers in
/// Neural Circuits 9 (2016) 85, doi:10.3389/fncir.2015.00085. [3] G. Bellec, F. Scherr, A.
/// Subramoney, E. Hajek, D. Salaj, R. Legenstein, W. Maass: A solution to the learning dilemma for
/// recurrent networks of spiking neurons. Nature Communications 11 (2020) 3625,
/// doi:10.1038/s41467-020-17236-y.
@NullMarked
package engram.plasticity.spike.factor;

import org.jspecify.annotations.NullMarked;
