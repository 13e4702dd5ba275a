// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.batch.PlainLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import engram.plasticity.rate.ConstantRate;
import engram.plasticity.rate.DataScale;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 3, spec 4, spec 5, spec 12")
final class PrincipalComponentsTest {
  private static final double[][] PLANE = {{1, 0}, {0, 1}};

  private static double[][] learn(
      PlasticityRule rule, double eta, int steps, double[][] first, double[][] x) {
    Recipe recipe = Recipe.of(rule).with(new ConstantRate(eta));
    PlainLayer layer = PlainLayer.of(first);
    for (int t = 0; t < steps; t++) {
      layer = layer.step(recipe, x);
    }
    return layer.weights();
  }

  @Test
  void ojaFindsTheFirstComponent() {
    double[][] x = Clouds.axes(PLANE, 2, 1);
    double[] w = learn(new Oja(), 0.05, 2000, new double[][] {{0.3, -0.9}}, x)[0];
    assertEquals(1, Math.abs(w[0]), 1e-12);
    assertEquals(0, w[1], 1e-12);
    double variance = 0;
    for (double[] row : x) {
      variance += Clouds.dot(w, row) * Clouds.dot(w, row) / x.length;
    }
    assertEquals(2, variance, 1e-12);
    double[] longer = learn(new Oja(9), 0.01, 9000, new double[][] {{0.3, -0.9}}, x)[0];
    assertEquals(9, Clouds.dot(longer, longer), 1e-9);
  }

  /// Near e_1 a step multiplies the radial error by `1 - 2 eta lambda_1`, the other by `1 - eta
  /// (lambda_1 - lambda_2)`.
  @Test
  void ojaReturnsAsItsLinearisationSays() {
    double[][] x = Clouds.axes(PLANE, 2, 1);
    double d = 1e-6;
    double[] radial = learn(new Oja(), 0.03, 1, new double[][] {{1 + d, 0}}, x)[0];
    assertEquals(1 - 2 * 0.03 * 2, (radial[0] - 1) / d, 1e-5);
    double[] across = learn(new Oja(), 0.03, 1, new double[][] {{1, d}}, x)[0];
    assertEquals(1 - 0.03 * (2 - 1), across[1] / d, 1e-5);
  }

  @Test
  void ojaIsStableJustBelowItsBorderAndNotJustAbove() {
    double[][] x = Clouds.axes(PLANE, 2, 1);
    double[][] near = {{1.001, 0}};
    double[] below = learn(new Oja(), 0.99 / 2, 3000, near, x)[0];
    assertEquals(1, below[0], 1e-9);
    double[] above = learn(new Oja(), 1.01 / 2, 3000, near, x)[0];
    assertTrue(Math.abs(above[0] - 1) > 0.01, "was " + above[0]);
    DataScale data = new DataScale(4, 2);
    assertEquals(0.125, new Oja().largestRate(data).getAsDouble());
  }

  @Test
  void otherEigenvectorsAreSaddles() {
    double[][] x = Clouds.axes(PLANE, 2, 1);
    double[] there = learn(new Oja(), 0.05, 500, new double[][] {{0, 1}}, x)[0];
    assertEquals(1, there[1], 1e-12);
    double[] gone = learn(new Oja(), 0.05, 2000, new double[][] {{1e-6, 1}}, x)[0];
    assertEquals(1, Math.abs(gone[0]), 1e-9);
  }

  /// Ten dimensions, each variance 1.5 times the next.
  @Test
  void sangerFindsTheComponentsInOrder() {
    double[][] basis = Clouds.basis(10, Seeds.of(7).stream("basis"));
    double[] variances = new double[10];
    for (int i = 0; i < 10; i++) {
      variances[i] = i == 0 ? 3 : variances[i - 1] / 1.5;
    }
    double[][] x = Clouds.axes(basis, variances);
    double[][] first = Clouds.normal(5, 10, 0, Seeds.of(7).stream("w"));
    for (double[] row : first) {
      for (int j = 0; j < 10; j++) {
        row[j] *= 0.1;
      }
    }
    double[][] w = learn(new Sanger(), 0.05, 4000, first, x);
    for (int i = 0; i < 5; i++) {
      assertTrue(Clouds.degrees(w[i], basis[i]) < 1, "row " + i);
      for (int k = 0; k < 5; k++) {
        assertEquals(i == k ? 1 : 0, Clouds.dot(w[i], w[k]), 1e-3);
        double between = 0;
        for (double[] row : x) {
          between += Clouds.dot(w[i], row) * Clouds.dot(w[k], row) / x.length;
        }
        assertEquals(i == k ? variances[i] : 0, between, 1e-3);
      }
    }
  }

  @Test
  void subspaceFindsTheSpaceAndTheWeightedRuleItsAxes() {
    double[][] basis = Clouds.basis(6, Seeds.of(8).stream("basis"));
    double[][] x = Clouds.axes(basis, 3, 2, 1, 0.4, 0.3, 0.2);
    double[][] first = Clouds.normal(3, 6, 0, Seeds.of(8).stream("w"));
    for (double[] row : first) {
      for (int j = 0; j < 6; j++) {
        row[j] *= 0.2;
      }
    }
    double[][] w = learn(new Subspace(), 0.05, 4000, first, x);
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        assertEquals(i == k ? 1 : 0, Clouds.dot(w[i], w[k]), 1e-6);
        assertEquals(0, Clouds.dot(w[i], basis[3 + k]), 1e-6);
      }
    }
    double[][] axes = learn(new Subspace(0.5), 0.03, 20000, first, x);
    for (int i = 0; i < 3; i++) {
      assertTrue(Clouds.degrees(axes[i], basis[i]) < 1, "row " + i);
      assertEquals(1 / new Subspace(0.5).theta(i), Clouds.dot(axes[i], axes[i]), 1e-3);
    }
  }

  /// `dw_i = f(u_i) (x - sum_{k <= i} f(u_k) w_k)`, term by term.
  @Test
  void sangerOnNonlinearActivityIsHpca() {
    double[][] w = Clouds.normal(3, 4, 0, Seeds.of(9).stream("w"));
    double[] x = Clouds.normal(1, 4, 0, Seeds.of(9).stream("x"))[0];
    Recipe recipe =
        Recipe.of(new Sanger())
            .with(new Competition.None(Activation.RELU))
            .with(new ConstantRate(1));
    double[][] after = PlainLayer.of(w).step(recipe, new double[][] {x}).weights();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        double seen = 0;
        for (int k = 0; k <= i; k++) {
          seen += Math.max(0, Clouds.dot(w[k], x)) * w[k][j];
        }
        double change = Math.max(0, Clouds.dot(w[i], x)) * (x[j] - seen);
        assertEquals(w[i][j] + change, after[i][j], 1e-12);
      }
    }
  }

  @Test
  void refusals() {
    assertEquals(
        "squaredLength must be finite and above 0, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> new Oja(0)).getMessage());
    assertEquals(
        "graded must be finite and 0 or more, was NaN",
        assertThrows(IllegalArgumentException.class, () -> new Subspace(Double.NaN)).getMessage());
  }
}
