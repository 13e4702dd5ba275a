// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/// Student's interval of a mean: `mean -+ t s / sqrt(n)`, with t the quantile of Student's
/// distribution with n - 1 degrees of freedom and s the standard deviation of the sample [1].
///
/// Right for means of values that are near normal; for skewed values use [Bootstrap#bca]. The
/// quantile is that of Commons Statistics and depends in its last bits on the machine's `Math.log`.
///
/// References: see the package.
public final class MeanInterval {
  private MeanInterval() {}

  /// The 95 % interval of the mean of `values`.
  ///
  /// @param values two or more finite values
  public static Interval of(double[] values) {
    return of(values, 0.95);
  }

  /// The interval of the mean of `values`.
  ///
  /// @param values two or more finite values
  /// @param confidence inside (0, 1)
  public static Interval of(double[] values, double confidence) {
    Checks.values("values", values, 2);
    Checks.confidence(confidence);
    Moments moments = Moments.of(values);
    double quantile =
        -TDistribution.of(values.length - 1).inverseCumulativeProbability((1 - confidence) / 2);
    double half = quantile * Math.sqrt(moments.variance() / values.length);
    return new Interval(moments.mean() - half, moments.mean(), moments.mean() + half);
  }

  /// The 95 % interval of the mean of `left[i] - over[i]`.
  ///
  /// @param left two or more finite values
  /// @param over as many
  public static Interval ofDifference(double[] left, double[] over) {
    return ofDifference(left, over, 0.95);
  }

  /// The interval of the mean of `left[i] - over[i]`.
  ///
  /// @param left two or more finite values
  /// @param over as many
  /// @param confidence inside (0, 1)
  public static Interval ofDifference(double[] left, double[] over, double confidence) {
    Checks.pairs("left", left, "over", over, 2);
    double[] differences = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      differences[i] = left[i] - over[i];
    }
    return of(differences, confidence);
  }

  /// The 95 % interval of the difference of two means, `mean(left) - mean(over)`, where the values
  /// are not in pairs and may differ in their spread: Welch's, with the degrees of freedom of
  /// Satterthwaite.
  ///
  /// @param left two or more finite values
  /// @param over two or more finite values, of any number
  public static Interval ofUnpairedDifference(double[] left, double[] over) {
    Checks.values("left", left, 2);
    Checks.values("over", over, 2);
    Moments a = Moments.of(left);
    Moments b = Moments.of(over);
    double middle = a.mean() - b.mean();
    double partA = a.variance() / left.length;
    double partB = b.variance() / over.length;
    if (partA + partB == 0) {
      return new Interval(middle, middle, middle);
    }
    double freedom =
        (partA + partB)
            * (partA + partB)
            / (partA * partA / (left.length - 1) + partB * partB / (over.length - 1));
    double quantile = -TDistribution.of(freedom).inverseCumulativeProbability(0.025);
    double half = quantile * Math.sqrt(partA + partB);
    return new Interval(middle - half, middle, middle + half);
  }
}
