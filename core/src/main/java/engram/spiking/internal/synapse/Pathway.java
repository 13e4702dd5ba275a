// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way from a population to the neurons of one part.
public interface Pathway {
  /// The number of the population that sends.
  int source();

  /// Adds what spikes of a step cause to what will arrive.
  ///
  /// @param neurons index in their part of those that fired, from `from` to `to - 1`
  /// @param first number of neuron 0 of that part in its population
  void deliver(int[] neurons, int from, int to, int first, long step);

  /// All spikes of a step have been delivered.
  ///
  /// @param turn and `offset` say where the spikes of the targets stand in their emission
  default void close(long step, int turn, int offset) {}

  /// Brings the weights up to date.
  default void settle() {}

  /// Whether the weights change from now on.
  default void setLearning(boolean on) {}

  /// A reward for what synapses have done.
  default void reward(double amount, long step) {
    throw new IllegalArgumentException("learning must be by reward, was not");
  }

  /// The weights of its own, by synapse; null if it shares those that were built.
  default float @Nullable [] weights() {
    return null;
  }

  /// Its state between two steps, up to date; empty if nothing of it changes. The arrays are its
  /// own, or copies that [#restored] takes back.
  ///
  /// @param step the next step
  default List<Column> columns(long step) {
    return List.of();
  }

  /// The arrays of [#columns] have been overwritten.
  ///
  /// @param step the next step
  default void restored(List<Column> columns, long step) {}
}
