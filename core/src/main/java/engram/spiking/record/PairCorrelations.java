// SPDX-License-Identifier: Apache-2.0
package engram.spiking.record;

import engram.spiking.internal.watch.CountSums;

/// Correlations of the spike counts of some neurons while they run, in memory that does not grow:
/// four bytes a pair and bin would be needed to keep the counts, eight bytes a pair are here.
///
///     cov(i, j) = (sum n_i n_j - sum n_i sum n_j / bins) / (bins - 1)
///     r(i, j)   = cov(i, j) / sqrt(cov(i, i) cov(j, j))
///
/// with n the counts in whole bins. The sums are whole numbers; correlations are the same for any
/// number of workers and however a run is cut.
public final class PairCorrelations {
  private final CountSums sums;

  /// Those of sums that a simulation fills.
  @SuppressWarnings("exports") // made by a simulation
  public PairCorrelations(CountSums sums) {
    this.sums = sums;
  }

  /// How many neurons.
  public int neurons() {
    return sums.neurons();
  }

  /// How many whole bins so far.
  public long bins() {
    return sums.bins();
  }

  /// The covariance of the counts of two neurons, by place among the chosen, unbiased; NaN before
  /// the second bin.
  public double covariance(int first, int second) {
    if (sums.bins() < 2) {
      return Double.NaN;
    }
    double mean = (double) sums.sum(first) * sums.sum(second) / sums.bins();
    return (sums.product(first, second) - mean) / (sums.bins() - 1);
  }

  /// The correlation of the counts of two neurons; NaN where one never changes.
  public double correlation(int first, int second) {
    double spread = covariance(first, first) * covariance(second, second);
    return spread == 0 ? Double.NaN : covariance(first, second) / Math.sqrt(spread);
  }

  /// The mean correlation of all pairs that have one; NaN if none has.
  public double mean() {
    double sum = 0;
    long pairs = 0;
    for (int i = 0; i < neurons(); i++) {
      for (int j = 0; j < i; j++) {
        double r = correlation(i, j);
        if (!Double.isNaN(r)) {
          sum += r;
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }

  /// Begins anew, as at the end of a transient.
  public void clear() {
    sums.clear();
  }
}
