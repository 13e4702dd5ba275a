// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.relax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.NumericalException;
import engram.plasticity.Clouds;
import engram.plasticity.compete.Activation;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 19")
final class EquilibriumNetTest {
  private static final Settling CLOSELY = new Settling(0.4, 1e-14, 5000);
  private static final double[] INPUT = {0.7, -0.9, 1.1};
  private static final double[] TARGET = {0.6, -0.4};

  private static EquilibriumNet net(List<double[][]> weights) {
    return new EquilibriumNet(Activation.TANH, weights, CLOSELY);
  }

  private static double cost(EquilibriumNet net) {
    double[] out = net.free(INPUT)[2];
    double cost = 0;
    for (int i = 0; i < 2; i++) {
      cost += (out[i] - TARGET[i]) * (out[i] - TARGET[i]) / 2;
    }
    return cost;
  }

  /// Minus the gradient of a measure of the net, by central differences.
  private static double[][][] descent(
      List<double[][]> weights, ToDoubleFunction<EquilibriumNet> of) {
    double[][][] descent = new double[weights.size()][][];
    for (int l = 0; l < weights.size(); l++) {
      double[][] w = weights.get(l);
      descent[l] = new double[w.length][w[0].length];
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < w[0].length; j++) {
          double before = w[i][j];
          w[i][j] = before + 1e-4;
          double up = of.applyAsDouble(net(weights));
          w[i][j] = before - 1e-4;
          double down = of.applyAsDouble(net(weights));
          w[i][j] = before;
          descent[l][i][j] = (down - up) / 2e-4;
        }
      }
    }
    return descent;
  }

  /// Halving beta halves the error of one side and quarters that of two.
  @Test
  void nudgesComeToTheGradient() {
    List<double[][]> weights = PredictiveNetTest.weights(3, 5, 2);
    double[][][] exact = descent(weights, EquilibriumNetTest::cost);
    EquilibriumNet net = net(weights);
    double[] one = new double[2];
    double[] two = new double[2];
    for (int k = 0; k < 2; k++) {
      double beta = k == 0 ? 0.1 : 0.05;
      one[k] =
          PredictiveNetTest.apart(exact, net.change(INPUT, TARGET, new Contrast.OneSided(beta)));
      two[k] =
          PredictiveNetTest.apart(exact, net.change(INPUT, TARGET, new Contrast.TwoSided(beta)));
    }
    assertEquals(2, one[0] / one[1], 0.15);
    assertEquals(4, two[0] / two[1], 0.15);
    assertTrue(two[0] < one[0] / 5, one[0] + " and " + two[0]);
    double[][][] fine = net.change(INPUT, TARGET, new Contrast.TwoSided(1e-3));
    assertEquals(0, PredictiveNetTest.apart(exact, fine), 3e-6);
  }

  /// What a contrast descends exactly, at any strength: the difference of energies.
  @Test
  void contrastsDescendTheirEnergies() {
    List<double[][]> weights = PredictiveNetTest.weights(3, 5, 2);
    double[][][] clamped =
        descent(
            weights, net -> net.energy(net.clamped(INPUT, TARGET)) - net.energy(net.free(INPUT)));
    assertEquals(
        0,
        PredictiveNetTest.apart(
            clamped, net(weights).change(INPUT, TARGET, new Contrast.Clamped())),
        1e-7);
    double beta = 0.7;
    double[][][] nudged =
        descent(
            weights,
            net -> {
              double[][] s = net.nudged(INPUT, TARGET, beta);
              double a = s[2][0] - TARGET[0];
              double b = s[2][1] - TARGET[1];
              return (net.energy(s) - net.energy(net.free(INPUT))) / beta + (a * a + b * b) / 2;
            });
    assertEquals(
        0,
        PredictiveNetTest.apart(
            nudged, net(weights).change(INPUT, TARGET, new Contrast.OneSided(beta))),
        1e-7);
  }

  /// One layer without neighbours above: the free state solves `s = rho'(s) W x`.
  @Test
  void freeStateIsAFixedPoint() {
    EquilibriumNet net = net(List.<double[][]>of(new double[][] {{0.5, 0.2, -0.1}}));
    double drive = 0.5 * 0.7 - 0.2 * 0.9 - 0.1 * 1.1;
    double s = net.free(INPUT)[1][0];
    assertEquals(drive * (1 - Math.pow(Math.tanh(s), 2)), s, 1e-13);
    assertEquals(s * s / 2 - Math.tanh(s) * drive, net.energy(net.free(INPUT)), 1e-15);
  }

  @Test
  void everyContrastLearnsATeacher() {
    for (Contrast contrast :
        List.of(new Contrast.OneSided(0.2), new Contrast.TwoSided(0.2), new Contrast.Clamped())) {
      EquilibriumNet net =
          new EquilibriumNet(
              Activation.TANH, PredictiveNetTest.weights(3, 6, 1), new Settling(0.5, 1e-6, 500));
      RandomStream stream = Seeds.of(163).stream("x");
      double first = 0;
      double last = 0;
      for (int t = 0; t < 2000; t++) {
        double[] x = Clouds.normal(1, 3, 0, stream)[0];
        double[] target = {0.4 * Math.tanh(0.7 * x[0] - 0.5 * x[1])};
        double error = net.free(x)[2][0] - target[0];
        first += t < 200 ? error * error / 200 : 0;
        last += t >= 1800 ? error * error / 200 : 0;
        net.learn(x, target, contrast, 0.1);
      }
      assertTrue(last < first / 5, contrast + ": " + first + " to " + last);
    }
  }

  @Test
  void refusals() {
    EquilibriumNet net = net(List.<double[][]>of(new double[][] {{1, 1, 1}}));
    refused("beta must be finite and not 0, was 0.0", () -> new Contrast.OneSided(0));
    refused("beta must be finite and above 0, was -1.0", () -> new Contrast.TwoSided(-1));
    refused("step must be in (0, 1], was 2.0", () -> new Settling(2, 1, 1));
    refused("input must be finite, was NaN at 1", () -> net.free(new double[] {1, 0.0 / 0, 1}));
    EquilibriumNet hasty =
        new EquilibriumNet(
            Activation.TANH,
            List.<double[][]>of(new double[][] {{1, 1, 1}}),
            new Settling(0.5, 1e-9, 1));
    assertEquals(
        "an equilibrium net did not settle in 1 steps: the last one moved by 0.25",
        assertThrows(NumericalException.class, () -> hasty.free(new double[] {1, -1, 0.5}))
            .getMessage());
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
