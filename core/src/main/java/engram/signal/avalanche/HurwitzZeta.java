// SPDX-License-Identifier: Apache-2.0
package engram.signal.avalanche;

import engram.kernel.Doubles;

/// The Hurwitz zeta function and its derivative, `zeta(s, a) = sum over k >= 0 of (k + a)^-s`, by the
/// sum's first terms and the formula of Euler and Maclaurin for the rest [3, 25.11.5]:
///
///     rest from x on = x^(1-s) / (s-1) + x^-s / 2 + sum over j of B_2j / (2j)! s (s+1) .. (s+2j-2) x^(1-s-2j)
///
/// Relative error below 1e-13 for s in (1, 20] and a up to 1e9.
///
/// References: see the package.
///
/// @param value zeta(s, a)
/// @param derivative its derivative by s: `-sum over k of ln(k + a) (k + a)^-s`
record HurwitzZeta(double value, double derivative) {
  private static final int TERMS = 12;

  /// B_2j / (2j)! for j = 1 to 8.
  private static final double[] BERNOULLI = {
    1.0 / 12,
    -1.0 / 720,
    1.0 / 30_240,
    -1.0 / 1_209_600,
    1.0 / 47_900_160,
    -691.0 / 1_307_674_368_000.0,
    1.0 / 74_724_249_600.0,
    -3617.0 / 10_670_622_842_880_000.0
  };

  /// @param s above 1
  /// @param a above 0
  static HurwitzZeta of(double s, double a) {
    if (!(s > 1)) {
      throw new IllegalArgumentException("s must be above 1, was " + s);
    }
    if (!(a > 0)) {
      throw new IllegalArgumentException("a must be above 0, was " + a);
    }
    double value = 0;
    double derivative = 0;
    for (int k = 0; k < TERMS; k++) {
      double log = Doubles.log(k + a);
      double term = Doubles.exp(-s * log);
      value += term;
      derivative -= log * term;
    }
    double x = TERMS + a;
    double log = Doubles.log(x);
    double power = Doubles.exp(-s * log);
    double integral = x * power / (s - 1);
    value += integral + power / 2;
    derivative -= integral * (log + 1 / (s - 1)) + log * power / 2;
    double product = s;
    double ofProduct = 1 / s;
    double scale = power / x;
    for (int j = 1; j <= BERNOULLI.length; j++) {
      double term = BERNOULLI[j - 1] * product * scale;
      value += term;
      derivative += term * (ofProduct - log);
      double next = s + 2 * j - 1;
      product *= next * (next + 1);
      ofProduct += 1 / next + 1 / (next + 1);
      scale /= x * x;
    }
    return new HurwitzZeta(value, derivative);
  }
}
