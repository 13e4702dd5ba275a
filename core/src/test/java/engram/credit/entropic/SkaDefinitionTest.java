// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "ska", at = "arXiv 2504.03214, code: forward, calculate_entropy, ska_update")
final class SkaDefinitionTest {
  private static double[][] matrix(double[] values, int columns) {
    double[][] rows = new double[values.length / columns][columns];
    for (int i = 0; i < values.length; i++) {
      rows[i / columns][i % columns] = values[i];
    }
    return rows;
  }

  private static double[] flat(double[][] rows) {
    double[] values = new double[rows.length * rows[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    return values;
  }

  @Test
  void networkWithKernelsDoesTheSameUnderEveryRule() {
    for (SkaRule rule : SkaRule.values()) {
      for (long seed = 1; seed <= 3; seed++) {
        agree(rule, seed);
      }
    }
  }

  private static void agree(SkaRule rule, long seed) {
    String what = rule + ", seed " + seed;
    List<Integer> sizes = List.of(7, 5, 4, 3);
    SkaNetwork net =
        SkaNetwork.random(
            new SkaParameters(sizes, 0.1, rule, 0.5), Seeds.of(seed).stream("weights"));
    double[] batch = new double[6 * 7];
    RandomStream images = Seeds.of(seed).stream("images");
    for (int i = 0; i < batch.length; i++) {
      batch[i] = images.nextDouble();
    }
    List<SkaDefinition.Layer> layers = new ArrayList<>();
    for (int l = 0; l < 3; l++) {
      layers.add(
          new SkaDefinition.Layer(
              matrix(net.weights(l), sizes.get(l + 1)),
              net.biases(l),
              new double[0][],
              new double[0][]));
    }
    for (int k = 0; k < 25; k++) {
      SkaTrace trace = net.step(batch, 6);
      SkaDefinition.Step step = SkaDefinition.step(0.1, rule, layers, matrix(batch, 7));
      layers = step.layers();
      for (int l = 0; l < 3; l++) {
        assertEquals(step.entropyBits().get(l), trace.layer(l).entropyBits(), 1e-11, what);
        assertEquals(step.flow().get(l), trace.layer(l).flow(), 1e-10, what);
        assertArrayEquals(flat(layers.get(l).weights()), net.weights(l), 1e-11, what);
        assertArrayEquals(layers.get(l).biases(), net.biases(l), 1e-11, what);
      }
    }
  }
}
