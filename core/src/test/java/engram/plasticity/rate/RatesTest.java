// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 11, spec 23")
final class RatesTest {
  @Test
  void policiesFollowTheirFormulas() {
    assertEquals(0.3, new ConstantRate(0.3).rate(99));
    LinearDecay line = new LinearDecay(0.4, 10);
    assertEquals(0.4, line.rate(0));
    assertEquals(0.12, line.rate(7, 1), 1e-15);
    assertEquals(0, line.rate(10));
    assertEquals(0, line.rate(11));
    assertEquals(0.25, new Reciprocal(1, 1).rate(3));
    assertEquals(0.2, new Reciprocal(0.4, 50).rate(50), 1e-15);
    NormDependent norm = new NormDependent(0.1, 1, 0.5);
    assertEquals(0.1 * Math.sqrt(34), norm.rate(0, 35), 1e-14);
    assertEquals(0.1 * Math.sqrt(0.75), norm.rate(0, 0.25), 1e-15);
    assertEquals(0, norm.rate(0, 1));
  }

  /// The running mean: `m += (x - m) / (1 + t)` is the mean of all x so far.
  @Test
  void reciprocalIsTheRunningMean() {
    LearningRatePolicy share = new Reciprocal(1, 1);
    double mean = 0;
    for (int t = 0; t < 100; t++) {
      mean += share.rate(t) * (t * t - mean);
    }
    assertEquals(99 * 199 / 6.0, mean, 1e-9);
  }

  @Test
  void anyLoopCanHaveAPolicyOfItsOwn() {
    double[] loss = {4};
    LearningRatePolicy following = (_, _) -> 0.1 * loss[0];
    assertEquals(0.4, following.rate(0), 1e-15);
    loss[0] = 1;
    assertEquals(0.1, following.rate(1), 1e-15);
  }

  @Test
  void warningIsAValue() {
    assertTrue(RateWarning.of("Oja", 0.1, 0.1).isEmpty());
    assertEquals(new RateWarning("Oja", 0.2, 0.1), RateWarning.of("Oja", 0.2, 0.1).orElseThrow());
  }

  @Test
  void refusals() {
    refused("eta must be finite and 0 or more, was -0.1", () -> new ConstantRate(-0.1));
    refused("eta must be finite and 0 or more, was NaN", () -> new LinearDecay(Double.NaN, 5));
    refused("steps must be at least 1, was 0", () -> new LinearDecay(0.1, 0));
    refused("halving must be above 0, was 0.0", () -> new Reciprocal(0.1, 0));
    refused("exponent must be finite and above 0, was 0.0", () -> new NormDependent(1, 1, 0));
    refused("norm must be finite and 0 or more, was NaN", () -> new NormDependent(1, 1, 1).rate(0));
    refused(
        "x must be samples of 2 inputs, at least one, was 0 values",
        () -> DataScale.of(new float[0], 2));
    refused(
        "input 0 of sample 1 must be finite, was Infinity",
        () -> DataScale.of(new float[] {1, 2, Float.POSITIVE_INFINITY, 0}, 2));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
