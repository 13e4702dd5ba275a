// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

import engram.signal.spike.IntervalHistogram;
import engram.signal.spike.IntervalMoments;
import engram.signal.spike.IntervalStatistics;
import java.util.Arrays;

/// Counts the spikes of each neuron and measures their intervals as they come.
public final class Census implements NeuronSink {
  private final IntervalHistogram histogram = new IntervalHistogram();
  private IntervalMoments[] moments = new IntervalMoments[0];

  /// Before the first spike.
  public Census() {}

  @Override
  public void spike(double timeMs, int neuron) {
    if (neuron >= moments.length) {
      grow(neuron);
    }
    double interval = moments[neuron].spike(timeMs);
    if (interval > 0) {
      histogram.add(interval);
    }
  }

  private void grow(int neuron) {
    int before = moments.length;
    moments = Arrays.copyOf(moments, Math.max(2 * before, neuron + 1));
    for (int i = before; i < moments.length; i++) {
      moments[i] = new IntervalMoments();
    }
  }

  /// How many spikes a neuron has.
  public long spikes(int neuron) {
    return neuron < moments.length ? moments[neuron].spikes() : 0;
  }

  /// What the intervals of a neuron say.
  public IntervalStatistics intervals(int neuron) {
    return neuron < moments.length
        ? moments[neuron].statistics()
        : new IntervalMoments().statistics();
  }

  /// The intervals of all neurons together.
  public IntervalHistogram histogram() {
    return histogram;
  }
}
