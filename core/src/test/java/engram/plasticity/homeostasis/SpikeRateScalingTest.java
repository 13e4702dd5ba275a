// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.homeostasis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 16")
final class SpikeRateScalingTest {
  /// The exact factor against small steps of the equation, and in two parts.
  @Test
  void factorSolvesItsEquation() {
    SpikeRateScaling scaling = new SpikeRateScaling(8, 300, 0.2);
    double logarithm = 0;
    double h = 0.01;
    for (int k = 0; k < 70_000; k++) {
      double rate = 20 * Math.exp(-(k + 0.5) * h / 300);
      logarithm += 0.2 * (8 - rate) / 1000 * h;
    }
    assertEquals(Math.exp(logarithm), scaling.factor(20, 700), 1e-9);
    double parts = scaling.factor(20, 250) * scaling.factor(scaling.decayed(20, 250), 450);
    assertEquals(scaling.factor(20, 700), parts, 1e-14);
    assertEquals(1, scaling.factor(20, 0));
  }

  /// A Poisson neuron whose rate is the sum of its weights comes to its target; ratios stay.
  @Test
  void neuronComesToItsRateAndKeepsRatios() {
    SpikeRateScaling scaling = new SpikeRateScaling(10, 2000, 0.005);
    RandomStream stream = Seeds.of(103).stream("spikes");
    double a = 30;
    double b = 10;
    double estimate = 0;
    double elapsed = 0;
    int late = 0;
    while (elapsed < 600_000) {
      double wait = 1000 / (a + b) * stream.nextExponential();
      double factor = scaling.factor(estimate, wait);
      a *= factor;
      b *= factor;
      estimate = scaling.afterSpike(scaling.decayed(estimate, wait));
      elapsed += wait;
      late += elapsed > 300_000 ? 1 : 0;
    }
    assertEquals(10, late / 300.0, 0.7);
    assertEquals(3, a / b, 1e-11);
  }

  @Test
  void refusals() {
    refused("targetHz must be finite and 0 or more, was NaN", () -> scaling(Double.NaN, 1, 1));
    refused("tauMs must be finite and above 0, was 0.0", () -> scaling(1, 0, 1));
    refused("eta must be finite and 0 or more, was -1.0", () -> scaling(1, 1, -1));
  }

  private static SpikeRateScaling scaling(double targetHz, double tauMs, double eta) {
    return new SpikeRateScaling(targetHz, tauMs, eta);
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
