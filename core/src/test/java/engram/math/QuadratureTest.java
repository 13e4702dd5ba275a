// SPDX-License-Identifier: Apache-2.0
package engram.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class QuadratureTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /// E Z^k = 1 3 5 ... (k - 1) for even k: exact for degrees below twice the points.
  @Test
  void hermiteRulesAreExactForPolynomials() {
    for (int points : new int[] {1, 2, 3, 8, 21, 64}) {
      GaussianAverage average = new GaussianAverage(points);
      double expected = 1;
      for (int k = 0; k < Math.min(2 * points, 40); k++) {
        int degree = k;
        double found = average.of(z -> StrictMath.pow(z, degree));
        if (k % 2 == 0) {
          assertEquals(expected, found, 2e-12 * expected, points + " points, degree " + k);
          expected *= k + 1;
        } else {
          assertEquals(0, found, 1e-12 * expected, points + " points, degree " + k);
        }
      }
    }
  }

  @Test
  void gaussianAveragesFollowTheirClosedForms() {
    GaussianAverage average = new GaussianAverage(64);
    assertEquals(StrictMath.exp(0.5), average.of(StrictMath::exp), 1e-12);
    assertEquals(StrictMath.exp(-2), average.of(z -> StrictMath.cos(2 * z)), 1e-12);
    double mean = 0.3;
    double sd = 0.7;
    double expected = StrictMath.exp(mean + sd * sd / 2);
    assertEquals(expected, average.of(StrictMath::exp, mean, sd), 1e-12);
    assertEquals(9, average.of(x -> x * x, 3, 0), 1e-12);
    assertEquals(1, new GaussianAverage(256).of(z -> z * z), 1e-11);
  }

  @Test
  void oneKronrodRuleIsExactToDegreeTwentyTwo() {
    for (int degree = 0; degree <= 22; degree++) {
      int k = degree;
      Integral integral = Integral.adaptive(x -> StrictMath.pow(x, k), 0, 1, 1e9, 15);
      assertEquals(15, integral.evaluations());
      assertEquals(1.0 / (k + 1), integral.value(), 2e-16, "degree " + k);
      if (degree <= 13) {
        assertEquals(0, integral.error(), 3e-16, "Gauss's rule at degree " + k);
      }
    }
  }

  @Test
  void integralsFollowTheirClosedForms() {
    check(2, x -> StrictMath.sin(x), 0, Math.PI);
    check(StrictMath.log(2), x -> 1 / (1 + x), 0, 1);
    check(2 / 3.0, Math::sqrt, 0, 1);
    check(Math.sqrt(2 * Math.PI), x -> StrictMath.exp(-x * x / 2), -INFINITY, INFINITY);
    check(Math.PI, x -> 1 / (1 + x * x), -INFINITY, INFINITY);
    check(StrictMath.exp(-2), x -> StrictMath.exp(-x), 2, INFINITY);
    check(StrictMath.exp(-2), x -> StrictMath.exp(x), -INFINITY, -2);
    check(0.5, x -> x < 0.3 ? 0 : x < 0.8 ? 1 : 0, 0, 1);
    check(2 * StrictMath.atan(1000), x -> 1000 / (1 + 1e6 * x * x), -1, 1);
    assertEquals(new Integral(0, 0, 0, true), Integral.adaptive(x -> 1, 3, 3, 1e-9, 15));
  }

  @Test
  void saysWhenItDoesNotConverge() {
    Integral divergent = Integral.adaptive(x -> 1 / x, 0, 1, 1e-10, 3000);
    assertFalse(divergent.converged(), divergent.toString());
    assertTrue(divergent.evaluations() <= 3000 && divergent.error() > 1e-10);
    Integral undefined = Integral.adaptive(x -> Double.NaN, 0, 1, 1e-10, 3000);
    assertFalse(undefined.converged());
    assertEquals(15, undefined.evaluations());
  }

  @Test
  void countsItsCalls() {
    int[] calls = {0};
    Integral integral =
        Integral.adaptive(
            x -> {
              calls[0]++;
              return StrictMath.exp(-x * x);
            },
            -INFINITY,
            INFINITY,
            1e-10,
            10_000);
    assertEquals(calls[0], integral.evaluations());
  }

  @Test
  void refusesBadInput() {
    assertEquals("points must be in [1, 256], was 0", message(() -> new GaussianAverage(0)));
    assertEquals(
        "standardDeviation must be 0 or more, was -1.0",
        message(() -> new GaussianAverage(3).of(z -> z, 0, -1)));
    assertEquals(
        "low must be at most high, was 2.0 > 1.0",
        message(() -> Integral.adaptive(x -> x, 2, 1, 1e-9, 15)));
    assertEquals(
        "tolerance must be above 0, was 0.0",
        message(() -> Integral.adaptive(x -> x, 0, 1, 0, 15)));
    assertEquals(
        "mostEvaluations must be 15 or more, was 14",
        message(() -> Integral.adaptive(x -> x, 0, 1, 1e-9, 14)));
  }

  private static void check(double expected, DoubleUnaryOperator f, double low, double high) {
    Integral integral = Integral.adaptive(f, low, high, 1e-11, 20_000);
    String where = integral + " on [" + low + ", " + high + "]";
    assertTrue(integral.converged(), where);
    assertEquals(expected, integral.value(), 1e-10, where);
  }

  private static @Nullable String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
