// SPDX-License-Identifier: Apache-2.0
package engram.math;

/// Sums and differences of numbers that are kept as natural logarithms, so that neither 1e-300 nor
/// 1e+300 is out of reach. The logarithm of zero is negative infinity. All results are the same
/// bits on every machine (`StrictMath`).
///
/// Reference: [2] of the package for [#log1mExp].
public final class LogSpace {
  private static final double LN_2 = 0.6931471805599453;

  private LogSpace() {}

  /// `log(exp(a) + exp(b))`.
  public static double logAddExp(double a, double b) {
    double high = Math.max(a, b);
    double low = Math.min(a, b);
    if (high == low && Double.isInfinite(high)) {
      return high;
    }
    return high + StrictMath.log1p(StrictMath.exp(low - high));
  }

  /// `log(exp(a) - exp(b))`.
  ///
  /// @param a at least b
  public static double logSubtractExp(double a, double b) {
    if (!(a >= b)) {
      throw new IllegalArgumentException("a must be at least b, was " + a + " < " + b);
    }
    if (b == Double.NEGATIVE_INFINITY) {
      return a;
    }
    return a == b ? Double.NEGATIVE_INFINITY : a + log1mExp(b - a);
  }

  /// `log(sum over i of exp(terms[i]))`; negative infinity for no terms.
  public static double logSumExp(double... terms) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      highest = Math.max(highest, term);
    }
    if (Double.isInfinite(highest) || Double.isNaN(highest)) {
      return highest;
    }
    double sum = 0;
    for (double term : terms) {
      sum += StrictMath.exp(term - highest);
    }
    return highest + StrictMath.log(sum);
  }

  /// `log(1 - exp(x))`: the logarithm of the complement of a probability exp(x).
  ///
  /// @param x at most 0
  public static double log1mExp(double x) {
    if (!(x <= 0)) {
      throw new IllegalArgumentException("x must be at most 0, was " + x);
    }
    return x > -LN_2 ? StrictMath.log(-StrictMath.expm1(x)) : StrictMath.log1p(-StrictMath.exp(x));
  }
}
