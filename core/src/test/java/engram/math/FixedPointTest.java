// SPDX-License-Identifier: Apache-2.0
package engram.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FixedPointTest {
  @Test
  void comesToRestAtTheFixedPoint() {
    FixedPoint point =
        new FixedPoint.Rule(1, 1e-14, 1000)
            .iterate(x -> new double[] {StrictMath.cos(x[0]), 0.5 * x[1] + x[0]}, 0, 0);
    assertTrue(point.converged(), point.toString());
    double dottie = 0.7390851332151607;
    assertArrayEquals(new double[] {dottie, 2 * dottie}, point.state(), 1e-13);
    assertTrue(point.residual() <= 2e-14, point.toString());
  }

  /// g(x) = c - 3 x has its fixed point at c / 4; the undamped iteration grows by -3 a step, damped
  /// by d the factor is 1 - 4 d: zero at d = 1/4.
  @Test
  void dampingTamesWhatWouldOscillateAway() {
    FixedPoint wild = new FixedPoint.Rule(1, 1e-12, 60).iterate(x -> map(x), 1);
    assertFalse(wild.converged());
    assertEquals(60, wild.iterations());
    assertEquals(4 * StrictMath.pow(3, 59) * 1.0, wild.residual(), 1e-6 * wild.residual());
    FixedPoint tame = new FixedPoint.Rule(0.25, 1e-12, 60).iterate(x -> map(x), 1);
    assertTrue(tame.converged());
    assertEquals(2, tame.iterations());
    assertArrayEquals(new double[] {2}, tame.state(), 1e-12);
  }

  @Test
  void stopsWhereTheMapLeavesTheNumbers() {
    FixedPoint point =
        new FixedPoint.Rule(1, 1e-12, 1000).iterate(x -> new double[] {x[0] * x[0]}, 10);
    assertFalse(point.converged());
    assertTrue(point.iterations() < 12, point.toString());
    assertTrue(Double.isFinite(point.state()[0]) && Double.isInfinite(point.residual()));
    FixedPoint nan = new FixedPoint.Rule(1, 1e-12, 9).iterate(x -> new double[] {Double.NaN}, 1);
    assertFalse(nan.converged());
    assertEquals(1, nan.iterations());
    assertArrayEquals(new double[] {1}, nan.state());
  }

  @Test
  void leavesTheStartAlone() {
    double[] start = {1, 2};
    new FixedPoint.Rule(0.5, 1e-12, 5).iterate(x -> new double[2], start);
    assertArrayEquals(new double[] {1, 2}, start);
  }

  @Test
  void refusesBadInput() {
    assertEquals("damping must be in (0, 1], was 0.0", message(() -> rule(0, 1, 1)));
    assertEquals("tolerance must be above 0, was NaN", message(() -> rule(1, Double.NaN, 1)));
    assertEquals("mostIterations must be above 0, was 0", message(() -> rule(1, 1, 0)));
    assertEquals(
        "map must keep the length 1, was 2",
        message(() -> rule(1, 1, 1).iterate(x -> new double[2], 0)));
  }

  private static double[] map(double[] x) {
    return new double[] {8 - 3 * x[0]};
  }

  private static FixedPoint.Rule rule(double damping, double tolerance, int mostIterations) {
    return new FixedPoint.Rule(damping, tolerance, mostIterations);
  }

  private static @Nullable String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
