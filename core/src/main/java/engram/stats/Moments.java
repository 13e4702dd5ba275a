// SPDX-License-Identifier: Apache-2.0
package engram.stats;

/// Count, mean, variance, least and most of a stream of values, kept in constant space and without
/// the cancellation of sums of squares (Welford [4]); two of them merge into that of both streams
/// (Chan, Golub and LeVeque [5]). Additions and divisions only: the same values in the same order
/// give the same bits everywhere; another order or another cut gives other last bits.
///
/// References: see the package.
public final class Moments {
  private long count;
  private double mean;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  /// The moments of no values yet.
  public Moments() {}

  /// The moments of `values`.
  public static Moments of(double... values) {
    Moments moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  /// Takes one more value.
  ///
  /// @param value finite
  public void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be finite, was " + value);
    }
    count++;
    double before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }

  /// Takes all the values that `other` took.
  public void merge(Moments other) {
    if (other.count == 0) {
      return;
    }
    double total = (double) (count + other.count);
    double apart = other.mean - mean;
    squares += other.squares + apart * apart * (count * (other.count / total));
    mean += apart * (other.count / total);
    count += other.count;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
  }

  /// How many values were taken.
  public long count() {
    return count;
  }

  /// The mean; NaN of no values.
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /// The unbiased variance, sum of squared deviations over n - 1; NaN of fewer than two values.
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  /// The square root of the variance; NaN of fewer than two values.
  public double standardDeviation() {
    return Math.sqrt(variance());
  }

  /// The least value; infinity of no values.
  public double least() {
    return least;
  }

  /// The greatest value; minus infinity of no values.
  public double most() {
    return most;
  }
}
