// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.math.BigDecimal;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ElementaryTest {
  private static final int POINTS = Integer.getInteger("engram.test.points", 400);
  private static final long SEED = 5;

  @Test
  void expIsWithinItsBound() {
    bound("exp", Doubles::exp, Precise::exp, -708, 709, 0.95);
    bound("exp", Doubles::exp, Precise::exp, -1, 1, 0.95);
    bound("exp", Doubles::exp, Precise::exp, -745, -708, 1.0);
  }

  @Test
  void logIsWithinItsBound() {
    bound("log", Doubles::log, Precise::log, 0.5, 2, 0.85);
    bound("log", Doubles::log, Precise::log, 0.99, 1.01, 0.85);
    bound("log", Doubles::log, Precise::log, 0, 1e6, 0.85);
    bound("log", Doubles::log, Precise::log, 0, Double.MIN_NORMAL, 0.85);
  }

  @Test
  void tanhIsWithinItsBound() {
    bound("tanh", Doubles::tanh, Precise::tanh, -1, 1, 1.4);
    bound("tanh", Doubles::tanh, Precise::tanh, -23, 23, 1.4);
    bound("tanh", Doubles::tanh, Precise::tanh, -1e-12, 1e-12, 1.4);
  }

  @Test
  void sigmoidIsWithinItsBound() {
    bound("sigmoid", Doubles::sigmoid, Precise::sigmoid, -3, 3, 2);
    bound("sigmoid", Doubles::sigmoid, Precise::sigmoid, -700, 40, 2);
  }

  @Test
  void sinAndCosAreWithinTheirBounds() {
    for (double most : new double[] {1, 10, 1e5, 1e9}) {
      bound("sin", Doubles::sin, Precise::sin, -most, most, 0.8);
      bound("cos", Doubles::cos, Precise::cos, -most, most, 0.8);
    }
  }

  @Test
  void sinAndCosHoldBesideTheMultiplesOfHalfPi() {
    RandomStream stream = Seeds.of(SEED).stream("multiples");
    for (int i = 0; i < POINTS; i++) {
      double x = (1 + stream.nextInt(1 << 28)) * (Math.PI / 2);
      assertTrue(Precise.ulps(Doubles.sin(x), Precise.sin(x)) < 0.8, "sin " + x);
      assertTrue(Precise.ulps(Doubles.cos(x), Precise.cos(x)) < 0.8, "cos " + x);
    }
  }

  @Test
  void floatsAreTheNearestOrNextToIt() {
    RandomStream stream = Seeds.of(SEED).stream("floats");
    for (int i = 0; i < POINTS; i++) {
      float x = (float) (40 * stream.nextDouble() - 20);
      assertTrue(Precise.ulps(Floats.exp(x), Precise.exp(x)) < 0.5001, "exp " + x);
      assertTrue(Precise.ulps(Floats.tanh(x), Precise.tanh(x)) < 0.5001, "tanh " + x);
      assertTrue(Precise.ulps(Floats.sigmoid(x), Precise.sigmoid(x)) < 0.5001, "sigmoid " + x);
      assertTrue(Precise.ulps(Floats.sin(x), Precise.sin(x)) < 0.5001, "sin " + x);
      assertTrue(Precise.ulps(Floats.cos(x), Precise.cos(x)) < 0.5001, "cos " + x);
      float y = Math.abs(x);
      assertTrue(Precise.ulps(Floats.log(y), Precise.log(y)) < 0.5001, "log " + y);
    }
  }

  @Test
  void limitsAndSpecialValuesAreThoseOfTheMathematics() {
    double inf = Double.POSITIVE_INFINITY;
    assertEquals(inf, Doubles.exp(inf));
    assertEquals(0, Doubles.exp(-inf));
    assertEquals(1, Doubles.exp(-0.0));
    assertEquals(inf, Doubles.exp(709.7827128933841));
    assertEquals(StrictMath.exp(709.782712893384), Doubles.exp(709.782712893384), 2e292);
    assertEquals(Double.MIN_VALUE, Doubles.exp(-745.13));
    assertEquals(0, Doubles.exp(-745.14));
    assertEquals(-inf, Doubles.log(0));
    assertEquals(-inf, Doubles.log(-0.0));
    assertEquals(0.0, Doubles.log(1));
    assertEquals(inf, Doubles.log(inf));
    assertEquals(Double.NaN, Doubles.log(-Double.MIN_VALUE));
    assertEquals(1, Doubles.tanh(inf));
    assertEquals(-1, Doubles.tanh(-40));
    assertEquals(-0.0, Doubles.tanh(-0.0));
    assertEquals(Double.MIN_VALUE, Doubles.tanh(Double.MIN_VALUE));
    assertEquals(1, Doubles.sigmoid(inf));
    assertEquals(0, Doubles.sigmoid(-inf));
    assertEquals(0.5, Doubles.sigmoid(-0.0));
    assertEquals(-0.0, Doubles.sin(-0.0));
    assertEquals(-Double.MIN_VALUE, Doubles.sin(-Double.MIN_VALUE));
    assertEquals(1, Doubles.cos(-0.0));
    assertEquals(Double.NaN, Doubles.sin(inf));
    assertEquals(Double.NaN, Doubles.cos(-inf));
    assertEquals(StrictMath.sin(1e22), Doubles.sin(1e22));
    for (DoubleUnaryOperator f : all()) {
      assertEquals(Double.NaN, f.applyAsDouble(Double.NaN));
    }
  }

  @Test
  void tanhAndSinAreOddCosIsEven() {
    RandomStream stream = Seeds.of(SEED).stream("parity");
    for (int i = 0; i < 10_000; i++) {
      double x = 3 * stream.nextGaussian();
      assertEquals(-Doubles.tanh(x), Doubles.tanh(-x));
      assertEquals(-Doubles.sin(x), Doubles.sin(-x));
      assertEquals(Doubles.cos(x), Doubles.cos(-x));
    }
  }

  private static DoubleUnaryOperator[] all() {
    return new DoubleUnaryOperator[] {
      Doubles::exp, Doubles::log, Doubles::tanh, Doubles::sigmoid, Doubles::sin, Doubles::cos
    };
  }

  private static void bound(
      String name,
      DoubleUnaryOperator f,
      DoubleFunction<BigDecimal> truth,
      double from,
      double to,
      double bound) {
    RandomStream stream = Seeds.of(SEED).stream(name);
    double worst = 0;
    double at = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = from + (to - from) * stream.nextDouble();
      double error = x == 0 ? 0 : Precise.ulps(f.applyAsDouble(x), truth.apply(x));
      if (error > worst) {
        worst = error;
        at = x;
      }
    }
    System.out.printf("%s in [%s, %s]: %.3f ulp at %s%n", name, from, to, worst, at);
    assertTrue(worst < bound, "%s: %s ulp at %s, seed %d".formatted(name, worst, at, SEED));
  }
}
