// SPDX-License-Identifier: Apache-2.0
package engram.math;

import engram.kernel.Doubles;

/// The standard normal law and the error function.
///
///     erf(x) = 2/sqrt(pi) integral from 0 to x of exp(-t^2) dt,   cumulative(z) = erfc(-z/sqrt 2)/2
///
/// Below |x| = 1.25 the series `erf(x) = 2/sqrt(pi) exp(-x^2) sum of 2^n x^(2n+1)/(2n+1)!!`, whose terms
/// are of one sign; above it the continued fraction of erfc [6]. Relative error below 1e-14, also of
/// erfc in its tail. The four operations and the kernel's exp alone: the same bits on every machine.
///
/// References: see the package, [6].
public final class Normal {
  private static final double SERIES_BELOW = 1.25;
  private static final int FRACTION_TERMS = 120;
  private static final double ROOT_PI = Math.sqrt(Math.PI);

  private Normal() {}

  /// The density exp(-z^2/2)/sqrt(2 pi).
  public static double density(double z) {
    return Doubles.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  }

  /// The probability of a value at or below z.
  public static double cumulative(double z) {
    return 0.5 * erfc(-z / Math.sqrt(2));
  }

  /// The error function.
  public static double erf(double x) {
    double size = Math.abs(x);
    if (size < SERIES_BELOW) {
      return series(x);
    }
    return Math.copySign(1 - fraction(size), x);
  }

  /// 1 - erf(x), exact in its tail too.
  public static double erfc(double x) {
    if (x >= SERIES_BELOW) {
      return fraction(x);
    }
    return 1 - erf(x);
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / ROOT_PI * Doubles.exp(-x * x) * sum;
  }

  /// erfc(x) = exp(-x^2)/sqrt(pi) / (x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...)))).
  private static double fraction(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    double tail = x;
    for (int k = FRACTION_TERMS; k >= 1; k--) {
      tail = x + 0.5 * k / tail;
    }
    return Doubles.exp(-x * x) / (ROOT_PI * tail);
  }
}
