// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

/// The way from a population to the neurons of one part.
public interface Pathway {
  /// The number of the population that sends.
  int source();

  /// Adds what spikes of a step cause to what will arrive.
  ///
  /// @param neurons index in their part of those that fired, from `from` to `to - 1`
  /// @param first number of neuron 0 of that part in its population
  void deliver(int[] neurons, int from, int to, int first, long step);
}
