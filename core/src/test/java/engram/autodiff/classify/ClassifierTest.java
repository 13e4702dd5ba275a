// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ClassifierTest {
  private static final int[] PARITY = {0, 1, 1, 0};

  /// Points near the corners of a square: a line cannot tell even from odd, a hidden layer can.
  private static LabelledRows corners(int count, RandomStream stream) {
    int[] labels = new int[count];
    float[] x = new float[2 * count];
    for (int i = 0; i < count; i++) {
      int corner = stream.nextInt(4);
      labels[i] = PARITY[corner];
      x[2 * i] = (float) (corner % 2 * 2 - 1 + 0.2 * stream.nextGaussian());
      x[2 * i + 1] = (float) (corner / 2 * 2 - 1 + 0.2 * stream.nextGaussian());
    }
    return LabelledRows.of(x, 2, labels, 2);
  }

  /// Rows that are normal around the unit vector of their class.
  private static LabelledRows vectors(int count) {
    RandomStream stream = Seeds.of(133).stream("x");
    float[] x = new float[3 * count];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 3;
      for (int j = 0; j < 3; j++) {
        x[3 * i + j] = (float) (stream.nextGaussian() + (j == labels[i] ? 1 : 0));
      }
    }
    return LabelledRows.of(x, 3, labels, 3);
  }

  private static RandomStream order(long seed) {
    return Seeds.of(seed).stream("order");
  }

  @Test
  void readoutIsLinearAndHiddenLayerIsNot() {
    LabelledRows rows = corners(2000, Seeds.of(131).stream("x"));
    TrainingPlan plan = new TrainingPlan(20, 0.01, 32);
    Classifier readout = Classifier.linear(2, 2);
    readout.learn(rows, plan, order(131));
    assertTrue(readout.accuracy(rows) < 0.8);
    Classifier net = Classifier.hiddenLayer(2, 16, 2, Seeds.of(131));
    net.learn(rows, plan, order(131));
    assertTrue(net.accuracy(rows) > 0.99);
  }

  @Test
  void readoutSeparatesWhatALineSeparates() {
    RandomStream stream = Seeds.of(132).stream("x");
    double[][] means = {{3, 0}, {-1.5, 2.6}, {-1.5, -2.6}};
    float[] x = new float[600];
    int[] labels = new int[300];
    for (int i = 0; i < 300; i++) {
      labels[i] = i % 3;
      x[2 * i] = (float) (means[labels[i]][0] + 0.3 * stream.nextGaussian());
      x[2 * i + 1] = (float) (means[labels[i]][1] + 0.3 * stream.nextGaussian());
    }
    LabelledRows rows = LabelledRows.of(x, 2, labels, 3);
    Classifier readout = Classifier.linear(2, 3);
    readout.learn(rows, new TrainingPlan(60, 0.02, 16), order(132));
    assertEquals(1, readout.accuracy(rows));
  }

  /// Weights, bias and accuracy of the plain loops that stood here before, with the same seed: five
  /// epochs of four batches of 8 and one of 5.
  @Test
  void readoutAgreesWithTheFormerLoops() {
    Classifier readout = Classifier.linear(3, 3);
    readout.learn(vectors(37), new TrainingPlan(5, 0.01, 8), order(133));
    float[] weights = { // inputs x classes
      0.21273232f, -0.21202716f, -0.07311821f,
      -0.14168042f, 0.1977545f, -0.19455455f,
      -0.18096708f, -0.061159655f, 0.17917454f
    };
    assertArrayEquals(weights, readout.parameters().values("readout.weight").floats(), 1e-5f);
    assertArrayEquals(
        new float[] {0.021538539f, -0.006262427f, -0.007395129f},
        readout.parameters().values("readout.bias").floats(),
        1e-5f);
    assertEquals(23 / 37.0, readout.accuracy(vectors(37)));
  }

  /// The same for the hidden layer, begun at the same weights, which were drawn output by output.
  @Test
  void hiddenLayerAgreesWithTheFormerLoops() {
    Classifier net = Classifier.hiddenLayer(3, 5, 3, Seeds.of(133));
    RandomStream weights = Seeds.of(133).stream("weights");
    turned(net.parameters().values("hidden.weight").floats(), 5, Math.sqrt(2 / 3.0), weights);
    turned(net.parameters().values("output.weight").floats(), 3, Math.sqrt(1 / 5.0), weights);
    LabelledRows rows = vectors(37);
    net.learn(rows, new TrainingPlan(5, 0.01, 8), order(133));
    float[] scores = {
      0.8830267f, -1.7997199f, -0.3101103f,
      -0.38497263f, 0.44119018f, 0.044747114f,
      -0.6504261f, 0.8514174f, -0.11021504f
    };
    assertArrayEquals(scores, Arrays.copyOf(net.scores(rows), 9), 1e-4f);
    assertEquals(21 / 37.0, net.accuracy(rows));
  }

  private static void turned(float[] weights, int outputs, double deviation, RandomStream stream) {
    int inputs = weights.length / outputs;
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        weights[i * outputs + o] = (float) (deviation * stream.nextGaussian());
      }
    }
  }

  /// Adam's first step is the rate against the sign of the gradient; a readout begins at 0.
  @Test
  void firstStepIsTheRateTowardsTheClass() {
    Classifier readout = Classifier.linear(1, 2);
    readout.learn(
        LabelledRows.of(new float[] {2}, 1, new int[] {1}, 2),
        new TrainingPlan(1, 0.1, 64),
        order(1));
    assertArrayEquals(
        new float[] {-0.1f, 0.1f}, readout.parameters().values("readout.weight").floats(), 1e-6f);
  }

  /// Scores are made in parts; a part's end lies inside these rows.
  @Test
  void scoresOfManyRowsAreThoseOfEachAlone() {
    LabelledRows many = corners(1203, Seeds.of(134).stream("x"));
    Classifier net = Classifier.hiddenLayer(2, 4, 2, Seeds.of(134));
    float[] all = net.scores(many);
    for (int row : new int[] {0, 499, 500, 1202}) {
      LabelledRows one =
          LabelledRows.of(Arrays.copyOfRange(many.x(), 2 * row, 2 * row + 2), 2, new int[1], 2);
      assertArrayEquals(net.scores(one), Arrays.copyOfRange(all, 2 * row, 2 * row + 2), 1e-6f);
    }
  }

  @Test
  void stateComesBack() {
    LabelledRows rows = vectors(30);
    Classifier net = Classifier.hiddenLayer(3, 4, 3, Seeds.of(135));
    net.learn(rows, new TrainingPlan(2, 0.01, 7), order(135));
    Classifier other = Classifier.hiddenLayer(3, 4, 3, Seeds.of(136));
    other.parameters().restore(net.parameters().snapshot());
    assertArrayEquals(net.scores(rows), other.scores(rows));
  }

  @Test
  void badRowsAreRefused() {
    float[] two = {1, 2};
    refused(
        "x must be labels x inputs = 0 x 2 values (at least one), was 0",
        () -> LabelledRows.of(new float[0], 2, new int[0], 2));
    refused(
        "x must be labels x inputs = 1 x 2 values (at least one), was 3",
        () -> LabelledRows.of(new float[3], 2, new int[1], 2));
    refused("label 1 must be in [0, 1], was 2", () -> LabelledRows.of(two, 1, new int[] {0, 2}, 2));
    refused(
        "label 0 must be in [0, 1], was -1", () -> LabelledRows.of(two, 1, new int[] {-1, 0}, 2));
    refused(
        "feature 1 of row 1 must be finite, was NaN",
        () -> LabelledRows.of(new float[] {1, 2, 3, Float.NaN}, 2, new int[2], 2));
    refused(
        "inputs and classes must be at least 1, was 0 and 2",
        () -> LabelledRows.of(two, 0, new int[1], 2));
  }

  @Test
  void badPlansAndMisfitsAreRefused() {
    refused("epochs must be at least 1, was 0", () -> new TrainingPlan(0, 1, 1));
    refused("rate must be finite and above 0, was NaN", () -> new TrainingPlan(1, Double.NaN, 1));
    refused("batch must be at least 1, was 0", () -> new TrainingPlan(1, 1, 0));
    refused(
        "rows must have 3 inputs and 2 classes, was 3 and 3",
        () -> Classifier.linear(3, 2).scores(vectors(3)));
    refused(
        "rows must have 2 inputs and 3 classes, was 3 and 3",
        () -> Classifier.linear(2, 3).learn(vectors(3), TrainingPlan.usual(), order(1)));
    refused(
        "inputs and outputs must be at least 1, was 2 and 0",
        () -> Classifier.hiddenLayer(2, 0, 2, Seeds.of(1)));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
