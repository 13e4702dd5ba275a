// SPDX-License-Identifier: Apache-2.0
package engram.spiking.record;

import engram.spiking.internal.watch.ProbeWatcher;
import java.util.List;

/// Records a variable of some neurons of a population, every so many steps, at the end of the step.
public final class StateProbe {
  private final List<ProbeWatcher> watchers;
  private final int width;

  /// @param watchers by slice, whose neurons ascend from one to the next
  @SuppressWarnings("exports") // made by a simulation
  public StateProbe(List<ProbeWatcher> watchers) {
    this.watchers = List.copyOf(watchers);
    width = watchers.stream().mapToInt(ProbeWatcher::width).sum();
  }

  /// How many samples so far.
  public int samples() {
    return watchers.getFirst().rows();
  }

  /// How many neurons.
  public int neurons() {
    return width;
  }

  /// Samples of the neuron at that place among the probed, which ascend.
  public float[] trace(int place) {
    int rest = place;
    for (ProbeWatcher watcher : watchers) {
      if (rest < watcher.width()) {
        float[] trace = new float[watcher.rows()];
        for (int row = 0; row < trace.length; row++) {
          trace[row] = watcher.value(row, rest);
        }
        return trace;
      }
      rest -= watcher.width();
    }
    throw new IllegalArgumentException("place must be in [0, " + (width - 1) + "], was " + place);
  }

  /// Forgets what was recorded; what comes is recorded as before.
  public void clear() {
    watchers.forEach(ProbeWatcher::clear);
  }
}
