// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import java.util.Arrays;

/// The postsynaptic spikes that synapses have still to catch up with, by target, with the traces
/// just before each.
final class PostHistory {
  private final long[][] steps;
  private final double[][] fast;
  private final double[][] slow;
  private final int[] sizes;

  PostHistory(int targets) {
    steps = new long[targets][4];
    fast = new double[targets][4];
    slow = new double[targets][4];
    sizes = new int[targets];
  }

  void add(int target, long step, double fastBefore, double slowBefore) {
    int at = sizes[target]++;
    if (at == steps[target].length) {
      steps[target] = Arrays.copyOf(steps[target], 2 * at);
      fast[target] = Arrays.copyOf(fast[target], 2 * at);
      slow[target] = Arrays.copyOf(slow[target], 2 * at);
    }
    steps[target][at] = step;
    fast[target][at] = fastBefore;
    slow[target][at] = slowBefore;
  }

  int size(int target) {
    return sizes[target];
  }

  /// The first spike at that step or later.
  int first(int target, long step) {
    int at = sizes[target];
    while (at > 0 && steps[target][at - 1] >= step) {
      at--;
    }
    return at;
  }

  long step(int target, int spike) {
    return steps[target][spike];
  }

  double fast(int target, int spike) {
    return fast[target][spike];
  }

  double slow(int target, int spike) {
    return slow[target][spike];
  }

  void clear() {
    Arrays.fill(sizes, 0);
  }
}
