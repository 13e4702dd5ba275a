// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.homeostasis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 16")
final class HomeostasisTest {
  /// A linear unit: the rate comes to its target, the ratio of two weights stays.
  @Test
  void scalingKeepsRatiosExactly() {
    SynapticScaling scaling = new SynapticScaling(5, 0.05);
    double a = 0.25;
    double b = 1.0;
    for (int t = 0; t < 400; t++) {
      double factor = scaling.factor(3 * a + b);
      a *= factor;
      b *= factor;
    }
    assertEquals(5, 3 * a + b, 1e-9);
    assertEquals(4, b / a, 1e-12);
    assertEquals(0, scaling.factor(1e6), "a step never turns a sign");
  }

  @Test
  void thresholdHoldsTheMeanActivity() {
    RandomStream stream = Seeds.of(101).stream("u");
    ThresholdAdaptation rule = new ThresholdAdaptation(0.1, 0.001);
    double threshold = 0;
    double mean = 0;
    for (int t = 0; t < 60_000; t++) {
      double z = stream.nextDouble() > threshold ? 1 : 0;
      threshold = rule.step(threshold, z);
      mean += t >= 20_000 ? z / 40_000 : 0;
    }
    assertEquals(0.1, mean, 0.005);
    assertEquals(0.9, threshold, 0.03);
  }

  /// Activity becomes exponential: mean mu, and `P(y > 2 mu)` near e^-2.
  @Test
  void intrinsicPlasticityMakesActivityExponential() {
    RandomStream stream = Seeds.of(102).stream("u");
    IntrinsicPlasticity unit = new IntrinsicPlasticity(1, 0);
    double mean = 0;
    double above = 0;
    for (int t = 0; t < 200_000; t++) {
      double u = stream.nextGaussian();
      double y = unit.activity(u);
      if (t >= 100_000) {
        mean += y / 100_000;
        above += y > 0.2 ? 1 / 100_000.0 : 0;
      }
      unit = unit.step(u, 0.1, 0.001);
    }
    assertEquals(0.1, mean, 0.01);
    assertEquals(Math.exp(-2), above, 0.03);
  }

  @Test
  void refusals() {
    refused("mu must be in (0, 1), was 0.0", () -> new IntrinsicPlasticity(1, 0).step(0, 0, 0.1));
    refused(
        "gain must be finite and above 0 and bias finite, was 0.0 and 1.0",
        () -> new IntrinsicPlasticity(0, 1));
    refused("eta must be finite and 0 or more, was -1.0", () -> new SynapticScaling(1, -1));
    refused("target must be finite, was NaN", () -> new ThresholdAdaptation(Double.NaN, 1));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
