// SPDX-License-Identifier: Apache-2.0
package engram.readout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/// The spectral radius against closed forms and another library's eigenvalues.
@FromPaper(value = "htm", at = "spec baselines, ESN")
class ReservoirTest {
  private static double eigenvalues(double[] matrix, int order) {
    RealMatrix rows = new Array2DRowRealMatrix(order, order);
    for (int i = 0; i < order; i++) {
      rows.setRow(i, Arrays.copyOfRange(matrix, i * order, (i + 1) * order));
    }
    return Arrays.stream(new EigenDecompositionNonSymmetric(rows).getEigenvalues())
        .mapToDouble(Complex::norm)
        .max()
        .orElseThrow();
  }

  @Test
  void theRadiusIsThatOfClosedForms() {
    // A turn by any angle, stretched by 3.
    assertEquals(3, SpectralRadius.of(new double[] {1.8, -2.4, 2.4, 1.8}, 2), 1e-14);
    assertEquals(7, SpectralRadius.of(new double[] {2, 0, 0, 0, -7, 0, 0, 0, 5}, 3), 1e-13);
    // A Jordan block, whose powers grow faster than its eigenvalue's.
    assertEquals(0.5, SpectralRadius.of(new double[] {0.5, 100, 0, 0.5}, 2), 1e-12);
    assertEquals(0, SpectralRadius.of(new double[] {0, 1, 0, 0}, 2), 0);
  }

  /// A block triangular matrix has the eigenvalues of its blocks, here turns stretched by up to 2;
  /// a reflection on both sides hides it and keeps them.
  @Test
  void theRadiusIsThatOfHiddenBlocks() {
    for (int seed = 0; seed < 5; seed++) {
      int order = 40;
      double[] matrix = RandomFeatures.uniform(Seeds.of(seed).stream("matrix"), order * order, 0.1);
      for (int i = 0; i < order; i++) {
        Arrays.fill(matrix, i * order, i * order + i / 2 * 2, 0);
      }
      for (int i = 0; i < order; i += 2) {
        double stretch = i == 0 ? 2 : 1.9 * i / order;
        matrix[i * order + i] = 0.6 * stretch;
        matrix[(i + 1) * order + i + 1] = 0.6 * stretch;
        matrix[i * order + i + 1] = 0.8 * stretch;
        matrix[(i + 1) * order + i] = -0.8 * stretch;
      }
      assertEquals(2, SpectralRadius.of(reflected(matrix, order), order), 1e-12, "seed " + seed);
    }
  }

  /// `(I - 2vv') A (I - 2vv')` for the unit vector `v` of equal places.
  private static double[] reflected(double[] a, int n) {
    double[] rows = a.clone();
    for (int j = 0; j < n; j++) {
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += a[i * n + j] / n;
      }
      for (int i = 0; i < n; i++) {
        rows[i * n + j] -= 2 * mean;
      }
    }
    double[] both = rows.clone();
    for (int i = 0; i < n; i++) {
      double mean = Arrays.stream(rows, i * n, (i + 1) * n).average().orElseThrow();
      for (int j = 0; j < n; j++) {
        both[i * n + j] -= 2 * mean;
      }
    }
    return both;
  }

  /// The library's own error is some 1e-11.
  @Test
  void theRadiusIsThatOfTheEigenvalues() {
    for (int seed = 0; seed < 5; seed++) {
      int order = 20 + 10 * seed;
      double[] matrix = RandomFeatures.uniform(Seeds.of(seed).stream("matrix"), order * order, 1);
      double expected = eigenvalues(matrix, order);
      assertEquals(expected, SpectralRadius.of(matrix, order), 1e-9 * expected, "seed " + seed);
    }
  }

  @Test
  void aReservoirHasTheRadiusThatWasAsked() {
    for (double radius : new double[] {0.1, 0.9, 1.5}) {
      Reservoir reservoir = new Reservoir(new Reservoir.Settings(60, radius, 0.2), 2, Seeds.of(3));
      assertEquals(radius, eigenvalues(reservoir.recurrentWeights(), 60), 1e-9);
      assertEquals(radius, SpectralRadius.of(reservoir.recurrentWeights(), 60), 1e-14);
    }
  }

  /// With radius 0.1 two states that differ are the same after some steps.
  @Test
  void forgetsWhereItBegan() {
    Reservoir reservoir = new Reservoir(Reservoir.Settings.PUBLISHED, 1, Seeds.of(4));
    double[] a = new double[100];
    double[] b = new double[100];
    Arrays.fill(b, 1);
    for (int t = 0; t < 40; t++) {
      double[] u = {t % 3 - 1.0};
      reservoir.next(a, u);
      reservoir.next(b, u);
    }
    assertArrayEquals(a, b, 1e-15);
  }

  @Test
  void refusesBadSettings() {
    assertEquals(
        "spectralRadius must be 0 or more and finite, was -0.1",
        assertThrows(IllegalArgumentException.class, () -> new Reservoir.Settings(10, -0.1, 0.2))
            .getMessage());
  }
}
