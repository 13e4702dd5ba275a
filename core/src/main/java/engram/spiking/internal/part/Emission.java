// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.part;

import java.util.Arrays;

/// The spikes that a part sends in a stretch of steps. There are two, used in turn: one is read by
/// all while the other is written by its owner.
public final class Emission {
  private int[] neurons;
  private final int[] ends;

  /// @param steps most steps of a stretch
  Emission(int count, int steps) {
    neurons = new int[count];
    ends = new int[steps + 1];
  }

  /// Where the spikes of a step begin.
  public int from(int step) {
    return ends[step];
  }

  /// Where they end.
  public int to(int step) {
    return ends[step + 1];
  }

  /// Makes place for `count` spikes in a step and gives the array that takes them.
  int[] open(int step, int count) {
    int needed = ends[step] + count;
    if (needed > neurons.length) {
      neurons = Arrays.copyOf(neurons, Math.max(needed, neurons.length * 2));
    }
    return neurons;
  }

  void close(int step, int end) {
    ends[step + 1] = end;
  }

  /// Indices in the part of the neurons that fired.
  public int[] neurons() {
    return neurons;
  }
}
