// SPDX-License-Identifier: Apache-2.0
package engram.math;

/// The logarithms of the gamma function, of factorials and of binomial coefficients, for real
/// arguments. Ours and not a library's, because stored results pass through them: series and
/// `StrictMath` alone, the same bits on every machine.
///
/// | function | definition | error, checked against 40 digits |
/// | --- | --- | --- |
/// | `logGamma(x)` | `ln integral of t^(x-1) exp(-t) dt` over t > 0 | 4e-16 relative, also at its zeros 1 and 2 |
/// | `logFactorial(n)` | `logGamma(n + 1)` | the same |
/// | `logBinomial(n, k)` | `ln Gamma(n+1) / (Gamma(k+1) Gamma(n-k+1))` | 4e-16 relative or 2e-15 absolute: no cancellation of large factorials |
///
/// Reference: [1] of the package for `logBinomial`.
@SuppressWarnings("FloatingPointLiteralPrecision") // the constants stand to 20 digits
public final class Gamma {
  private static final double ONE_MINUS_EULER = 0.42278433509846713939;
  private static final double HALF_LN_2_PI = 0.91893853320467274178;
  private static final double[] ZETA_MINUS_ONE = { // zeta(2) - 1, zeta(3) - 1, ...
    0.64493406684822643647, 0.2020569031595942854, 0.082323233711138191516,
    0.036927755143369926331, 0.017343061984449139715, 0.0083492773819228268398,
    0.0040773561979443393787, 0.0020083928260822144179, 0.00099457512781808533715,
    0.0004941886041194645587, 0.00024608655330804829864, 0.00012271334757848914675,
    0.000061248135058704829259, 0.000030588236307020493552, 0.000015282259408651871733,
    7.6371976378997622736e-6, 3.8172932649998398565e-6, 1.9082127165539389257e-6,
    9.5396203387279611315e-7, 4.7693298678780646312e-7, 2.3845050272773299e-7,
    1.1921992596531107307e-7, 5.9608189051259479612e-8, 2.9803503514652280186e-8,
    1.4901554828365041235e-8, 7.450711789835429492e-9, 3.7253340247784570548e-9
  };

  private Gamma() {}

  /// The logarithm of the gamma function.
  ///
  /// @param x above 0
  public static double logGamma(double x) {
    if (!(x > 0)) {
      throw new IllegalArgumentException("x must be above 0, was " + x);
    }
    if (x < 0.5) {
      return nearTwo(x) - StrictMath.log1p(x) - StrictMath.log(x);
    }
    if (x < 1.5) {
      return nearTwo(x - 1) - StrictMath.log1p(x - 1);
    }
    if (x < SaddlePoint.SERIES_FROM) {
      double product = 1;
      double y = x;
      while (y >= 2.5) {
        y -= 1;
        product *= y;
      }
      return nearTwo(y - 2) + StrictMath.log(product);
    }
    if (x == Double.POSITIVE_INFINITY) {
      return x;
    }
    return (x - 0.5) * (StrictMath.log(x) - 1) + (HALF_LN_2_PI - 0.5) + SaddlePoint.series(x);
  }

  /// The logarithm of n! for real n.
  ///
  /// @param n 0 or more
  public static double logFactorial(double n) {
    if (!(n >= 0)) {
      throw new IllegalArgumentException("n must be 0 or more, was " + n);
    }
    return logGamma(n + 1);
  }

  /// The logarithm of n over k for real arguments.
  ///
  /// @param n 0 or more
  /// @param k in [0, n]
  public static double logBinomial(double n, double k) {
    if (!(n >= 0 && n < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("n must be finite and 0 or more, was " + n);
    }
    if (!(k >= 0 && k <= n)) {
      throw new IllegalArgumentException("k must be in [0, " + n + "], was " + k);
    }
    double few = Math.min(k, n - k);
    if (few == 0) {
      return 0;
    }
    double many = n - few;
    double share = few / n;
    double entropy = -few * StrictMath.log(share) - many * StrictMath.log1p(-share);
    double corrections =
        SaddlePoint.stirlingError(n)
            - SaddlePoint.stirlingError(few)
            - SaddlePoint.stirlingError(many);
    return entropy + corrections - HALF_LN_2_PI - 0.5 * StrictMath.log(few * (many / n));
  }

  /// ln Gamma(2 + z) for z in [-0.5, 0.5]: (1 - gamma) z + sum over k >= 2 of (zeta(k) - 1) (-z)^k
  /// / k.
  private static double nearTwo(double z) {
    double sum = 0;
    for (int k = ZETA_MINUS_ONE.length + 1; k >= 2; k--) {
      sum = ZETA_MINUS_ONE[k - 2] / k - z * sum;
    }
    return z * (ONE_MINUS_EULER + z * sum);
  }
}
