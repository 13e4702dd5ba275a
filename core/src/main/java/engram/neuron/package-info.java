// SPDX-License-Identifier: Apache-2.0
/// Models of single neurons, as values: what they are made of, how they go forward by a step, when
/// they fire. Units stand in names: mV, pA, pF, nS, ms, and mV/ms of Izhikevich's current.
///
/// A neuron of one's own is a record:
///
/// ```java
/// record Quadratic(double tauMs, double resetMv) implements NeuronModel {
///   public List<Variable> variables() { return List.of(new Variable("v", "mV", resetMv)); }
///   public List<Receptor> receptors() { return List.of(new Receptor("potential", "mV")); }
///   public int refractorySteps(double dtMs) { return 0; }
///   public NeuronKernel kernel(Site site) {
///     float share = (float) (site.dtMs() / tauMs);
///     return new NeuronKernel() {
///       public void advance(float[][] x, float[][] in, int from, int to, long step) {
///         float[] v = x[0];
///         float[] jump = in[0];
///         for (int i = from; i < to; i++) {
///           v[i] = Math.fma(share, v[i] * v[i], v[i]) + jump[i];
///         }
///       }
///       public float[] threshold() { return new float[] {10}; }
///       public void reset(float[][] x, int[] which, int from, int to) {
///         for (int k = from; k < to; k++) {
///           x[0][which[k]] = (float) resetMv;
///         }
///       }
///     };
///   }
/// }
/// ```
///
/// Reading order: [engram.neuron.NeuronModel], which states the order within a step;
/// [engram.neuron.LifDelta], [engram.neuron.LifExponential], [engram.neuron.LifAlpha] and the exact
/// solutions of [engram.neuron.Propagator]; [engram.neuron.LifConductance],
/// [engram.neuron.AdaptiveExponential], [engram.neuron.Izhikevich],
/// [engram.neuron.StochasticNeuron]; [engram.neuron.Mixed], neurons that differ;
/// [engram.neuron.SiegertRate], how often they fire in noise.
///
/// References: [1] S. Rotter, M. Diesmann: Exact digital simulation of time-invariant linear
/// systems with applications to neuronal modeling. Biological Cybernetics 81 (1999) 381-402,
/// doi:10.1007/s004220050570. [2] R. Brette et al.: Simulation of networks of spiking neurons: a
/// review of tools and strategies. Journal of Computational Neuroscience 23 (2007) 349-398,
/// doi:10.1007/s10827-007-0038-6. [3] E. M. Izhikevich: Simple model of spiking neurons. IEEE
/// Transactions on Neural Networks 14 (2003) 1569-1572, doi:10.1109/TNN.2003.820440. [4] R. Brette,
/// W. Gerstner: Adaptive exponential integrate-and-fire model as an effective description of
/// neuronal activity. Journal of Neurophysiology 94 (2005) 3637-3642, doi:10.1152/jn.00686.2005.
/// [5] A. J. F. Siegert: On the first passage time probability problem. Physical Review 81 (1951)
/// 617-623, doi:10.1103/PhysRev.81.617.
@NullMarked
package engram.neuron;

import org.jspecify.annotations.NullMarked;
