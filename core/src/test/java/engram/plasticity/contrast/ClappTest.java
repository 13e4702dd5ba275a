// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.contrast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.plasticity.compete.Activation;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 19")
final class ClappTest {
  private static final double[] NOW = {0.6, -0.4, 0.8, 0.3};
  private static final double[] THEN = {0.7, -0.1, 0.5, 0.9};

  private static double[][] matrix(int rows, int columns, double size, String name) {
    double[][] matrix = Clouds.normal(rows, columns, 0, Seeds.of(171).stream(name));
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] *= size;
      }
    }
    return matrix;
  }

  private static double loss(Activation f, double[][] w, double[][] p, boolean same) {
    return new ClappLayer(f, w, p).change(NOW, THEN, same).loss();
  }

  @Test
  void changeFollowsTheGradientOfTheLoss() {
    double[][] w = matrix(3, 4, 0.4, "w");
    double[][] p = matrix(3, 3, 0.4, "p");
    for (Activation f : List.of(Activation.RELU, Activation.TANH)) {
      for (boolean same : new boolean[] {true, false}) {
        ClappLayer.Change change = new ClappLayer(f, w, p).change(NOW, THEN, same);
        assertTrue(change.loss() > 0);
        agrees(w, change.weights(), () -> loss(f, w, p, same));
        agrees(p, change.prediction(), () -> loss(f, w, p, same));
      }
    }
  }

  private static void agrees(double[][] matrix, double[][] change, DoubleSupplier loss) {
    for (int j = 0; j < matrix.length; j++) {
      for (int i = 0; i < matrix[j].length; i++) {
        double before = matrix[j][i];
        matrix[j][i] = before + 1e-6;
        double up = loss.getAsDouble();
        matrix[j][i] = before - 1e-6;
        double down = loss.getAsDouble();
        matrix[j][i] = before;
        assertEquals((down - up) / 2e-6, change[j][i], 1e-9, j + " " + i);
      }
    }
  }

  /// A pair that is told apart by the margin changes nothing.
  @Test
  void hingeIsFlatBeyondTheMargin() {
    ClappLayer layer = new ClappLayer(Activation.RELU, new double[][] {{2}}, new double[][] {{1}});
    ClappLayer.Change told = layer.change(new double[] {1}, new double[] {1}, true);
    assertEquals(0, told.loss());
    assertEquals(0, told.weights()[0][0]);
    assertEquals(0, told.prediction()[0][0]);
    assertEquals(5, layer.change(new double[] {1}, new double[] {1}, false).loss(), "1 + 4");
  }

  /// The loss of the upper layer depends on the weights of the lower one, whose step is yet that of
  /// its own loss alone.
  @Test
  void lossesStayInTheirLayers() {
    double[][] w = matrix(3, 4, 0.4, "w");
    double[][] p = matrix(3, 3, 0.4, "p");
    ClappLayer lower = new ClappLayer(Activation.TANH, w, p);
    ClappLayer upper =
        new ClappLayer(Activation.TANH, matrix(2, 3, 1, "upper"), matrix(2, 2, 1, "q"));
    double before = new ClappStack(List.of(lower, upper)).learn(NOW, THEN, true, 0)[1];
    double[][] more = lower.weights();
    more[0][0] += 0.1;
    ClappLayer moved = new ClappLayer(Activation.TANH, more, p);
    double after = new ClappStack(List.of(moved, upper)).learn(NOW, THEN, true, 0)[1];
    assertTrue(Math.abs(after - before) > 1e-4, before + " and " + after);
    ClappLayer alone = new ClappLayer(Activation.TANH, w, p);
    alone.learn(alone.change(NOW, THEN, true), 0.3);
    new ClappStack(List.of(lower, upper)).learn(NOW, THEN, true, 0.3);
    assertArrayEquals(alone.weights(), lower.weights());
    assertArrayEquals(alone.prediction(), lower.prediction());
  }

  /// Noisy views of eight things: both layers learn which views belong together, and nothing where
  /// the third factor is a coin.
  @Test
  void learnsWhatBelongsTogether() {
    double[] told = lateLosses(true);
    double[] coin = lateLosses(false);
    for (int l = 0; l < 2; l++) {
      assertTrue(told[l] < 0.6, "layer %d: %s".formatted(l, told[l]));
      assertTrue(coin[l] > 0.9, "layer %d by a coin: %s".formatted(l, coin[l]));
    }
  }

  private static double[] lateLosses(boolean honest) {
    RandomStream stream = Seeds.of(172).stream("views");
    double[][] things = Clouds.normal(8, 10, 0, stream);
    ClappStack stack =
        new ClappStack(
            List.of(
                new ClappLayer(
                    Activation.RELU, matrix(16, 10, 0.3, "a"), matrix(16, 16, 0.02, "b")),
                new ClappLayer(
                    Activation.RELU, matrix(12, 16, 0.3, "c"), matrix(12, 12, 0.02, "d"))));
    double[] late = new double[2];
    for (int t = 0; t < 4000; t++) {
      int thing = stream.nextInt(8);
      boolean same = stream.nextBoolean();
      int next = same ? thing : (thing + 1 + stream.nextInt(7)) % 8;
      boolean said = honest ? same : stream.nextBoolean();
      double[] losses =
          stack.learn(view(things[thing], stream), view(things[next], stream), said, 0.004);
      for (int l = 0; l < 2 && t >= 3000; l++) {
        late[l] += losses[l] / 1000;
      }
    }
    return late;
  }

  private static double[] view(double[] thing, RandomStream stream) {
    double[] view = thing.clone();
    for (int i = 0; i < view.length; i++) {
      view[i] += 0.2 * stream.nextGaussian();
    }
    return view;
  }

  @Test
  void refusals() {
    refused(
        "prediction must be 2 x 2, was 1 x 2",
        () -> new ClappLayer(Activation.RELU, new double[2][3], new double[1][2]));
    ClappLayer layer = new ClappLayer(Activation.RELU, new double[2][3], new double[2][2]);
    refused("x must be one an input, 3, was 2", () -> layer.activity(new double[2]));
    refused(
        "inputs of layer 1 must be the units below, 2, was 3",
        () -> new ClappStack(List.of(layer, layer)));
    refused("layers must be at least one, was 0", () -> new ClappStack(List.of()));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
