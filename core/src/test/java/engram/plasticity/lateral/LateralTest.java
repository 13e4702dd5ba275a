// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.random.Seeds;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 5, spec 6")
final class LateralTest {
  private static double[][] covariance(LateralInhibition net, double[][] x) {
    double[][] c = new double[x[0].length][x[0].length];
    for (double[] sample : x) {
      double[] y = net.activity(sample);
      for (int i = 0; i < y.length; i++) {
        for (int j = 0; j < y.length; j++) {
          c[i][j] += y[i] * y[j] / x.length;
        }
      }
    }
    return c;
  }

  @Test
  void decorrelationTakesTheCovariancesBetweenUnitsAway() {
    double[][] x = Clouds.axes(Clouds.basis(4, Seeds.of(51).stream("b")), 2, 1, 0.5, 0.3);
    LateralInhibition net = new LateralInhibition(LateralInhibition.Form.DECORRELATE, 4, 0.05);
    for (int t = 0; t < 5000; t++) {
      net.learn(x);
    }
    double[][] c = covariance(net, x);
    for (int i = 0; i < 4; i++) {
      assertEquals(0, net.weights()[i][i]);
      assertTrue(c[i][i] > 0.05, "unit " + i);
      for (int j = 0; j < 4; j++) {
        assertTrue(i == j || Math.abs(c[i][j]) < 1e-9, i + " " + j + ": " + c[i][j]);
      }
    }
  }

  /// `<y y^T> = I`, and `(I + V)² = C`.
  @Test
  void whiteningComesToTheRootOfTheCovariance() {
    double[][] basis = Clouds.basis(3, Seeds.of(52).stream("b"));
    double[][] x = Clouds.axes(basis, 4, 1, 0.25);
    LateralInhibition net = new LateralInhibition(LateralInhibition.Form.WHITEN, 3, 0.1);
    for (int t = 0; t < 3000; t++) {
      net.learn(x);
    }
    double[][] c = covariance(net, x);
    double[] roots = {2, 1, 0.5};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(i == j ? 1 : 0, c[i][j], 1e-9);
        double root = 0;
        for (int k = 0; k < 3; k++) {
          root += roots[k] * basis[k][i] * basis[k][j];
        }
        assertEquals(root, net.weights()[i][j] + (i == j ? 1 : 0), 1e-9);
      }
    }
  }

  @Test
  void apexFindsTheComponentsInOrder() {
    double[][] basis = Clouds.basis(5, Seeds.of(53).stream("b"));
    double[][] x = Clouds.axes(basis, 3, 2, 1.2, 0.5, 0.2);
    Apex net = new Apex(Clouds.normal(3, 5, 0, Seeds.of(53).stream("w")), 0.01);
    for (int t = 0; t < 20_000; t++) {
      net.learn(x);
    }
    for (int i = 0; i < 3; i++) {
      assertTrue(Clouds.degrees(net.weights()[i], basis[i]) < 0.1, "row " + i);
      assertEquals(1, Clouds.dot(net.weights()[i], net.weights()[i]), 1e-6);
      for (int k = 0; k < i; k++) {
        assertEquals(0, net.lateral()[i][k], 1e-3);
      }
    }
  }

  @Test
  void similarityMatchingFindsThePrincipalSubspace() {
    double[][] basis = Clouds.basis(5, Seeds.of(54).stream("b"));
    double[][] x = Clouds.axes(basis, 3, 2, 0.5, 0.4, 0.2);
    SimilarityMatching net =
        new SimilarityMatching(Clouds.normal(2, 5, 0, Seeds.of(54).stream("w")), 0.02, 0.5);
    for (int t = 0; t < 20_000; t++) {
      net.learn(x);
    }
    double[][] f = net.filters();
    for (int i = 0; i < 2; i++) {
      for (int k = 0; k < 2; k++) {
        assertEquals(i == k ? 1 : 0, Clouds.dot(f[i], f[k]), 1e-6);
      }
      for (int k = 2; k < 5; k++) {
        assertEquals(0, Clouds.dot(f[i], basis[k]), 1e-6);
      }
    }
  }

  @Test
  void refusals() {
    refused(
        "eta must be finite and 0 or more, was NaN",
        () -> new LateralInhibition(LateralInhibition.Form.WHITEN, 2, Double.NaN));
    refused(
        "tau must be finite and above 0, was 0.0",
        () -> new SimilarityMatching(new double[1][1], 0.1, 0));
    refused(
        "input 0 must be finite, was NaN",
        () -> new Apex(new double[1][1], 0.1).activity(new double[] {Double.NaN}));
    refused("activity must be in (0, 1), was 1.0", () -> new FoldiakSettings(0, 0, 0, 1));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
