// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.autodiff.array.Windows;
import engram.kernel.Workers;
import engram.random.Seeds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What PyTorch's golden values leave open: judging, first weights, layers by plain loops.
final class LayersTest {
  private final Parameters parameters = new Parameters(Precision.DOUBLE);

  private static double[] draws(int count) {
    double[] draws = new double[count];
    Seeds.of(2).stream("draws").fillGaussian(draws, 1);
    return draws;
  }

  private static double[] run(Node x, double[] at, Node y) {
    Program program = Program.of(y);
    program.values(x).copyFrom(at);
    program.run();
    return program.values(y).toDoubles();
  }

  @Test
  void batchNormJudgesByTheMomentsThatTrainingGathered() {
    BatchNorm norm = new BatchNorm("n", 2, 1, 1e-5);
    norm.addTo(parameters, Seeds.of(1));
    double[] batch = {1, 10, 3, 30, 5, 50};
    Graph training = Graph.over(parameters);
    Node x = training.input("x", 3, 2);
    Node trained = norm.apply(x, Layer.Mode.TRAINING);
    Program program = Program.assigning(List.of(trained), Workers.one());
    program.values(x).copyFrom(batch);
    program.run();
    assertArrayEquals(new double[] {3, 30}, parameters.values("n.running_mean").doubles(), 1e-12);
    assertArrayEquals(new double[] {4, 400}, parameters.values("n.running_var").doubles(), 1e-9);
    Graph judging = Graph.over(parameters);
    Node one = judging.input("x", 1, 2);
    double[] judged = run(one, new double[] {5, 10}, norm.apply(one, Layer.Mode.JUDGING));
    assertArrayEquals(new double[] {1, -1}, judged, 1e-5);
    Node alone = Graph.over(parameters).input("x", 1, 2);
    assertEquals(
        "a batch to be normed must have at least 2 samples, was 1",
        assertThrows(IllegalArgumentException.class, () -> norm.apply(alone, Layer.Mode.TRAINING))
            .getMessage());
  }

  @Test
  void dropoutDoesNothingInJudging() {
    Node x = Graph.of(Precision.DOUBLE).input("x", 4);
    Dropout dropout = new Dropout("drop", Seeds.of(1), 0.5);
    assertSame(x, dropout.apply(x, Layer.Mode.JUDGING));
    double[] y = run(x, new double[] {1, 2, 3, 4}, dropout.apply(x, Layer.Mode.TRAINING));
    for (int i = 0; i < 4; i++) {
      assertTrue(y[i] == 0 || y[i] == 2 * (i + 1), Arrays.toString(y));
    }
  }

  @Test
  void convolutionWithStrideAndPaddingIsThePlainSum() {
    Windows windows = new Windows(3, 2, 2, 1);
    Convolution convolution = new Convolution("c", 2, 3, windows, false, Initial.LECUN);
    convolution.addTo(parameters, Seeds.of(1));
    double[] image = draws(5 * 6 * 2);
    Node x = Graph.over(parameters).input("x", 1, 5, 6, 2);
    Node y = convolution.apply(x, Layer.Mode.JUDGING);
    assertEquals("[1,3,4,3]", y.shape().toString());
    double[] out = run(x, image, y);
    double[] weight = parameters.values("c.weight").doubles();
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        for (int filter = 0; filter < 3; filter++) {
          double sum = 0;
          for (int k = 0; k < 12; k++) {
            int r = 2 * row - 1 + k / 4;
            int c = 2 * column - 1 + k / 2 % 2;
            boolean inside = r >= 0 && r < 5 && c >= 0 && c < 6;
            sum += inside ? image[(r * 6 + c) * 2 + k % 2] * weight[k * 3 + filter] : 0;
          }
          assertEquals(sum, out[(row * 4 + column) * 3 + filter], 1e-13);
        }
      }
    }
  }

  @Test
  void poolingTakesTheLargestOrTheMeanOfEachTile() {
    Node x = Graph.of(Precision.DOUBLE).input("x", 1, 2, 4, 1);
    double[] image = {1, 2, 5, 6, 3, 4, 7, -8};
    double[] most = run(x, image, Pooling.max(2).apply(x, Layer.Mode.JUDGING));
    double[] mean = run(x, image, Pooling.mean(2).apply(x, Layer.Mode.JUDGING));
    assertArrayEquals(new double[] {4, 7}, most);
    assertArrayEquals(new double[] {2.5, 2.5}, mean);
  }

  /// A place may see itself and what was before: changing the last input moves the last output
  /// only.
  @Test
  void causalAttentionDoesNotSeeAhead() {
    Attention attention = new Attention("a", 4, 2, true);
    attention.addTo(parameters, Seeds.of(1));
    Node x = Graph.over(parameters).input("x", 1, 3, 4);
    Node y = attention.apply(x, Layer.Mode.JUDGING);
    double[] at = draws(12);
    double[] before = run(x, at, y);
    at[11] += 1;
    double[] after = run(x, at, y);
    assertArrayEquals(Arrays.copyOf(before, 8), Arrays.copyOf(after, 8));
    assertTrue(Math.abs(before[8] - after[8]) > 1e-6);
  }

  @Test
  void firstWeightsHaveTheSpreadThatTheirRuleSays() {
    for (Initial initial : Initial.values()) {
      Parameters own = new Parameters(Precision.DOUBLE);
      new Linear("l", 300, 200, true, initial).addTo(own, Seeds.of(7));
      double squares = 0;
      for (double each : own.values("l.weight").doubles()) {
        squares += each * each / 60_000;
      }
      double expected =
          switch (initial) {
            case HE -> 2.0 / 300;
            case GLOROT -> 2.0 / 500;
            case LECUN -> 1.0 / 300;
            case FAN_IN -> 1.0 / 900;
            case ZERO -> 0;
          };
      assertEquals(expected, squares, 0.03 * expected, initial + ", seed 7");
      assertArrayEquals(new double[200], own.values("l.bias").doubles());
    }
  }

  @Test
  void layersRefuseSizesThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new Attention("a", 5, 2, true));
    assertThrows(IllegalArgumentException.class, () -> new Dropout("d", Seeds.of(1), 1));
    assertThrows(IllegalArgumentException.class, () -> Linear.of("l", 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new BatchNorm("n", 2, 0, 1e-5));
    Linear linear = Linear.of("l", 3, 2);
    linear.addTo(parameters, Seeds.of(1));
    Node x = Graph.over(parameters).input("x", 4, 5);
    assertEquals(
        "shapes must fit, was [4,5] times [3,2]",
        assertThrows(IllegalArgumentException.class, () -> linear.apply(x, Layer.Mode.TRAINING))
            .getMessage());
  }
}
