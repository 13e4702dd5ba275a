// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import java.util.Arrays;

/// Postsynaptic spikes on their way to the synapses: for each of the steps to come the runs of a
/// [TargetIndex] that are reached, and by whom.
final class Arrivals {
  private final TargetIndex index;
  private final int[][] targets;
  private final int[][] runs;
  private final int[] sizes;

  /// @param longest delay, in steps
  Arrivals(TargetIndex index, int longest) {
    this.index = index;
    targets = new int[longest + 1][16];
    runs = new int[longest + 1][16];
    sizes = new int[longest + 1];
  }

  TargetIndex index() {
    return index;
  }

  /// A target fires.
  ///
  /// @param after what arrives until this step has arrived already
  void fire(int target, long step, long after) {
    for (int run = index.firstRun()[target]; run < index.firstRun()[target + 1]; run++) {
      long arrival = step + index.delays()[run];
      if (arrival > after) {
        add(target, run, slot(arrival));
      }
    }
  }

  private void add(int target, int run, int slot) {
    int at = sizes[slot]++;
    if (at == runs[slot].length) {
      targets[slot] = Arrays.copyOf(targets[slot], 2 * at);
      runs[slot] = Arrays.copyOf(runs[slot], 2 * at);
    }
    targets[slot][at] = target;
    runs[slot][at] = run;
  }

  int size(long step) {
    return sizes[slot(step)];
  }

  int target(long step, int k) {
    return targets[slot(step)][k];
  }

  int run(long step, int k) {
    return runs[slot(step)][k];
  }

  /// What arrives in a step has arrived.
  void clear(long step) {
    sizes[slot(step)] = 0;
  }

  /// Nothing is underway.
  void clear() {
    Arrays.fill(sizes, 0);
  }

  private int slot(long step) {
    return (int) (step % sizes.length);
  }
}
