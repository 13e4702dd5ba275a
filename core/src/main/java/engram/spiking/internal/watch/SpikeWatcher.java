// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.watch;

import engram.spiking.internal.part.Emission;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.part.Watcher;
import java.util.Arrays;

/// Keeps every spike of a part.
public final class SpikeWatcher implements Watcher {
  private long[] steps = new long[256];
  private int[] neurons = new int[256];
  private int size;

  @Override
  public void see(Part part, long step, Emission emission, int offset) {
    int from = emission.from(offset);
    int to = emission.to(offset);
    if (size + to - from > steps.length) {
      int length = Math.max(size + to - from, 2 * size);
      steps = Arrays.copyOf(steps, length);
      neurons = Arrays.copyOf(neurons, length);
    }
    int[] fired = emission.neurons();
    int first = part.site().first();
    for (int k = from; k < to; k++) {
      steps[size] = step;
      neurons[size++] = first + fired[k];
    }
  }

  /// How many spikes it keeps.
  public int size() {
    return size;
  }

  /// The step of a spike; spikes stand in the order of their steps, then of neurons.
  public long step(int spike) {
    return steps[spike];
  }

  /// The number in its population of the neuron of a spike.
  public int neuron(int spike) {
    return neurons[spike];
  }

  /// Forgets all.
  public void clear() {
    size = 0;
  }
}
