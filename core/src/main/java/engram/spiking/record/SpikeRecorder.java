// SPDX-License-Identifier: Apache-2.0
package engram.spiking.record;

import engram.spiking.internal.watch.SpikeWatcher;
import java.util.List;

/// Records every spike of a population.
public final class SpikeRecorder {
  private final List<SpikeWatcher> watchers;
  private final int size;
  private final double dtMs;

  /// @param watchers by slice
  /// @param size neurons of the population
  @SuppressWarnings("exports") // made by a simulation
  public SpikeRecorder(List<SpikeWatcher> watchers, int size, double dtMs) {
    this.watchers = List.copyOf(watchers);
    this.size = size;
    this.dtMs = dtMs;
  }

  /// How many spikes so far.
  public long count() {
    long count = 0;
    for (SpikeWatcher watcher : watchers) {
      count += watcher.size();
    }
    return count;
  }

  /// What was recorded so far, in the order of steps, then of neurons: the same for any number of
  /// workers.
  public SpikeRecord spikes() {
    int total = Math.toIntExact(count());
    long[] steps = new long[total];
    int[] neurons = new int[total];
    int[] next = new int[watchers.size()];
    for (int at = 0; at < total; ) {
      long step = earliest(next);
      for (int w = 0; w < next.length; w++) {
        SpikeWatcher watcher = watchers.get(w);
        for (; next[w] < watcher.size() && watcher.step(next[w]) == step; next[w]++, at++) {
          steps[at] = step;
          neurons[at] = watcher.neuron(next[w]);
        }
      }
    }
    return new SpikeRecord(steps, neurons, size, dtMs);
  }

  private long earliest(int[] next) {
    long step = Long.MAX_VALUE;
    for (int w = 0; w < next.length; w++) {
      if (next[w] < watchers.get(w).size()) {
        step = Math.min(step, watchers.get(w).step(next[w]));
      }
    }
    return step;
  }

  /// Forgets what was recorded; what comes is recorded as before.
  public void clear() {
    watchers.forEach(SpikeWatcher::clear);
  }
}
