// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.source.FromPaper;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

@FromPaper(
    value = "ska",
    at = "arXiv 2503.13942, entropy as an integral; arXiv 2504.03214, Lagrangian")
final class BinaryEntropyTest {
  private static double[] path(int points, DoubleUnaryOperator z) {
    double[] path = new double[points + 1];
    for (int k = 0; k <= points; k++) {
      path[k] = z.applyAsDouble((double) k / points);
    }
    return path;
  }

  private static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }

  @Test
  void knowsTheEntropyOfSimpleProbabilities() {
    assertEquals(1, BinaryEntropy.bits(0.5), 1e-15);
    assertEquals(0.468996, BinaryEntropy.bits(0.9), 1e-6);
    assertEquals(0, BinaryEntropy.bits(0));
    assertEquals(0, BinaryEntropy.bits(1));
  }

  @Test
  void pathFromOneHalfToNineTenthsLosesTheDifferenceOfEntropies() {
    double end = StrictMath.log(9);
    double expected = BinaryEntropy.bits(0.9) - BinaryEntropy.bits(0.5);
    assertEquals(-0.531004, expected, 1e-6);
    assertEquals(expected, BinaryEntropy.pathEntropy(path(10_000, t -> end * t)), 1e-3);
  }

  @Test
  void detourEndsAtTheSameEntropy() {
    double end = StrictMath.log(9);
    double[] detour = path(10_000, t -> end * t + 3 * StrictMath.sin(2 * Math.PI * t));
    assertEquals(-0.531004, BinaryEntropy.pathEntropy(detour), 3e-3);
  }

  @Test
  void actionOfTheLagrangianIsTheDifferenceOfEntropiesForEveryPath() {
    DoubleUnaryOperator z = t -> 2 * t - 1 + StrictMath.sin(5 * t);
    int points = 20_000;
    double action = 0;
    for (int k = 0; k < points; k++) {
      double at = z.applyAsDouble((k + 0.5) / points);
      double change = z.applyAsDouble((k + 1.0) / points) - z.applyAsDouble((double) k / points);
      action -= at * sigmoid(at) * (1 - sigmoid(at)) * change;
    }
    double expected =
        BinaryEntropy.nats(sigmoid(z.applyAsDouble(1)))
            - BinaryEntropy.nats(sigmoid(z.applyAsDouble(0)));
    assertEquals(expected, action, 1e-7);
  }

  /// d/dt (dL/dv) = dL/dz for L = -z sigma'(z) v holds identically: it selects no path.
  @Test
  void eulerLagrangeResidualIsZeroOnArbitraryPaths() {
    DoubleUnaryOperator z = t -> StrictMath.sin(3 * t) + 0.5 * t * t;
    double step = 1e-4;
    for (double t = 0.1; t < 2; t += 0.17) {
      double rate =
          (momentum(z.applyAsDouble(t + step)) - momentum(z.applyAsDouble(t - step))) / (2 * step);
      double here = z.applyAsDouble(t);
      double speed = (z.applyAsDouble(t + step) - z.applyAsDouble(t - step)) / (2 * step);
      double force = (momentum(here + step) - momentum(here - step)) / (2 * step) * speed;
      assertEquals(0, rate - force, 1e-6, "t = " + t);
    }
  }

  private static double momentum(double z) {
    return -z * sigmoid(z) * (1 - sigmoid(z));
  }

  @Test
  void refusesWhatIsNoProbabilityAndNoPath() {
    assertEquals(
        "d must be in [0, 1], was 1.5",
        assertThrows(IllegalArgumentException.class, () -> BinaryEntropy.nats(1.5)).getMessage());
    assertEquals(
        "d must be in [0, 1], was NaN",
        assertThrows(IllegalArgumentException.class, () -> BinaryEntropy.bits(Double.NaN))
            .getMessage());
    assertEquals(
        "z must have at least one point, was empty",
        assertThrows(IllegalArgumentException.class, () -> BinaryEntropy.pathEntropy(new double[0]))
            .getMessage());
  }
}
