// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

/// How often intervals of each length came, on bins whose width is a 32nd of the power of two below
/// them: a quantile is known to 3 % in constant memory, whatever came. The border of a bin is a
/// double with a short mantissa, so that no logarithm decides where an interval belongs.
///
/// Intervals of no more than 2^-20 ms share the lowest bin, those of 2^40 ms and more the highest.
public final class IntervalHistogram {
  private static final int PARTS_BITS = 5;
  private static final int LOWEST = -20;
  private static final int HIGHEST = 40;
  private static final int SHIFT = 52 - PARTS_BITS;
  private static final long FIRST = (1023L + LOWEST) << PARTS_BITS;
  private static final int BINS = (HIGHEST - LOWEST) << PARTS_BITS;

  private final long[] counts = new long[BINS];
  private long total;

  /// Nothing counted yet.
  public IntervalHistogram() {}

  /// Counts an interval.
  ///
  /// @param intervalMs above 0
  public void add(double intervalMs) {
    if (!(intervalMs > 0)) {
      throw new IllegalArgumentException("intervalMs must be above 0, was " + intervalMs);
    }
    counts[bin(intervalMs)]++;
    total++;
  }

  /// How many intervals.
  public long total() {
    return total;
  }

  /// How many bins.
  public int bins() {
    return BINS;
  }

  /// How many intervals fell into a bin.
  public long count(int bin) {
    return counts[bin];
  }

  /// The lower border of a bin, which belongs to it; that of the bin behind the last is the end.
  public static double borderMs(int bin) {
    return Double.longBitsToDouble((FIRST + bin) << SHIFT);
  }

  /// The bin of an interval.
  public static int bin(double intervalMs) {
    return (int) Math.clamp((Double.doubleToLongBits(intervalMs) >>> SHIFT) - FIRST, 0, BINS - 1L);
  }

  /// The quantile at p: the middle of the bin in which it lies; NaN of no intervals.
  ///
  /// @param p in [0, 1]
  public double quantileMs(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1], was " + p);
    }
    if (total == 0) {
      return Double.NaN;
    }
    double target = p * (total - 1);
    long below = 0;
    for (int bin = 0; bin < BINS; bin++) {
      below += counts[bin];
      if (below > target) {
        return (borderMs(bin) + borderMs(bin + 1)) / 2;
      }
    }
    throw new IllegalStateException("total must be the sum of counts, was " + total);
  }
}
