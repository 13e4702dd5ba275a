// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.watch;

import java.util.Arrays;
import java.util.List;

/// Sums over bins of the spike counts of some neurons and of the products of every two: whole
/// numbers, so that their order is of no matter.
public final class CountSums {
  /// Bins between two takings.
  public static final int BINS = 64;

  private final List<CountWatcher> watchers;
  private final int binSteps;
  private final int[] counts;
  private final int[] active;
  private final long[] sums;
  private final long[][] products;
  private long bins;

  /// @param watchers by slice, whose neurons ascend from one to the next
  public CountSums(List<CountWatcher> watchers, int binSteps) {
    this.watchers = List.copyOf(watchers);
    this.binSteps = binSteps;
    int neurons = watchers.stream().mapToInt(CountWatcher::width).sum();
    counts = new int[neurons];
    active = new int[neurons];
    sums = new long[neurons];
    products = new long[neurons][];
    Arrays.setAll(products, i -> new long[i + 1]);
  }

  /// How many steps may be taken until bins must be.
  public int room() {
    return BINS * binSteps - watchers.getFirst().steps();
  }

  /// Takes the bins that are whole.
  public void take() {
    int whole = watchers.getFirst().steps() / binSteps;
    for (int bin = 0; bin < whole; bin++) {
      add(bin);
    }
    bins += whole;
    watchers.forEach(watcher -> watcher.drop(whole));
  }

  private void add(int bin) {
    int neuron = 0;
    int size = 0;
    for (CountWatcher watcher : watchers) {
      for (int place = 0; place < watcher.width(); place++) {
        counts[neuron] = watcher.count(bin, place);
        if (counts[neuron] > 0) {
          active[size++] = neuron;
        }
        neuron++;
      }
    }
    for (int a = 0; a < size; a++) {
      int i = active[a];
      sums[i] += counts[i];
      for (int b = 0; b <= a; b++) {
        products[i][active[b]] += (long) counts[i] * counts[active[b]];
      }
    }
  }

  /// How many neurons are counted.
  public int neurons() {
    return sums.length;
  }

  /// How many bins were taken.
  public long bins() {
    return bins;
  }

  /// The sum of a neuron's counts.
  public long sum(int neuron) {
    return sums[neuron];
  }

  /// The sum over bins of the product of two neurons' counts.
  public long product(int first, int second) {
    return products[Math.max(first, second)][Math.min(first, second)];
  }

  /// Begins anew, with a new bin.
  public void clear() {
    bins = 0;
    Arrays.fill(sums, 0);
    for (long[] row : products) {
      Arrays.fill(row, 0);
    }
    watchers.forEach(CountWatcher::clear);
  }
}
