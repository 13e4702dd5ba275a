// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.plasticity.Subspace;
import engram.plasticity.batch.PlainLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.rate.ConstantRate;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 5")
final class LateralSubspaceTest {
  private static final double[][] BASIS = Clouds.basis(8, Seeds.of(151).stream("basis"));

  /// Points in the span of some vectors of the basis.
  private static double[][] task(double[] variances) {
    return Clouds.axes(BASIS, variances);
  }

  private static LateralSubspace afterTwoTasks() {
    LateralSubspace lateral = new LateralSubspace(8, SubspaceLearning.plain(0.1));
    RandomStream stream = Seeds.of(152).stream("rows");
    lateral.addRows(2, stream);
    learn(lateral, task(new double[] {2, 1, 0, 0, 0, 0, 0, 0}), 600);
    lateral.keep();
    lateral.addRows(3, stream);
    learn(lateral, task(new double[] {1, 0, 2, 1.5, 1, 0, 0, 0}), 1500);
    return lateral;
  }

  private static void learn(LateralSubspace lateral, double[][] batch, int steps) {
    for (int t = 0; t < steps; t++) {
      lateral.learn(batch);
    }
  }

  private static double length(double[] x) {
    return Math.sqrt(Clouds.dot(x, x));
  }

  @Test
  void stepIsTheSubspaceRule() {
    double[][] x = Clouds.normal(5, 8, 0, Seeds.of(153).stream("x"));
    LateralSubspace lateral = new LateralSubspace(8, SubspaceLearning.plain(0.01));
    lateral.addRows(3, Seeds.of(153).stream("rows"));
    PlainLayer layer = PlainLayer.of(lateral.weights());
    Recipe rule = Recipe.of(new Subspace()).with(new ConstantRate(0.01));
    for (int t = 0; t < 20; t++) {
      lateral.learn(x);
      layer = layer.step(rule, x);
    }
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(layer.weights()[i], lateral.weights()[i], 1e-14);
    }
  }

  @Test
  void learnedSubspaceProjectsToNothing() {
    LateralSubspace lateral = afterTwoTasks();
    double[] firstTask = lateral.project(BASIS[1]);
    assertEquals(0, length(firstTask), 1e-10);
    assertTrue(length(lateral.project(BASIS[2])) > 0.9, "not yet kept");
    lateral.keep();
    for (int i = 0; i < 5; i++) {
      assertEquals(0, length(lateral.project(BASIS[i])), 1e-10);
    }
    for (int i = 5; i < 8; i++) {
      assertArrayEquals(BASIS[i], lateral.project(BASIS[i]), 1e-10, "free directions stay");
    }
  }

  /// New rows come to lie orthogonal to kept ones, which stay to the bit.
  @Test
  void newRowsLearnWhatKeptOnesLeave() {
    LateralSubspace first = new LateralSubspace(8, SubspaceLearning.plain(0.1));
    RandomStream stream = Seeds.of(152).stream("rows");
    first.addRows(2, stream);
    learn(first, task(new double[] {2, 1, 0, 0, 0, 0, 0, 0}), 600);
    double[][] h = afterTwoTasks().weights();
    assertArrayEquals(first.weights()[0], h[0]);
    assertArrayEquals(first.weights()[1], h[1]);
    for (int i = 0; i < 5; i++) {
      for (int k = 0; k < 5; k++) {
        assertEquals(i == k ? 1 : 0, Clouds.dot(h[i], h[k]), 1e-10);
      }
    }
  }

  /// Answers to old inputs stay when a layer learns with projected traces, and would not with plain
  /// ones; the projected gradient is the gradient of projected inputs.
  @Test
  void projectedUpdatesLeaveOldAnswers() {
    LateralSubspace lateral = afterTwoTasks();
    lateral.keep();
    double[][] x = Clouds.normal(4, 8, 0, Seeds.of(154).stream("x"));
    double[][] delta = Clouds.normal(4, 3, 0, Seeds.of(154).stream("delta"));
    double[][] plain = new double[3][8];
    double[][] projected = new double[3][8];
    for (int b = 0; b < 4; b++) {
      double[] trace = lateral.project(x[b]);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 8; j++) {
          plain[i][j] += delta[b][i] * x[b][j];
          projected[i][j] += delta[b][i] * trace[j];
        }
      }
    }
    double[][] byGradient = lateral.projectGradient(plain);
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(projected[i], byGradient[i], 1e-13);
      assertEquals(0, Clouds.dot(projected[i], BASIS[3]), 1e-9);
      assertTrue(Math.abs(Clouds.dot(plain[i], BASIS[3])) > 0.05);
    }
  }

  /// Momentum, clipping and repeats as published, on the leading subspace of a full cloud.
  @Test
  void publishedStepsFindTheLeadingSubspace() {
    double[][] x = task(new double[] {4, 3, 1, 0.5, 0.4, 0.3, 0.2, 0.1});
    LateralSubspace lateral = new LateralSubspace(8, SubspaceLearning.published(0.01));
    lateral.addRows(2, Seeds.of(155).stream("rows"));
    learn(lateral, x, 600);
    lateral.keep();
    assertEquals(0, length(lateral.project(BASIS[0])), 1e-6);
    assertEquals(0, length(lateral.project(BASIS[1])), 1e-6);
  }

  @Test
  void refusals() {
    RandomStream stream = Seeds.of(1).stream("rows");
    LateralSubspace lateral = new LateralSubspace(3, SubspaceLearning.plain(0.1));
    lateral.addRows(2, stream);
    refused("count must be in [1, 1], was 2", () -> lateral.addRows(2, stream));
    refused("x must be one an input, 3, was 2", () -> lateral.learn(new double[1][2]));
    refused(
        "inputs must be at least 1, was 0",
        () -> new LateralSubspace(0, SubspaceLearning.plain(1)));
    refused("momentum must be in [0, 1), was 1.0", () -> new SubspaceLearning(1, 1, 1, 1));
    refused("clip must be above 0, was NaN", () -> new SubspaceLearning(1, 0, Double.NaN, 1));
    assertEquals(
        "kept rows must be at least 1, was 0",
        assertThrows(IllegalStateException.class, () -> lateral.project(new double[3]))
            .getMessage());
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
