// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

/// The dynamics of one neuron in double precision, as the model's documentation states them: to be
/// read, and the oracle of its [NeuronKernel].
public interface NeuronDefinition {
  /// Advances the variables x by one step and adds what arrives.
  void advance(double[] x, double[] in, long step);

  /// Where the first variable is a spike.
  double threshold();

  /// What a spike does.
  void reset(double[] x);

  /// What the refractory time does in each step; as [NeuronKernel#hold].
  default void hold(double[] x) {
    reset(x);
  }
}
