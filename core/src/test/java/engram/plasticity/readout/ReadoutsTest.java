// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.readout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

final class ReadoutsTest {
  private static final int[] PARITY = {0, 1, 1, 0};

  /// Points near the corners of a square: a line cannot tell even from odd, a hidden layer can.
  private static float[] corners(int[] labels, RandomStream stream) {
    float[] x = new float[labels.length * 2];
    for (int i = 0; i < labels.length; i++) {
      int corner = stream.nextInt(4);
      labels[i] = PARITY[corner];
      x[2 * i] = (float) (corner % 2 * 2 - 1 + 0.2 * stream.nextGaussian());
      x[2 * i + 1] = (float) (corner / 2 * 2 - 1 + 0.2 * stream.nextGaussian());
    }
    return x;
  }

  @Test
  void readoutIsLinearAndHiddenLayerIsNot() {
    int[] labels = new int[2000];
    float[] x = corners(labels, Seeds.of(131).stream("x"));
    TrainingPlan plan = new TrainingPlan(20, 0.01, 32);
    SoftmaxReadout readout =
        SoftmaxReadout.fit(x, 2, labels, 2, plan, Seeds.of(131).stream("order"));
    assertTrue(readout.accuracy(x, labels) < 0.8);
    HiddenLayerNet net = HiddenLayerNet.random(2, 16, 2, Seeds.of(131).stream("weights"));
    net.learn(x, labels, plan, Seeds.of(131).stream("order"));
    assertTrue(net.accuracy(x, labels) > 0.99);
  }

  @Test
  void readoutSeparatesWhatALineSeparates() {
    RandomStream stream = Seeds.of(132).stream("x");
    float[] x = new float[600];
    int[] labels = new int[300];
    for (int i = 0; i < 300; i++) {
      labels[i] = i % 3;
      x[2 * i] = (float) (Math.cos(labels[i] * 2.1) * 3 + 0.3 * stream.nextGaussian());
      x[2 * i + 1] = (float) (Math.sin(labels[i] * 2.1) * 3 + 0.3 * stream.nextGaussian());
    }
    SoftmaxReadout readout =
        SoftmaxReadout.fit(
            x, 2, labels, 3, new TrainingPlan(60, 0.02, 16), Seeds.of(132).stream("order"));
    assertEquals(1, readout.accuracy(x, labels));
  }

  /// The gradient that reaches the scores against differences of the mean cross-entropy.
  @Test
  void gradientIsThatOfTheCrossEntropy() {
    float[] scores = {0.3f, -1.2f, 0.8f, 0.1f, 0.5f, -0.4f};
    int[] labels = {2, 0};
    Batches batches = new Batches(new float[2], 1, labels, 3, 2);
    batches.classes[0] = 2;
    batches.classes[1] = 0;
    float[] gradient = scores.clone();
    batches.gradient(gradient, 3, 2);
    for (int k = 0; k < 6; k++) {
      double up = crossEntropy(scores, labels, k, 1e-4);
      double down = crossEntropy(scores, labels, k, -1e-4);
      assertEquals((up - down) / 2e-4, gradient[k], 1e-6);
    }
  }

  private static double crossEntropy(float[] scores, int[] labels, int moved, double by) {
    double loss = 0;
    for (int b = 0; b < 2; b++) {
      double sum = 0;
      double own = 0;
      for (int c = 0; c < 3; c++) {
        double z = scores[3 * b + c] + (3 * b + c == moved ? by : 0);
        sum += Math.exp(z);
        own = c == labels[b] ? z : own;
      }
      loss += (Math.log(sum) - own) / 2;
    }
    return loss;
  }

  /// The first step of Adam is the rate against the sign of the gradient.
  @Test
  void adamBeginsWithStepsOfTheRate() {
    float[] w = {1, 1, 1};
    new Adam(3).step(w, new float[] {5, -0.01f, 0}, 0.1);
    assertArrayEquals(new float[] {0.9f, 1.1f, 1}, w, 1e-6f);
  }

  @Test
  void refusals() {
    refused("epochs must be at least 1, was 0", () -> new TrainingPlan(0, 1, 1));
    refused("rate must be finite and above 0, was NaN", () -> new TrainingPlan(1, Double.NaN, 1));
    refused("batch must be at least 1, was 0", () -> new TrainingPlan(1, 1, 0));
    refused(
        "label 1 must be in [0, 1], was 2",
        () ->
            SoftmaxReadout.fit(
                new float[2],
                1,
                new int[] {0, 2},
                2,
                TrainingPlan.usual(),
                Seeds.of(1).stream("order")));
    refused(
        "rows must be labels x inputs = 1 x 2 values (at least one), was 3",
        () -> new Batches(new float[3], 2, new int[1], 2, 1));
    refused(
        "inputs, units and classes must be at least 1, was 2, 0, 2",
        () -> HiddenLayerNet.random(2, 0, 2, Seeds.of(1).stream("w")));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
