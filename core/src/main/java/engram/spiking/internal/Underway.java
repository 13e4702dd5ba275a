// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import java.util.Arrays;
import java.util.List;

/// Postsynaptic spikes on their way to the synapses: a list for each of the steps to come.
final class Underway {
  private final int[][] neurons;
  private final int[] sizes;

  Underway(int delay) {
    neurons = new int[delay + 1][16];
    sizes = new int[delay + 1];
  }

  void add(int neuron, long arrival) {
    int slot = slot(arrival);
    if (sizes[slot] == neurons[slot].length) {
      neurons[slot] = Arrays.copyOf(neurons[slot], 2 * sizes[slot]);
    }
    neurons[slot][sizes[slot]++] = neuron;
  }

  int size(long arrival) {
    return sizes[slot(arrival)];
  }

  int neuron(long arrival, int k) {
    return neurons[slot(arrival)][k];
  }

  void clear(long arrival) {
    sizes[slot(arrival)] = 0;
  }

  /// Adds a column for each step to come, 1 for the neurons that arrive in it.
  void put(List<Column> columns, long step, int count) {
    for (int ahead = 0; ahead < sizes.length - 1; ahead++) {
      float[] marks = new float[count];
      for (int k = 0; k < size(step + ahead); k++) {
        marks[neuron(step + ahead, k)] = 1;
      }
      columns.add(new Column(Column.Kind.TARGET, "underway/" + ahead, marks));
    }
  }

  /// The inverse of [#put].
  void take(List<Column> columns, long step) {
    Arrays.fill(sizes, 0);
    for (Column column : columns) {
      if (column.name().startsWith("underway/")) {
        long arrival = step + Integer.parseInt(column.name().substring(9));
        float[] marks = (float[]) column.array();
        for (int i = 0; i < marks.length; i++) {
          if (marks[i] != 0) {
            add(i, arrival);
          }
        }
      }
    }
  }

  private int slot(long step) {
    return (int) (step % sizes.length);
  }
}
