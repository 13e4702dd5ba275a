// SPDX-License-Identifier: Apache-2.0
/// Leaky integrate-and-fire neurons, by what a spike does to them: jumps of the potential, currents
/// that decay, conductances; with an exponential threshold and adaptation. Units stand in names:
/// mV, pA, pF, nS, ms.
///
/// Reading order: [engram.neuron.lif.Membrane] and [engram.neuron.lif.Firing];
/// [engram.neuron.lif.LifDelta], [engram.neuron.lif.LifExponential] and
/// [engram.neuron.lif.LifAlpha], solved exactly by the coefficients of `Propagator`;
/// [engram.neuron.lif.LifConductance] by a method of [engram.neuron.lif.Conductances];
/// [engram.neuron.lif.AdaptiveExponential]; [engram.neuron.lif.SiegertRate], how often they fire in
/// noise.
///
/// References: [1] S. Rotter, M. Diesmann: Exact digital simulation of time-invariant linear
/// systems with applications to neuronal modeling. Biological Cybernetics 81 (1999) 381-402,
/// doi:10.1007/s004220050570. [2] R. Brette et al.: Simulation of networks of spiking neurons: a
/// review of tools and strategies. Journal of Computational Neuroscience 23 (2007) 349-398,
/// doi:10.1007/s10827-007-0038-6. [3] R. Brette, W. Gerstner: Adaptive exponential
/// integrate-and-fire model as an effective description of neuronal activity. Journal of
/// Neurophysiology 94 (2005) 3637-3642, doi:10.1152/jn.00686.2005. [4] A. J. F. Siegert: On the
/// first passage time probability problem. Physical Review 81 (1951) 617-623,
/// doi:10.1103/PhysRev.81.617.
@NullMarked
package engram.neuron.lif;

import org.jspecify.annotations.NullMarked;
