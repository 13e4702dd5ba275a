// SPDX-License-Identifier: Apache-2.0
package engram.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.math.BigInteger;
import org.apache.commons.numbers.gamma.LogGamma;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@SuppressWarnings("FloatingPointLiteralPrecision") // expectations stand to 20 digits
class GammaTest {
  /// x, ln Gamma(x): mpmath 1.3.0 at 50 digits.
  private static final double[][] LOG_GAMMA = {
    {1e-300, 690.77552789821370518},
    {1e-10, 23.025850929882735237},
    {0.1, 2.252712651734205902},
    {0.49999, 0.57238457827170323581},
    {0.5, 0.57236494292470008707},
    {0.9, 0.066376239734742954426},
    {0.999999, 5.7721648738556523794e-7},
    {1.000001, -5.7721484238741466506e-7},
    {1.2, -0.085374090003315836884},
    {1.4616321449683622, -0.1214862905358496081},
    {1.5, -0.12078223763524522235},
    {1.9999, -0.000042275208772153458011},
    {2.0001, 0.000042281658112919946317},
    {2.5, 0.28468287047291915963},
    {3, 0.69314718055994530942},
    {7.25, 7.0521854507385394449},
    {14.999, 25.188546870546927907},
    {15, 25.1912211827386815},
    {15.001, 25.193895563868662996},
    {100, 359.13420536957539878},
    {1234.5, 7550.5509010778948957},
    {1000000.0, 12815504.56914761166},
    {1000000000000000.0, 33538776394910668.91},
    {1e+300, 6.8977552789821374147e+302},
  };

  /// n, k, ln (n over k): mpmath 1.3.0 at 50 digits.
  private static final double[][] LOG_BINOMIAL = {
    {1024, 20, 96.107083651959639411},
    {10000, 300, 1343.6658035954701235},
    {200000, 2000, 11195.592464703544054},
    {5.5, 2.25, 2.6123032012980446948},
    {1000, 0.001, 0.007484648294181931916},
    {1000000000000000.0, 100000000000000.0, 325082973391431.25515},
    {0.7, 0.3, 0.13198002627316589187},
  };

  @Test
  void logGammaAgreesWithFortyDigits() {
    for (double[] row : LOG_GAMMA) {
      assertEquals(row[1], Gamma.logGamma(row[0]), 4e-16 * Math.abs(row[1]), "x = " + row[0]);
    }
    assertEquals(0, Gamma.logGamma(1));
    assertEquals(0, Gamma.logGamma(2));
    assertEquals(Double.POSITIVE_INFINITY, Gamma.logGamma(Double.POSITIVE_INFINITY));
  }

  @Test
  void logGammaAgreesWithCommonsEverywhere() {
    long seed = 11;
    RandomStream random = Seeds.of(seed).stream("gamma");
    for (int i = 0; i < 20_000; i++) {
      double x = StrictMath.exp(-20 + 45 * random.nextDouble());
      double theirs = LogGamma.value(x);
      double scale = Math.max(Math.abs(theirs), 1);
      assertEquals(theirs, Gamma.logGamma(x), 2e-14 * scale, "seed " + seed + ", x = " + x);
    }
  }

  @Test
  void logFactorialAgreesWithExactFactorials() {
    BigInteger factorial = BigInteger.ONE;
    for (int n = 1; n <= 170; n++) {
      factorial = factorial.multiply(BigInteger.valueOf(n));
      double expected = StrictMath.log(factorial.doubleValue());
      assertEquals(expected, Gamma.logFactorial(n), 5e-16 * Math.max(1, expected), "n = " + n);
    }
    assertEquals(0, Gamma.logFactorial(0));
  }

  @Test
  void logBinomialAgreesWithFortyDigits() {
    for (double[] row : LOG_BINOMIAL) {
      double tolerance = 2e-15 + 4e-16 * row[2];
      assertEquals(row[2], Gamma.logBinomial(row[0], row[1]), tolerance, row[0] + " " + row[1]);
    }
  }

  @Test
  void logBinomialAgreesWithPascalsTriangle() {
    for (int n = 0; n <= 200; n++) {
      BigInteger exact = BigInteger.ONE;
      for (int k = 0; k <= n; k++) {
        double expected = StrictMath.log(exact.doubleValue());
        double found = Gamma.logBinomial(n, k);
        assertEquals(expected, found, 2e-15 * Math.max(1, expected), n + " over " + k);
        exact = exact.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
      }
    }
  }

  @Test
  void refusesArgumentsOutOfRange() {
    assertEquals("x must be above 0, was 0.0", message(() -> Gamma.logGamma(0)));
    assertEquals("x must be above 0, was NaN", message(() -> Gamma.logGamma(Double.NaN)));
    assertEquals("n must be 0 or more, was -1.0", message(() -> Gamma.logFactorial(-1)));
    assertEquals("k must be in [0, 5.0], was 6.0", message(() -> Gamma.logBinomial(5, 6)));
    assertEquals(
        "n must be finite and 0 or more, was -1.0", message(() -> Gamma.logBinomial(-1, 0)));
  }

  private static @Nullable String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
