// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

/// Takes the pairs of a projection in the order in which its rule draws them.
interface PairSink {
  /// What follows belongs to another neuron, by which draws are keyed.
  void begin(int neuron);

  /// A pair, which may have its target outside the range that was asked for: its draws must be
  /// made, nothing else.
  ///
  /// @param ordinal place in the order of the rule, -1 where it has none
  void pair(int source, int target, long ordinal);
}
