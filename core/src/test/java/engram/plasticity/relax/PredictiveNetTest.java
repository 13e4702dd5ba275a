// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.relax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.plasticity.compete.Activation;
import engram.plasticity.relax.PredictiveNet.Predictions;
import engram.plasticity.relax.PredictiveNet.Settled;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 19")
final class PredictiveNetTest {
  private static final double[] INPUT = {0.4, -0.9, 1.1};

  private static PredictiveNet net(List<double[][]> weights, double precision) {
    return new PredictiveNet(Activation.TANH, weights, precision);
  }

  static List<double[][]> weights(int... sizes) {
    RandomStream stream = Seeds.of(161).stream("weights");
    List<double[][]> weights = new ArrayList<>();
    for (int l = 1; l < sizes.length; l++) {
      double[][] w = Clouds.normal(sizes[l], sizes[l - 1], 0, stream);
      for (double[] row : w) {
        for (int j = 0; j < row.length; j++) {
          row[j] *= 0.6 / Math.sqrt(row.length);
        }
      }
      weights.add(w);
    }
    return weights;
  }

  /// Minus the gradient of half the squared error of the forward pass, by central differences.
  private static double[][][] descent(List<double[][]> weights, double[] target) {
    double[][][] descent = new double[weights.size()][][];
    for (int l = 0; l < weights.size(); l++) {
      double[][] w = weights.get(l);
      descent[l] = new double[w.length][w[0].length];
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < w[0].length; j++) {
          double before = w[i][j];
          w[i][j] = before + 1e-5;
          double up = loss(weights, target);
          w[i][j] = before - 1e-5;
          double down = loss(weights, target);
          w[i][j] = before;
          descent[l][i][j] = (down - up) / 2e-5;
        }
      }
    }
    return descent;
  }

  private static double loss(List<double[][]> weights, double[] target) {
    double[][] h = net(weights, 1).forward(INPUT);
    double loss = 0;
    for (int i = 0; i < target.length; i++) {
      double error = h[weights.size()][i] - target[i];
      loss += error * error / 2;
    }
    return loss;
  }

  /// The greatest difference of two changes, over the greatest entry of the first.
  static double apart(double[][][] a, double[][][] b) {
    double most = 0;
    double size = 0;
    for (int l = 0; l < a.length; l++) {
      for (int i = 0; i < a[l].length; i++) {
        for (int j = 0; j < a[l][i].length; j++) {
          most = Math.max(most, Math.abs(a[l][i][j] - b[l][i][j]));
          size = Math.max(size, Math.abs(a[l][i][j]));
        }
      }
    }
    return most / size;
  }

  /// Errors sent back by hand, to rounding.
  @Test
  void fixedPredictionsAreBackpropagation() {
    List<double[][]> weights = weights(3, 6, 5, 4, 2);
    PredictiveNet net = net(weights, 1);
    double[] target = {0.8, -0.5};
    double[][] h = net.forward(INPUT);
    double[] delta = {target[0] - h[4][0], target[1] - h[4][1]};
    Settled settled = net.settle(INPUT, target, Predictions.FIXED, 1, 3);
    for (int l = 3; l >= 0; l--) {
      assertArrayEquals(delta, settled.errors()[l], 1e-15);
      double[] sent = new double[h[l].length];
      for (int j = 0; j < sent.length; j++) {
        for (int i = 0; i < delta.length; i++) {
          sent[j] += weights.get(l)[i][j] * delta[i];
        }
        sent[j] *= 1 - Math.pow(Math.tanh(h[l][j]), 2);
      }
      delta = sent;
    }
    assertEquals(0, apart(descent(weights, target), settled.change()), 1e-8);
    Settled slow = net.settle(INPUT, target, Predictions.FIXED, 0.2, 400);
    assertEquals(0, apart(settled.change(), slow.change()), 1e-12);
  }

  /// Moving predictions come to it as the precision of the target goes to 0: half the precision,
  /// half the difference.
  @Test
  void movingPredictionsComeToBackpropagation() {
    List<double[][]> weights = weights(3, 6, 5, 2);
    double[] target = {0.8, -0.5};
    double[] apart = new double[2];
    for (int k = 0; k < 2; k++) {
      PredictiveNet net = net(weights, k == 0 ? 0.02 : 0.01);
      double[][][] exact = net.settle(INPUT, target, Predictions.FIXED, 1, 2).change();
      double[][][] moving = net.settle(INPUT, target, Predictions.MOVING, 0.2, 2000).change();
      apart[k] = apart(exact, moving);
    }
    assertTrue(apart[0] < 0.05, "was " + apart[0]);
    assertEquals(2, apart[0] / apart[1], 0.05);
  }

  /// The settled change is minus the gradient of F, and settling lowers F.
  @Test
  void changeAndSettlingDescendTheEnergy() {
    List<double[][]> weights = weights(3, 5, 4, 2);
    double[] target = {0.9, -0.7};
    Settled settled = settled(weights, target, 3000);
    double before = settled(weights, target, 0).energy();
    assertTrue(settled.energy() < settled(weights, target, 10).energy());
    assertTrue(settled(weights, target, 10).energy() < before);
    for (int l = 0; l < 3; l++) {
      double[][] w = weights.get(l);
      for (int i = 0; i < w.length; i++) {
        double kept = w[i][1];
        w[i][1] = kept + 1e-5;
        double up = settled(weights, target, 3000).energy();
        w[i][1] = kept - 1e-5;
        double down = settled(weights, target, 3000).energy();
        w[i][1] = kept;
        assertEquals((down - up) / 2e-5, settled.change()[l][i][1], 1e-9);
      }
    }
  }

  private static Settled settled(List<double[][]> weights, double[] target, int steps) {
    return net(weights, 0.5).settle(INPUT, target, Predictions.MOVING, 0.3, steps);
  }

  @Test
  void learnsATeacher() {
    double[][] teacher = {{0.5, -0.4, 0.2}};
    PredictiveNet net = net(weights(3, 8, 1), 1);
    RandomStream stream = Seeds.of(162).stream("x");
    double last = 0;
    for (int t = 0; t < 4000; t++) {
      double[] x = Clouds.normal(1, 3, 0, stream)[0];
      double[] target = {Math.tanh(Clouds.dot(teacher[0], x))};
      double error = net.forward(x)[2][0] - target[0];
      last += t >= 3500 ? error * error / 500 : 0;
      net.learn(net.settle(x, target, Predictions.MOVING, 0.3, 20), 0.05);
    }
    assertTrue(last < 0.002, "was " + last);
  }

  @Test
  void refusals() {
    PredictiveNet net = net(weights(3, 2), 1);
    refused(
        "target must be 2 values, at least 1, was 1",
        () -> net.settle(INPUT, new double[1], Predictions.FIXED, 1, 1));
    refused(
        "step must be in (0, 1] and steps 0 or more, was 0.0 and 1",
        () -> net.settle(INPUT, new double[2], Predictions.FIXED, 0, 1));
    refused(
        "weights of layer 1, unit 0 must be 2 values, at least 1, was 3",
        () -> net(List.of(new double[2][3], new double[1][3]), 1));
    refused("precision must be finite and above 0, was 0.0", () -> net(weights(3, 2), 0));
    refused(
        "eta must be finite and 0 or more, was -1.0",
        () -> net.learn(net.settle(INPUT, new double[2], Predictions.FIXED, 1, 1), -1));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
