// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.spikes;

import engram.signal.spike.stream.NeuronSink;
import java.util.ArrayList;
import java.util.List;

/// Keeps what a raster and the rate under it need: the spikes of some neurons over the first part
/// of a recording, and how many spikes of all neurons fell into each bin of that part.
final class RasterSample implements NeuronSink {
  private static final int BINS = 200;

  private final double untilMs;
  private final int neurons;
  private final int[] row;
  private final List<Double> timeMs = new ArrayList<>();
  private final List<Double> rows = new ArrayList<>();
  private final long[] counts = new long[BINS];

  /// @param neurons how many there are
  /// @param drawn which of them are drawn, from the lowest row on
  /// @param untilMs where the part ends
  RasterSample(int neurons, int[] drawn, double untilMs) {
    this.neurons = neurons;
    this.untilMs = untilMs;
    this.row = new int[neurons];
    for (int i = 0; i < drawn.length; i++) {
      row[drawn[i]] = i + 1;
    }
  }

  @Override
  public void spike(double t, int neuron) {
    if (t > untilMs) {
      return;
    }
    counts[Math.min(BINS - 1, (int) (t / untilMs * BINS))]++;
    if (row[neuron] > 0) {
      timeMs.add(t);
      rows.add((double) row[neuron]);
    }
  }

  List<Double> timeMs() {
    return timeMs;
  }

  List<Double> rows() {
    return rows;
  }

  /// Where the bins begin and end.
  List<Double> bordersMs() {
    List<Double> borders = new ArrayList<>();
    for (int i = 0; i <= BINS; i++) {
      borders.add(untilMs * i / BINS);
    }
    return borders;
  }

  /// The rate of a neuron in the mean, in each bin.
  List<Double> ratesHz() {
    List<Double> rates = new ArrayList<>();
    for (long count : counts) {
      rates.add(count / (neurons * untilMs / BINS / 1000));
    }
    return rates;
  }
}
