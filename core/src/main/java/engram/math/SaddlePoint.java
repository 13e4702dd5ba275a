// SPDX-License-Identifier: Apache-2.0
package engram.math;

/// Binomial probabilities without cancellation, after Loader [1]: what the factorials have in
/// common is taken out by algebra, and what stays is small.
@SuppressWarnings("FloatingPointLiteralPrecision") // the constants stand to 20 digits
final class SaddlePoint {
  /// From here on the first seven terms of Stirling's series are exact in double precision.
  static final double SERIES_FROM = 15;

  private static final double LN_2_PI = 1.83787706640934548356;

  private SaddlePoint() {}

  /// Stirling's series for `ln Gamma(x) - [(x - 1/2) ln x - x + ln(2 pi) / 2]`: the sum over m of
  /// B(2m) / (2m (2m - 1) x^(2m - 1)).
  ///
  /// @param x at least [#SERIES_FROM]
  static double series(double x) {
    double y = 1 / (x * x);
    double sum = 1.0 / 156;
    sum = -691.0 / 360360 + y * sum;
    sum = 1.0 / 1188 + y * sum;
    sum = -1.0 / 1680 + y * sum;
    sum = 1.0 / 1260 + y * sum;
    sum = -1.0 / 360 + y * sum;
    sum = 1.0 / 12 + y * sum;
    return sum / x;
  }

  /// `ln Gamma(x + 1) - [(x + 1/2) ln x - x + ln(2 pi) / 2]`, the error of Stirling's formula.
  ///
  /// @param x above 0
  static double stirlingError(double x) {
    double shifted = x;
    double sum = 0;
    while (shifted < SERIES_FROM) {
      sum += (shifted + 0.5) * StrictMath.log1p(1 / shifted) - 1;
      shifted += 1;
    }
    return sum + series(shifted);
  }

  /// `x ln(x / mean) + mean - x`, the deviance of a count x from its mean.
  ///
  /// @param x above 0
  /// @param mean above 0
  static double deviance(double x, double mean) {
    double difference = x - mean;
    double v = difference / (x + mean);
    if (Math.abs(v) >= 0.5) {
      return x * StrictMath.log(x / mean) - difference;
    }
    double square = v * v;
    double power = 2 * x * v;
    double sum = difference * v;
    for (int odd = 3; odd < 100; odd += 2) {
      power *= square;
      double next = sum + power / odd;
      if (next == sum) {
        break;
      }
      sum = next;
    }
    return sum;
  }

  /// The logarithm of `(n over x) p^x q^(n - x)` for real x and n.
  ///
  /// @param x in [0, n]
  /// @param n 0 or more
  /// @param p inside (0, 1)
  /// @param q 1 - p, given apart so that neither loses digits
  static double logBinomialTerm(double x, double n, double p, double q) {
    if (n == 0) {
      return 0;
    }
    if (x == 0) {
      return n * logShare(q, p);
    }
    if (x == n) {
      return n * logShare(p, q);
    }
    double rest = n - x;
    return stirlingError(n)
        - stirlingError(x)
        - stirlingError(rest)
        - deviance(x, n * p)
        - deviance(rest, n * q)
        - 0.5 * (LN_2_PI + StrictMath.log(x * (rest / n)));
  }

  private static double logShare(double share, double other) {
    return other < 0.5 ? StrictMath.log1p(-other) : StrictMath.log(share);
  }
}
