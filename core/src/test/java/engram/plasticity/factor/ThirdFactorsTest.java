// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 15")
final class ThirdFactorsTest {
  private static final double[] X = {0.6, -0.4, 0.8};
  private static final double[][] W = {{0.2, 0.5, -0.3}, {-0.6, 0.1, 0.4}};

  /// A smooth reward of the units' inputs.
  private static double reward(double[] u) {
    double a = Doubles.tanh(u[0]) - 0.5;
    double b = Doubles.tanh(u[1]) + 0.2;
    return -a * a - b * b + 0.3 * a * b;
  }

  private static double[] inputs(double[][] w) {
    double[] u = new double[2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        u[i] += w[i][j] * X[j];
      }
    }
    return u;
  }

  /// Mean over trials against differences of the reward: to 4 standard errors and the bias of
  /// sigma².
  @Test
  void nodePerturbationIsTheGradientInTheMean() {
    RandomStream stream = Seeds.of(91).stream("noise");
    NodePerturbation rule = new NodePerturbation(0.05);
    double[] change = new double[6];
    int trials = 200_000;
    double[] clean = inputs(W);
    double baseline = reward(clean);
    for (int t = 0; t < trials; t++) {
      double[] noise = {0.05 * stream.nextGaussian(), 0.05 * stream.nextGaussian()};
      double r = reward(new double[] {clean[0] + noise[0], clean[1] + noise[1]});
      rule.add((r - baseline) / trials, noise, X, change);
    }
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        double[][] up = {W[0].clone(), W[1].clone()};
        double[][] down = {W[0].clone(), W[1].clone()};
        up[i][j] += 1e-5;
        down[i][j] -= 1e-5;
        double gradient = (reward(inputs(up)) - reward(inputs(down))) / 2e-5;
        assertEquals(gradient, change[3 * i + j], 0.012, i + " " + j);
      }
    }
  }

  @Test
  void traceDecaysExactlyAndWaitsForTheReward() {
    EligibilityTrace trace = new EligibilityTrace(1, 500, 10);
    trace.step(new double[] {2});
    for (int t = 0; t < 50; t++) {
      trace.step(new double[] {0});
    }
    double[] change = {5};
    trace.add(0, change);
    assertEquals(5, change[0]);
    trace.add(1 - 0.3, change);
    assertEquals(5 + 0.7 * 2 * Math.exp(-1), change[0], 1e-13);
    trace.clear();
    assertEquals(0, trace.values()[0]);
  }

  @Test
  void withoutATimeConstantTheTraceIsTheLastTerm() {
    EligibilityTrace trace = new EligibilityTrace(2, 0, 4);
    trace.step(new double[] {2, 7});
    trace.step(new double[] {-1, 3});
    assertArrayEquals(new double[] {-1, 3}, trace.values());
  }

  @Test
  void gateLetsTheErrorThrough() {
    double[] change = {10, 20, 30, 40};
    GatedDelta.add(0.5, new double[] {3, -4}, new double[] {2, -1}, change);
    assertArrayEquals(new double[] {13, 18.5, 26, 42}, change);
    GatedDelta.add(0, new double[] {3, -4}, new double[] {2, -1}, change);
    assertArrayEquals(new double[] {13, 18.5, 26, 42}, change);
  }

  @Test
  void refusals() {
    refused("sigma must be finite and above 0, was 0.0", () -> new NodePerturbation(0));
    refused("tauMs must be finite, 0 or more, was -1.0", () -> new EligibilityTrace(1, -1, 1));
    refused("dtMs must be finite and above 0, was 0.0", () -> new EligibilityTrace(1, 1, 0));
    refused("synapses must be at least 1, was 0", () -> new EligibilityTrace(0, 1, 1));
    refused(
        "gate must be finite, was NaN",
        () -> GatedDelta.add(Double.NaN, new double[1], new double[1], new double[1]));
    refused(
        "change must be units x inputs, 2 x 3, was 5",
        () -> GatedDelta.add(1, new double[2], new double[3], new double[5]));
    EligibilityTrace two = new EligibilityTrace(2, 1, 1);
    refused("term must be one a synapse, 2, was 3", () -> two.step(new double[3]));
    refused("change must be one a synapse, 2, was 1", () -> two.add(1, new double[1]));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
