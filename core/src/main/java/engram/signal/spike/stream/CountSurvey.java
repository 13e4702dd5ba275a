// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

import engram.stats.Moments;

/// The measures of [engram.signal.spike.SpikeCounts] while spikes come: Fano factors of all
/// neurons, synchrony of the population, correlations of the pairs of a sample. Sums are of whole
/// numbers and exact, so that no order of spikes within a bin matters. Only whole bins count.
public final class CountSurvey implements NeuronSink {
  private final double binMs;
  private final long bins;
  private final int neurons;
  private final int[] place;
  private final int sampled;
  private final long[] binOf;
  private final int[] inBin;
  private final long[] sum;
  private final long[] squares;
  private final long[] products;
  private final int[] active;
  private final int[] activeCount;
  private int actives;
  private long bin;
  private long population;
  private double populationSum;
  private double populationSquares;

  /// Before the first spike.
  ///
  /// @param neurons how many there are
  /// @param sample which of them are taken in pairs
  /// @param binMs width of a bin, above 0
  /// @param durationMs of two bins or more
  public CountSurvey(int neurons, int[] sample, double binMs, double durationMs) {
    if (!(binMs > 0 && binMs <= durationMs / 2)) {
      throw new IllegalArgumentException(
          "binMs must be in (0, " + durationMs / 2 + "], was " + binMs);
    }
    this.binMs = binMs;
    this.bins = (long) (durationMs / binMs);
    this.neurons = neurons;
    this.sampled = sample.length;
    this.place = new int[neurons];
    for (int i = 0; i < sample.length; i++) {
      place[sample[i]] = i + 1;
    }
    this.binOf = new long[neurons];
    this.inBin = new int[neurons];
    this.sum = new long[neurons];
    this.squares = new long[neurons];
    this.products = new long[Math.multiplyExact(sampled, sampled)];
    this.active = new int[sampled];
    this.activeCount = new int[sampled];
  }

  @Override
  public void spike(double timeMs, int neuron) {
    long at = (long) (timeMs / binMs);
    if (at >= bins) {
      return;
    }
    if (at != bin) {
      closeBin();
      bin = at;
    }
    population++;
    if (binOf[neuron] != at) {
      closeNeuron(neuron);
      binOf[neuron] = at;
    }
    inBin[neuron]++;
    int p = place[neuron];
    if (p > 0 && activeCount[p - 1]++ == 0) {
      active[actives++] = p - 1;
    }
  }

  private void closeNeuron(int neuron) {
    long count = inBin[neuron];
    sum[neuron] += count;
    squares[neuron] += count * count;
    inBin[neuron] = 0;
  }

  private void closeBin() {
    populationSum += population;
    populationSquares += (double) population * population;
    population = 0;
    for (int a = 0; a < actives; a++) {
      for (int b = 0; b < actives; b++) {
        products[active[a] * sampled + active[b]] +=
            (long) activeCount[active[a]] * activeCount[active[b]];
      }
    }
    for (int a = 0; a < actives; a++) {
      activeCount[active[a]] = 0;
    }
    actives = 0;
  }

  /// Closes what is open; nothing may come behind it.
  public void finish() {
    closeBin();
    for (int neuron = 0; neuron < neurons; neuron++) {
      closeNeuron(neuron);
    }
  }

  /// The width of a bin.
  public double binMs() {
    return binMs;
  }

  /// How many whole bins there are.
  public long bins() {
    return bins;
  }

  /// The variance of a neuron's counts.
  public double variance(int neuron) {
    return (squares[neuron] - (double) sum[neuron] * sum[neuron] / bins) / (bins - 1);
  }

  /// A neuron's Fano factor; NaN without spikes.
  public double fano(int neuron) {
    return variance(neuron) / ((double) sum[neuron] / bins);
  }

  /// The synchrony chi of all neurons; NaN where no count ever changes.
  public double synchrony() {
    double single = 0;
    for (int neuron = 0; neuron < neurons; neuron++) {
      single += variance(neuron);
    }
    double whole = (populationSquares - populationSum * populationSum / bins) / (bins - 1);
    return Math.sqrt(whole / neurons / single);
  }

  /// The correlations of the pairs of the sample, those left out that have none.
  ///
  /// @param sample as it was given
  public Moments correlations(int[] sample) {
    Moments all = new Moments();
    for (int i = 0; i < sampled; i++) {
      for (int j = i + 1; j < sampled; j++) {
        double shared = (double) sum[sample[i]] * sum[sample[j]] / bins;
        double covariance = (products[i * sampled + j] - shared) / (bins - 1);
        double r = covariance / Math.sqrt(variance(sample[i]) * variance(sample[j]));
        if (Double.isFinite(r)) {
          all.add(r);
        }
      }
    }
    return all;
  }
}
