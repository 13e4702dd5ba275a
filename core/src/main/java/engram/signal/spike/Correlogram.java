// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

/// How often a spike of one train followed one of another by each lag: a cross-correlogram, or of a
/// train with itself an autocorrelogram, from which each spike's pair with itself is left out [4].
///
/// Bin k of `2 m + 1` covers the lags `(k - m - 1/2, k - m + 1/2) * bin`, with the lower border in
/// it, so that the middle bin lies around 0. A positive lag means that the second train fired
/// later. Costs the number of pairs within reach.
///
/// References: see the package.
// Made once and read; two are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Correlogram(double binMs, long[] counts, long references, double expected) {
  private static final int MOST_REACH = 1 << 24;

  /// @param binMs width of a bin
  /// @param counts pairs in each bin
  /// @param references spikes of the first train
  /// @param expected pairs in a bin if the trains knew nothing of each other: `n1 n2 bin /
  ///   duration`, without the loss at the edges
  public Correlogram {
    counts = counts.clone();
  }

  /// Pairs in each bin, as a copy.
  @Override
  public long[] counts() {
    return counts.clone();
  }

  /// The lag in the middle of a bin.
  public double lagMs(int bin) {
    return (bin - counts.length / 2) * binMs;
  }

  /// The rate of the second train at a lag from a spike of the first; NaN of no spikes.
  public double rateHz(int bin) {
    return counts[bin] / (references * binMs / 1000);
  }

  /// Of two trains.
  ///
  /// @param binMs above 0
  /// @param reach bins to each side, 0 to 2^24
  public static Correlogram cross(SpikeTrain first, SpikeTrain second, double binMs, int reach) {
    return of(first, second, binMs, reach, false);
  }

  /// Of a train with itself.
  ///
  /// @param binMs above 0
  /// @param reach bins to each side, 0 to 2^24
  public static Correlogram auto(SpikeTrain train, double binMs, int reach) {
    return of(train, train, binMs, reach, true);
  }

  private static Correlogram of(
      SpikeTrain first, SpikeTrain second, double binMs, int reach, boolean own) {
    if (!(binMs > 0)) {
      throw new IllegalArgumentException("binMs must be above 0, was " + binMs);
    }
    if (reach < 0 || reach > MOST_REACH) {
      throw new IllegalArgumentException("reach must be in [0, " + MOST_REACH + "], was " + reach);
    }
    first.requireSameDuration(second);
    long[] counts = new long[2 * reach + 1];
    double most = (reach + 0.5) * binMs;
    int from = 0;
    for (int i = 0; i < first.count(); i++) {
      double t = first.timeMs(i);
      while (from < second.count() && second.timeMs(from) - t < -most) {
        from++;
      }
      for (int j = from; j < second.count(); j++) {
        double lag = second.timeMs(j) - t;
        int bin = (int) Math.floor(lag / binMs + 0.5) + reach;
        if (lag >= most || bin >= counts.length) {
          break;
        }
        if (bin >= 0 && !(own && i == j)) {
          counts[bin]++;
        }
      }
    }
    double pairs = (double) first.count() * (own ? first.count() - 1 : second.count());
    return new Correlogram(binMs, counts, first.count(), pairs * binMs / first.durationMs());
  }
}
