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
/// Reading order: [engram.neuron.NeuronModel], which states the order within a step, with
/// [engram.neuron.Variable], [engram.neuron.Receptor] and [engram.neuron.NeuronKernel];
/// [engram.neuron.NeuronDefinition], one neuron in double precision; leaky neurons in
/// `engram.neuron.lif`; [engram.neuron.Izhikevich], [engram.neuron.StochasticNeuron];
/// [engram.neuron.Mixed], neurons that differ.
///
/// References: [1] E. M. Izhikevich: Simple model of spiking neurons. IEEE Transactions on Neural
/// Networks 14 (2003) 1569-1572, doi:10.1109/TNN.2003.820440.
@NullMarked
package engram.neuron;

import org.jspecify.annotations.NullMarked;
