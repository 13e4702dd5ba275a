// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.part;

import engram.neuron.NeuronKernel;
import java.util.Arrays;

/// The refractory neurons of a part, in the order in which they fired: few, so that holding them is
/// cheaper than to ask every neuron. A neuron that is held cannot fire, so each stands here at most
/// once.
final class Held {
  private final int steps;
  private final int[] neurons;
  private final int[] counts;
  private int head;
  private int size;

  /// @param steps refractory steps, 0 or more
  /// @param count neurons of the part
  Held(int steps, int count) {
    this.steps = steps;
    neurons = new int[steps == 0 ? 0 : count];
    counts = new int[steps + 1];
  }

  /// Lets go of those whose time is over and holds the others.
  void hold(NeuronKernel kernel, float[][] x, long step) {
    if (steps == 0) {
      return;
    }
    int slot = (int) (step % (steps + 1));
    int gone = counts[slot];
    counts[slot] = 0;
    head = wrapped(head + gone);
    size -= gone;
    if (size > 0) {
      int end = head + size;
      kernel.hold(x, neurons, head, Math.min(end, neurons.length));
      if (end > neurons.length) {
        kernel.hold(x, neurons, 0, end - neurons.length);
      }
    }
  }

  /// Those have fired in a step.
  void add(int[] fired, int from, int to, long step) {
    if (steps == 0) {
      return;
    }
    int at = wrapped(head + size);
    for (int k = from; k < to; k++) {
      neurons[at] = fired[k];
      at = at + 1 == neurons.length ? 0 : at + 1;
    }
    size += to - from;
    counts[(int) (step % (steps + 1))] = to - from;
  }

  private int wrapped(int at) {
    return at >= neurons.length ? at - neurons.length : at;
  }

  /// Of each neuron, in how many of the steps from `step` on it is held.
  void left(long step, int[] into, int first) {
    if (steps == 0) {
      return;
    }
    int at = wrapped(head + counts[(int) (step % (steps + 1))]);
    for (long fired = step - steps; fired < step; fired++) {
      int count = counts[(int) Math.floorMod(fired, steps + 1L)];
      for (int k = 0; k < count; k++) {
        into[first + neurons[at]] = (int) (fired + steps - step + 1);
        at = at + 1 == neurons.length ? 0 : at + 1;
      }
    }
  }

  /// The inverse of [#left].
  void restore(long step, int[] left, int first, int count) {
    head = 0;
    size = 0;
    Arrays.fill(counts, 0);
    for (int time = 1; time <= steps; time++) {
      for (int i = 0; i < count; i++) {
        if (left[first + i] == time) {
          neurons[size++] = i;
          counts[(int) Math.floorMod(step + time - 1 - steps, steps + 1L)]++;
        }
      }
    }
  }
}
