// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

import engram.signal.spike.SpikeTrain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Keeps all spikes in memory, each neuron's by itself, and gives them back in order of time: for
/// measures that need whole trains, and for recordings whose times go back. Takes 8 to 16 bytes a
/// spike.
public final class TrainCollector implements SpikeSource, SpikeSink {
  private final String name;
  private final NeuronIndex index;
  private double[][] times = new double[64][];
  private int[] counts = new int[64];

  private TrainCollector(String name, int mostNeurons) {
    this.name = name;
    this.index = new NeuronIndex(mostNeurons);
  }

  /// Keeps a recording, whose spikes may come in any order.
  public static TrainCollector of(SpikeSource source, int mostNeurons) {
    TrainCollector collector = new TrainCollector(source.name(), mostNeurons);
    source.read(collector);
    for (int neuron = 0; neuron < collector.index.count(); neuron++) {
      Arrays.sort(collector.times[neuron], 0, collector.counts[neuron]);
    }
    return collector;
  }

  @Override
  public void spike(double timeMs, long id) {
    int neuron = index.of(id);
    if (neuron == times.length) {
      times = Arrays.copyOf(times, 2 * neuron);
      counts = Arrays.copyOf(counts, 2 * neuron);
    }
    if (counts[neuron] == 0) {
      times[neuron] = new double[16];
    } else if (counts[neuron] == times[neuron].length) {
      times[neuron] = Arrays.copyOf(times[neuron], 2 * counts[neuron]);
    }
    times[neuron][counts[neuron]++] = timeMs;
  }

  @Override
  public String name() {
    return name;
  }

  /// The ids, ascending.
  public long[] ids() {
    return Arrays.stream(index.byId()).mapToLong(index::id).toArray();
  }

  /// The train of each of some ids in a window; silent where an id has no spike. Spikes that stand
  /// twice are taken once.
  ///
  /// @param durationMs of the window
  public List<SpikeTrain> trains(long[] ids, Window window, double durationMs) {
    List<SpikeTrain> trains = new ArrayList<>();
    for (long id : ids) {
      int neuron = index.of(id);
      double[] inside =
          neuron >= times.length || counts[neuron] == 0
              ? new double[0]
              : Arrays.stream(times[neuron], 0, counts[neuron])
                  .filter(t -> window.contains(t) && t - window.fromMs() <= durationMs)
                  .map(t -> t - window.fromMs())
                  .distinct()
                  .toArray();
      trains.add(SpikeTrain.of(durationMs, inside));
    }
    return trains;
  }

  @Override
  public void read(SpikeSink sink) {
    int[] next = new int[index.count()];
    PriorityQueue<Integer> queue =
        new PriorityQueue<>(
            Math.max(1, next.length),
            Comparator.<Integer>comparingDouble(n -> times[n][next[n]]).thenComparingInt(n -> n));
    for (int neuron = 0; neuron < next.length; neuron++) {
      if (counts[neuron] > 0) {
        queue.add(neuron);
      }
    }
    while (!queue.isEmpty()) {
      int neuron = queue.remove();
      sink.spike(times[neuron][next[neuron]++], index.id(neuron));
      if (next[neuron] < counts[neuron]) {
        queue.add(neuron);
      }
    }
  }
}
