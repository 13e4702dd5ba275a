// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

import engram.stats.Moments;
import java.util.List;

/// Spike counts of neurons in bins of equal width, and what follows from them. With n_i(b) the count
/// of neuron i in bin b, mean and variance over bins (unbiased) and N neurons:
///
///     Fano factor   F_i  = var(n_i) / mean(n_i)
///     correlation   r_ij = cov(n_i, n_j) / sqrt(var(n_i) var(n_j))
///     synchrony     chi  = sqrt( var(mean over i of n_i) / mean over i of var(n_i) )     [3]
///
/// Chi is 1 where all neurons do the same and about `1 / sqrt(N)` where they are independent. A
/// neuron whose count never changes has no correlation: NaN, and left out of means.
///
/// Memory: four bytes a neuron and bin.
///
/// References: see the package.
public final class SpikeCounts {
  private static final int MOST = Integer.MAX_VALUE - 8; // what an array can hold

  private final int neurons;
  private final int bins;
  private final int[] counts;

  private SpikeCounts(int neurons, int bins) {
    if (bins < 2) {
      throw new IllegalArgumentException("bins must be 2 or more, was " + bins);
    }
    if ((long) neurons * bins > MOST) {
      throw new IllegalArgumentException(
          "neurons times bins must be at most %d, was %d x %d".formatted(MOST, neurons, bins));
    }
    this.neurons = neurons;
    this.bins = bins;
    this.counts = new int[neurons * bins];
  }

  /// Counts the spikes of trains of one duration; what is left behind the last whole bin is not
  /// counted.
  ///
  /// @param binMs above 0, at most half the duration
  public static SpikeCounts of(List<SpikeTrain> trains, double binMs) {
    if (trains.isEmpty()) {
      throw new IllegalArgumentException("trains must be 1 or more, was none");
    }
    double durationMs = trains.getFirst().durationMs();
    if (!(binMs > 0 && binMs <= durationMs / 2)) {
      throw new IllegalArgumentException(
          "binMs must be in (0, " + durationMs / 2 + "], was " + binMs);
    }
    SpikeCounts all = new SpikeCounts(trains.size(), (int) (durationMs / binMs));
    for (int i = 0; i < trains.size(); i++) {
      trains.getFirst().requireSameDuration(trains.get(i));
      for (int k = 0; k < trains.get(i).count(); k++) {
        int bin = (int) (trains.get(i).timeMs(k) / binMs);
        if (bin < all.bins) {
          all.counts[i * all.bins + bin]++;
        }
      }
    }
    return all;
  }

  /// Counts the spikes of a raster.
  ///
  /// @param binSteps 1 or more, at most half the steps
  public static SpikeCounts of(SpikeRaster raster, int binSteps) {
    if (binSteps < 1 || binSteps > raster.steps() / 2) {
      throw new IllegalArgumentException(
          "binSteps must be in [1, " + raster.steps() / 2 + "], was " + binSteps);
    }
    SpikeCounts all = new SpikeCounts(raster.neurons(), raster.steps() / binSteps);
    for (int i = 0; i < raster.neurons(); i++) {
      for (int t = raster.next(i, 0); t >= 0; t = raster.next(i, t + 1)) {
        if (t / binSteps < all.bins) {
          all.counts[i * all.bins + t / binSteps]++;
        }
      }
    }
    return all;
  }

  /// How many neurons.
  public int neurons() {
    return neurons;
  }

  /// How many bins.
  public int bins() {
    return bins;
  }

  /// A neuron's count in a bin.
  public int count(int neuron, int bin) {
    return counts[neuron * bins + bin];
  }

  /// A neuron's variance of counts over their mean; NaN for a silent neuron.
  public double fano(int neuron) {
    Moments moments = moments(neuron);
    return moments.variance() / moments.mean();
  }

  private Moments moments(int neuron) {
    Moments moments = new Moments();
    for (int b = 0; b < bins; b++) {
      moments.add(counts[neuron * bins + b]);
    }
    return moments;
  }

  /// The correlation of two neurons' counts.
  public double correlation(int first, int second) {
    double spread = moments(first).variance() * moments(second).variance();
    return covariance(first, second) / Math.sqrt(spread);
  }

  private double covariance(int first, int second) {
    long products = 0;
    long a = 0;
    long b = 0;
    for (int bin = 0; bin < bins; bin++) {
      int x = counts[first * bins + bin];
      int y = counts[second * bins + bin];
      products += (long) x * y;
      a += x;
      b += y;
    }
    return (products - (double) a * b / bins) / (bins - 1);
  }

  /// The correlations of all pairs i < j, row by row; NaN where a neuron never changes.
  public double[] correlations() {
    double[] spread = new double[neurons];
    for (int i = 0; i < neurons; i++) {
      spread[i] = moments(i).variance();
    }
    double[] all = new double[Math.multiplyExact(neurons, neurons - 1) / 2];
    int at = 0;
    for (int i = 0; i < neurons; i++) {
      for (int j = i + 1; j < neurons; j++) {
        all[at++] = covariance(i, j) / Math.sqrt(spread[i] * spread[j]);
      }
    }
    return all;
  }

  /// The population's synchrony chi; NaN where nothing ever changes.
  public double synchrony() {
    Moments population = new Moments();
    for (int bin = 0; bin < bins; bin++) {
      long sum = 0;
      for (int i = 0; i < neurons; i++) {
        sum += counts[i * bins + bin];
      }
      population.add((double) sum / neurons);
    }
    Moments single = new Moments();
    for (int i = 0; i < neurons; i++) {
      single.add(moments(i).variance());
    }
    return Math.sqrt(population.variance() / single.mean());
  }
}
