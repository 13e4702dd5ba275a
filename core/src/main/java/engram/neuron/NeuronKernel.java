// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

/// The loop that advances many neurons of a kind: structure of arrays, single precision.
///
/// `x[k][i]` is variable k of neuron i, `in[r][i]` the sum of what arrives at receptor r of neuron
/// i at the end of the step. For full speed [#advance] is a plain loop without branches over local
/// copies of the arrays, all of them at the same index, which the compiler turns into vectors:
///
/// ```java
/// float[] v = x[0];
/// float[] jump = in[0];
/// for (int i = from; i < to; i++) {
///   v[i] = Math.fma(leak, rest - v[i], v[i]) + jump[i];
/// }
/// ```
///
/// Refractory neurons are advanced like the others and put back by [#hold], which costs less than a
/// branch. A kernel may keep scratch arrays; it belongs to one thread at a time. Neurons must not
/// know of each other: how many are advanced in one call is not defined.
public interface NeuronKernel {
  /// Advances neurons `from` to `to - 1` by one step and adds what arrives.
  ///
  /// @param step the number of the step, for draws that are keyed by it
  void advance(float[][] x, float[][] in, int from, int to, long step);

  /// Where a spike is the first variable at or above its threshold: one number for all neurons, or
  /// one for each.
  float[] threshold();

  /// Neurons `which[from]` to `which[to - 1]` have fired.
  void reset(float[][] x, int[] which, int from, int to);

  /// Those neurons are in their refractory time: undoes what the step did to what must not move.
  default void hold(float[][] x, int[] which, int from, int to) {
    reset(x, which, from, to);
  }
}
