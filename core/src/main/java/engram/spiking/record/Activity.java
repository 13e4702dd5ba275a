// SPDX-License-Identifier: Apache-2.0
package engram.spiking.record;

import engram.spiking.internal.watch.IntervalWatcher;
import java.util.List;

/// Rates and irregularity of a population while it runs, in constant memory.
public final class Activity {
  /// Fewer intervals than these say nothing of their variation.
  private static final int FEWEST = 2;

  private final List<IntervalWatcher> watchers;
  private final List<Integer> sizes;
  private final double dtMs;

  /// @param watchers by slice
  /// @param sizes neurons, by slice
  @SuppressWarnings("exports") // made by a simulation
  public Activity(List<IntervalWatcher> watchers, List<Integer> sizes, double dtMs) {
    this.watchers = List.copyOf(watchers);
    this.sizes = List.copyOf(sizes);
    this.dtMs = dtMs;
  }

  /// How many spikes.
  public long spikes() {
    long sum = 0;
    for (int s = 0; s < watchers.size(); s++) {
      for (int i = 0; i < sizes.get(s); i++) {
        sum += watchers.get(s).spikes(i);
      }
    }
    return sum;
  }

  /// Spikes a neuron and second since the beginning or the last [#clear]; NaN before the first
  /// step.
  public double rateHz() {
    long neurons = sizes.stream().mapToLong(Integer::longValue).sum();
    return spikes() / (neurons * (watchers.getFirst().steps() * dtMs / 1000));
  }

  /// The mean over neurons of the coefficient of variation of their intervals, of those with at
  /// least two; NaN if there are none.
  public double meanCv() {
    double sum = 0;
    long neurons = 0;
    for (int s = 0; s < watchers.size(); s++) {
      IntervalWatcher watcher = watchers.get(s);
      for (int i = 0; i < sizes.get(s); i++) {
        long intervals = watcher.spikes(i) - 1;
        if (intervals >= FEWEST) {
          double mean = watcher.intervals(i) / intervals;
          double variance = watcher.squares(i) / intervals - mean * mean;
          sum += Math.sqrt(Math.max(0, variance)) / mean;
          neurons++;
        }
      }
    }
    return neurons == 0 ? Double.NaN : sum / neurons;
  }

  /// Begins anew, as at the end of a transient.
  public void clear() {
    watchers.forEach(IntervalWatcher::clear);
  }
}
