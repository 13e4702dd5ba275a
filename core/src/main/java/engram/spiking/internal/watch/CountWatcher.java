// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.watch;

import engram.spiking.internal.part.Emission;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.part.Watcher;
import java.util.Arrays;

/// Counts the spikes of some neurons of a part in the bins that have not been taken yet.
public final class CountWatcher implements Watcher {
  private final int[] places;
  private final int width;
  private final int binSteps;
  private final int[] counts;
  private int steps;

  /// @param count neurons of the part
  /// @param neurons indices in the part of those that are counted
  /// @param binSteps steps of a bin
  /// @param bins most bins between two takings
  public CountWatcher(int count, int[] neurons, int binSteps, int bins) {
    places = new int[count];
    Arrays.fill(places, -1);
    for (int place = 0; place < neurons.length; place++) {
      places[neurons[place]] = place;
    }
    width = neurons.length;
    this.binSteps = binSteps;
    counts = new int[Math.multiplyExact(bins, width)];
  }

  @Override
  public void see(Part part, long step, Emission emission, int offset) {
    int row = steps / binSteps * width;
    int[] fired = emission.neurons();
    for (int k = emission.from(offset); k < emission.to(offset); k++) {
      int place = places[fired[k]];
      if (place >= 0) {
        counts[row + place]++;
      }
    }
    steps++;
  }

  /// How many neurons are counted.
  int width() {
    return width;
  }

  /// Steps seen since the beginning of the first bin.
  int steps() {
    return steps;
  }

  int count(int bin, int place) {
    return counts[bin * width + place];
  }

  /// Forgets that many bins, which have been taken.
  void drop(int bins) {
    System.arraycopy(counts, bins * width, counts, 0, counts.length - bins * width);
    Arrays.fill(counts, counts.length - bins * width, counts.length, 0);
    steps -= bins * binSteps;
  }

  /// Forgets all.
  void clear() {
    Arrays.fill(counts, 0);
    steps = 0;
  }
}
