// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.plasticity.compete.Competition;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/// Sixteen lines on a grid of 8 x 8, each there with probability 1/8. The weights of a unit that
/// has learned a line are the mean image with that line in it: 1 on the line, .33 on a crossing
/// one, .23 on a parallel one.
@FromPaper(value = "hebbian-rules", at = "spec 7")
final class FoldiakNetworkTest {
  private static double[] lines(RandomStream stream) {
    double[] x = new double[64];
    for (int line = 0; line < 16; line++) {
      if (stream.nextDouble() < 0.125) {
        draw(x, line);
      }
    }
    return x;
  }

  private static void draw(double[] x, int line) {
    for (int k = 0; k < 8; k++) {
      x[line < 8 ? line * 8 + k : k * 8 + line - 8] = 1;
    }
  }

  @Test
  void eachUnitLearnsALineOfItsOwn() {
    RandomStream stream = Seeds.of(61).stream("lines");
    FoldiakNetwork net =
        new FoldiakNetwork(FoldiakSettings.ofLines(), 16, 64, Seeds.of(61).stream("w"));
    for (int t = 0; t < 6000; t++) {
      net.learn(lines(stream));
    }
    BitSet learned = new BitSet();
    for (double[] w : net.weights()) {
      double[] along = new double[16];
      for (int line = 0; line < 16; line++) {
        double[] x = new double[64];
        draw(x, line);
        along[line] = Clouds.dot(w, x) / 8;
      }
      int best = Competition.winner(along);
      assertTrue(along[best] > 0.9, "line " + best + ": " + along[best]);
      learned.set(best);
      along[best] = 0;
      assertTrue(along[Competition.winner(along)] < 0.6, Arrays.toString(along));
    }
    assertEquals(16, learned.cardinality());
    double active = 0;
    double together = 0;
    for (int t = 0; t < 4000; t++) {
      int[] y = net.code(lines(stream));
      active += (y[0] + y[5] + y[11]) / 3.0 / 4000;
      together += y[0] * y[5] / 4000.0;
    }
    assertEquals(0.125, active, 0.02);
    assertEquals(0.125 * 0.125, together, 0.01);
  }
}
