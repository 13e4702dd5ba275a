// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.batch.PlainLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.constrain.LargestShare;
import engram.plasticity.constrain.UpdateNormalizer;
import engram.plasticity.rate.ConstantRate;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 1, spec 2, spec 12, spec 13")
final class HebbTest {
  /// `w_T = (I + eta x x^T)^T w_0 = w_0 + ((1 + eta |x|²)^T - 1) (w_0.x) x / |x|²`.
  @Test
  void growsExactlyAsThePowerOfItsMatrix() {
    double[] x = {0.5, -1, 2};
    double[] first = {0.2, 0.3, -0.1};
    Recipe hebb = Recipe.of(new Hebb()).with(new ConstantRate(0.01));
    PlainLayer layer = PlainLayer.of(new double[][] {first});
    double factor = 1;
    for (int t = 0; t < 50; t++) {
      layer = layer.step(hebb, new double[][] {x});
      factor *= 1 + 0.01 * Clouds.dot(x, x);
    }
    for (int j = 0; j < 3; j++) {
      double expected = first[j] + (factor - 1) * Clouds.dot(first, x) * x[j] / Clouds.dot(x, x);
      assertEquals(expected, layer.weights()[0][j], 1e-12);
    }
  }

  @Test
  void unitRowsMakeItPowerIteration() {
    double[][] basis = Clouds.basis(6, Seeds.of(1).stream("basis"));
    double[][] points = Clouds.axes(basis, 3, 2, 1, 1, 0.5, 0.1);
    PlainLayer layer = PlainLayer.of(Clouds.normal(1, 6, 0, Seeds.of(1).stream("w")));
    Recipe hebb = Recipe.hebbUnitRow().with(new ConstantRate(1));
    for (int t = 0; t < 80; t++) {
      layer = layer.step(hebb, points);
    }
    assertTrue(Clouds.degrees(layer.weights()[0], basis[0]) < 0.01);
  }

  @Test
  void antiHebbTakesTheOutputAway() {
    double[][] points = Clouds.axes(Clouds.basis(3, Seeds.of(2).stream("b")), 2, 1, 0.5);
    PlainLayer layer = PlainLayer.of(new double[][] {{1, 1, 1}});
    Recipe anti = Recipe.of(new Hebb(Hebb.Sign.ANTI_HEBBIAN)).with(new ConstantRate(0.5));
    for (int t = 0; t < 200; t++) {
      layer = layer.step(anti, points);
    }
    assertEquals(0, Clouds.dot(layer.weights()[0], layer.weights()[0]), 1e-12);
  }

  /// The sum over a data set is the cross-covariance times its size.
  @Test
  void covarianceOfADataSetIsExact() {
    double[][] x = Clouds.normal(40, 4, 3, Seeds.of(3).stream("x"));
    double[][] w = Clouds.normal(2, 4, 0, Seeds.of(3).stream("w"));
    double[] meanX = new double[4];
    double[] meanY = new double[2];
    for (double[] row : x) {
      for (int j = 0; j < 4; j++) {
        meanX[j] += row[j] / 40;
      }
      for (int i = 0; i < 2; i++) {
        meanY[i] += Clouds.dot(w[i], row) / 40;
      }
    }
    Recipe rule =
        Recipe.of(new Covariance(Covariance.Side.BOTH, 0))
            .with(UpdateNormalizer.NONE)
            .with(new ConstantRate(1));
    PlainLayer after = new PlainLayer(w, new Traces(meanY, meanX), 0).step(rule, x);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = 0;
        for (double[] row : x) {
          sum += Clouds.dot(w[i], row) * row[j];
        }
        double covariance = sum / 40 - meanY[i] * meanX[j];
        assertEquals(40 * covariance, after.weights()[i][j] - w[i][j], 1e-10);
      }
    }
  }

  @Test
  void oneSidedFormsTakeOneMeanAway() {
    Sample s =
        new Sample(
            new double[][] {{0, 0}},
            new double[] {2, 3},
            new double[] {5},
            new double[] {5},
            new Traces(new double[] {1}, new double[] {1, 1}));
    double[][] pre = new double[1][2];
    new Covariance(Covariance.Side.PRE, 0).add(s, pre);
    assertEquals(5 * (3 - 1), pre[0][1]);
    double[][] post = new double[1][2];
    new Covariance(Covariance.Side.POST, 0).add(s, post);
    assertEquals((5 - 1) * 3, post[0][1]);
  }

  @Test
  void meansFollowBatches() {
    Traces moved =
        new Covariance(Covariance.Side.BOTH, 0.01)
            .follow(Traces.zero(1, 1), new double[] {2}, new double[] {4}, new double[] {16});
    assertEquals(0.02, moved.input()[0], 1e-15);
    assertEquals(0.04, moved.unit()[0], 1e-15);
  }

  @Test
  void hebbNetChangesOnlyTheLargestShare() {
    Recipe net = Recipe.of(new Covariance(Covariance.Side.POST, 0.1)).with(new LargestShare(0.1));
    double[][] w = Clouds.normal(10, 10, 0, Seeds.of(4).stream("w"));
    double[][] x = Clouds.normal(5, 10, 0, Seeds.of(4).stream("x"));
    PlainLayer all = PlainLayer.of(w).step(net.with(new LargestShare(1)), x);
    PlainLayer few = PlainLayer.of(w).step(net, x);
    int changed = 0;
    double least = Double.POSITIVE_INFINITY;
    double left = 0;
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        double full = Math.abs(all.weights()[i][j] - w[i][j]);
        if (few.weights()[i][j] == w[i][j]) {
          left = Math.max(left, full);
        } else {
          changed++;
          least = Math.min(least, full);
          assertEquals(all.weights()[i][j], few.weights()[i][j]);
        }
      }
    }
    assertEquals(10, changed);
    assertTrue(least >= left);
  }
}
