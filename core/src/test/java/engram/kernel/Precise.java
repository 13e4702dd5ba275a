// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The elementary functions to some 50 digits, by power series over BigDecimal: the oracle of the
/// fast ones. Slow and plain.
final class Precise {
  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal SMALL = new BigDecimal("1e-62");
  private static final int HALVINGS = 16;

  private static final BigDecimal TWO_PI =
      new BigDecimal(
          "6.28318530717958647692528676655900576839433879875021164194988918461563281257241799725606965068423413");

  private Precise() {}

  static BigDecimal exp(double x) {
    return exp(new BigDecimal(x));
  }

  private static BigDecimal exp(BigDecimal x) {
    int halvings = HALVINGS + Math.max(0, x.precision() - x.scale()) * 4;
    BigDecimal small =
        x.divide(TWO.pow(halvings), DIGITS.getPrecision() + 60, RoundingMode.HALF_EVEN);
    BigDecimal term = ONE;
    BigDecimal sum = ONE;
    for (int n = 1; term.abs().compareTo(new BigDecimal("1e-90")) > 0; n++) {
      term =
          term.multiply(small, new MathContext(90))
              .divide(BigDecimal.valueOf(n), new MathContext(90));
      sum = sum.add(term, new MathContext(90));
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, new MathContext(90));
    }
    return sum.round(DIGITS);
  }

  /// By Newton's method on exp, from a value that is right to 15 digits: two steps.
  static BigDecimal log(double x) {
    BigDecimal y = new BigDecimal(StrictMath.log(x));
    for (int i = 0; i < 3; i++) {
      BigDecimal e = exp(y);
      BigDecimal more =
          new BigDecimal(x).subtract(e).multiply(TWO).divide(new BigDecimal(x).add(e), DIGITS);
      y = y.add(more, DIGITS);
    }
    return y;
  }

  static BigDecimal tanh(double x) {
    if (Math.abs(x) < 1e-9) {
      BigDecimal b = new BigDecimal(x);
      return b.subtract(b.pow(3).divide(BigDecimal.valueOf(3), DIGITS));
    }
    BigDecimal e = exp(new BigDecimal(x).multiply(TWO));
    return e.subtract(ONE).divide(e.add(ONE), DIGITS);
  }

  static BigDecimal sigmoid(double x) {
    return ONE.divide(ONE.add(exp(new BigDecimal(x).negate())), DIGITS);
  }

  static BigDecimal sin(double x) {
    BigDecimal r = new BigDecimal(x).remainder(TWO_PI);
    return series(r, r, 1);
  }

  static BigDecimal cos(double x) {
    return series(new BigDecimal(x).remainder(TWO_PI), ONE, 0);
  }

  private static BigDecimal series(BigDecimal r, BigDecimal first, int power) {
    BigDecimal square = r.multiply(r, new MathContext(90)).negate();
    BigDecimal term = first;
    BigDecimal sum = first;
    for (int n = power + 1; term.abs().compareTo(SMALL.movePointLeft(20)) > 0; n += 2) {
      term =
          term.multiply(square, new MathContext(90))
              .divide(BigDecimal.valueOf((long) n * (n + 1)), new MathContext(90));
      sum = sum.add(term, new MathContext(90));
    }
    return sum;
  }

  /// The distance of a double from the truth, in units of the truth's last place.
  static double ulps(double got, BigDecimal truth) {
    BigDecimal unit = new BigDecimal(Math.ulp(truth.doubleValue()));
    return new BigDecimal(got).subtract(truth).abs().divide(unit, DIGITS).doubleValue();
  }

  /// The same for a float.
  static double ulps(float got, BigDecimal truth) {
    BigDecimal unit = new BigDecimal(Math.ulp(truth.floatValue()));
    return new BigDecimal(got).subtract(truth).abs().divide(unit, DIGITS).doubleValue();
  }
}
