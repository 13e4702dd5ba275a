// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

final class BatchesTest {
  private static final double[] SCORES = {0.3, -1.2, 0.8, 0.1, 0.5, -0.4, 7, 8, 9};
  private static final int[] LABELS = {2, 0, 1};

  /// The gradient that reaches the scores against central differences of the mean cross entropy of
  /// two rows; a third place has no share.
  @Test
  void gradientIsThatOfTheMeanCrossEntropy() {
    Graph graph = Graph.of(Precision.DOUBLE);
    Node scores = graph.input("scores", 3, 3);
    Node labels = graph.input("labels", 3);
    Node shares = graph.input("shares", 3);
    Node loss = Batches.loss(scores, labels, shares);
    Node slope = loss.gradient(scores);
    Program program = Program.of(loss, slope);
    program.values(scores).copyFrom(SCORES);
    program.values(labels).copyFrom(LABELS);
    program.values(shares).copyFrom(new double[] {0.5, 0.5, 0});
    program.run();
    assertEquals(crossEntropy(0, 0), program.number(loss), 1e-14);
    for (int k = 0; k < 9; k++) {
      double difference = (crossEntropy(k, 1e-5) - crossEntropy(k, -1e-5)) / 2e-5;
      assertEquals(difference, program.values(slope).get(k), 1e-9);
    }
    assertEquals(0, program.values(slope).get(8));
  }

  /// Rows are raised together, some hundred at a time; each has the bits that it has alone.
  @Test
  void rowsAreThoseOfEachAlone() {
    RandomStream stream = Seeds.of(137).stream("scores");
    Graph graph = Graph.of(Precision.FLOAT);
    Node many = graph.input("many", 300, 10).logSumExp();
    Node one = graph.input("one", 1, 10).logSumExp();
    Program all = Program.of(many);
    Program alone = Program.of(one);
    float[] scores = all.values(graph.input("many", 300, 10)).floats();
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) (5 * stream.nextGaussian());
    }
    all.run();
    for (int row = 0; row < 300; row++) {
      float[] into = alone.values(graph.input("one", 1, 10)).floats();
      System.arraycopy(scores, 10 * row, into, 0, 10);
      alone.run();
      assertEquals(alone.values(one).get(0), all.values(many).get(row));
    }
  }

  /// The mean over the first two rows, one score moved.
  private static double crossEntropy(int moved, double by) {
    double loss = 0;
    for (int b = 0; b < 2; b++) {
      double sum = 0;
      double own = 0;
      for (int c = 0; c < 3; c++) {
        double z = SCORES[3 * b + c] + (3 * b + c == moved ? by : 0);
        sum += Doubles.exp(z);
        own = c == LABELS[b] ? z : own;
      }
      loss += (Doubles.log(sum) - own) / 2;
    }
    return loss;
  }
}
