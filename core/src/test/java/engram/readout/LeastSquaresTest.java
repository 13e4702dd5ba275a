// SPDX-License-Identifier: Apache-2.0
package engram.readout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataCorruptException;
import engram.error.NumericalException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/// Solutions row by row against the batch solution of another library.
@FromPaper(value = "htm", at = "spec baselines, OS-ELM")
class LeastSquaresTest {
  private static final int FEATURES = 7;
  private static final int OUTPUTS = 3;
  private static final double RIDGE = 1e-3;

  private static double[] gaussian(String name, int count) {
    double[] values = new double[count];
    Seeds.of(11).stream(name).fillGaussian(values, 1);
    return values;
  }

  private static double[] slice(double[] values, int row, int width, int rows) {
    return Arrays.copyOfRange(values, row * width, (row + rows) * width);
  }

  private static RealMatrix matrix(double[] values, int rows, int columns) {
    RealMatrix matrix = new Array2DRowRealMatrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      matrix.setRow(i, Arrays.copyOfRange(values, i * columns, (i + 1) * columns));
    }
    return matrix;
  }

  /// The transpose of `(H'H + r I)^-1 H'T`, row by row.
  private static double[] batch(double[] h, double[] t, int rows) {
    RealMatrix features = matrix(h, rows, FEATURES);
    RealMatrix gram =
        features
            .transpose()
            .multiply(features)
            .add(MatrixUtils.createRealIdentityMatrix(FEATURES).scalarMultiply(RIDGE));
    RealMatrix beta =
        new LUDecomposition(gram)
            .getSolver()
            .solve(features.transpose().multiply(matrix(t, rows, OUTPUTS)));
    return Arrays.stream(beta.transpose().getData()).flatMapToDouble(Arrays::stream).toArray();
  }

  @Test
  void rowByRowStandsWhereTheBatchStands() {
    double[] h = gaussian("h", 300 * FEATURES);
    double[] t = gaussian("t", 300 * OUTPUTS);
    for (int initial : new int[] {0, 3, 50}) {
      RecursiveLeastSquares rows = new RecursiveLeastSquares(FEATURES, OUTPUTS, RIDGE);
      if (initial > 0) {
        rows.begin(slice(h, 0, FEATURES, initial), slice(t, 0, OUTPUTS, initial), initial);
      }
      for (int i = initial; i < 300; i++) {
        rows.learn(slice(h, i, FEATURES, 1), slice(t, i, OUTPUTS, 1));
        if (i % 60 == 59 || i == 4) {
          assertArrayEquals(batch(h, t, i + 1), rows.weights(), 1e-9, initial + " " + i);
        }
      }
    }
  }

  /// Targets that are a linear map are learned to within the ridge.
  @Test
  void learnsALinearMap() {
    double[] h = gaussian("h", 400 * FEATURES);
    double[] map = gaussian("map", FEATURES);
    RecursiveLeastSquares rows = new RecursiveLeastSquares(FEATURES, 1, 1e-9);
    for (int i = 0; i < 400; i++) {
      double[] x = slice(h, i, FEATURES, 1);
      double y = 0;
      for (int f = 0; f < FEATURES; f++) {
        y += map[f] * x[f];
      }
      rows.learn(x, new double[] {y});
    }
    assertArrayEquals(map, rows.weights(), 1e-7);
  }

  @Test
  void theSlidingSolutionIsThatOfTheWindow() {
    int window = 40;
    double[] h = gaussian("h", 300 * FEATURES);
    double[] t = gaussian("t", 300 * OUTPUTS);
    SlidingRidge sliding = new SlidingRidge(FEATURES, window, RIDGE);
    for (int i = 0; i < 300; i++) {
      sliding.add(h, i * FEATURES, t[i * OUTPUTS]);
      int rows = Math.min(i + 1, window);
      assertEquals(rows, sliding.rows());
      double[] expected =
          batch(
              slice(h, i + 1 - rows, FEATURES, rows), slice(t, i + 1 - rows, OUTPUTS, rows), rows);
      assertArrayEquals(Arrays.copyOf(expected, FEATURES), sliding.weights(), 1e-9, "row " + i);
      if (i % 37 == 0) {
        sliding = SlidingRidge.restored(FEATURES, window, RIDGE, sliding.snapshot());
      }
    }
  }

  @Test
  void theInverseIsSymmetricAndInverts() {
    double[] b = gaussian("b", 9 * 9);
    double[] a =
        Arrays.stream(matrix(b, 9, 9).multiply(matrix(b, 9, 9).transpose()).getData())
            .flatMapToDouble(Arrays::stream)
            .toArray();
    double[] inverse = Cholesky.of(a, 9, 0.5).inverse();
    RealMatrix product =
        matrix(a, 9, 9)
            .add(MatrixUtils.createRealIdentityMatrix(9).scalarMultiply(0.5))
            .multiply(matrix(inverse, 9, 9));
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 9; j++) {
        assertEquals(i == j ? 1 : 0, product.getEntry(i, j), 1e-12);
        assertEquals(inverse[i * 9 + j], inverse[j * 9 + i], 0);
      }
    }
  }

  @Test
  void refusesWhatHasNoSolution() {
    assertEquals(
        "pivot 1 of a least squares problem must be above 0, was -3.0; a larger ridge helps",
        assertThrows(NumericalException.class, () -> Cholesky.of(new double[] {1, 2, 2, 1}, 2, 0))
            .getMessage());
    assertEquals(
        "ridge must be above 0 and finite, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> new RecursiveLeastSquares(2, 1, 0))
            .getMessage());
    RandomStream random = Seeds.of(1).stream("x");
    RecursiveLeastSquares two = new RecursiveLeastSquares(2, 1, 1);
    two.learn(new double[] {random.nextDouble(), 1}, new double[] {1});
    assertThrows(
        DataCorruptException.class,
        () -> new RecursiveLeastSquares(3, 1, 1).restore(two.snapshot()));
  }

  /// With forgetting the solution is that of rows that weigh `l^(n - 1 - i)`, and of a ridge that
  /// weighs `l^n`.
  @Test
  void forgettingIsLeastSquaresOfFadingRows() {
    int rows = 40;
    double forgetting = 0.9;
    double[] h = gaussian("fading features", rows * FEATURES);
    double[] t = gaussian("fading targets", rows * OUTPUTS);
    RecursiveLeastSquares squares = new RecursiveLeastSquares(FEATURES, OUTPUTS, RIDGE, forgetting);
    for (int i = 0; i < rows; i++) {
      squares.learn(slice(h, i, FEATURES, 1), slice(t, i, OUTPUTS, 1));
    }
    RealMatrix features = matrix(h, rows, FEATURES);
    RealMatrix weighed = features.copy();
    for (int i = 0; i < rows; i++) {
      weighed.setRowVector(
          i, features.getRowVector(i).mapMultiply(Math.pow(forgetting, rows - 1.0 - i)));
    }
    RealMatrix gram =
        weighed
            .transpose()
            .multiply(features)
            .add(
                MatrixUtils.createRealIdentityMatrix(FEATURES)
                    .scalarMultiply(RIDGE * Math.pow(forgetting, rows)));
    RealMatrix beta =
        new LUDecomposition(gram)
            .getSolver()
            .solve(weighed.transpose().multiply(matrix(t, rows, OUTPUTS)));
    double[] expected =
        Arrays.stream(beta.transpose().getData()).flatMapToDouble(Arrays::stream).toArray();
    assertArrayEquals(expected, squares.weights(), 1e-9);
  }

  @Test
  void forgettingAllKeepsTheMapAndMovesItAsAtFirst() {
    RecursiveLeastSquares squares = new RecursiveLeastSquares(1, 1, 1e-9);
    for (int i = 0; i < 9; i++) {
      squares.learn(new double[] {1}, new double[] {1});
    }
    double[] said = new double[1];
    squares.forget();
    squares.expect(new double[] {1}, said);
    assertEquals(1, said[0], 1e-6);
    squares.learn(new double[] {1}, new double[] {0});
    squares.expect(new double[] {1}, said);
    assertEquals(0, said[0], 1e-6);
  }

  @Test
  void aFactorOfForgettingIsAboveZeroAndAtMostOne() {
    for (double wrong : new double[] {0, -0.5, 1.001, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new RecursiveLeastSquares(2, 1, 1, wrong));
    }
  }
}
