// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.kernel.Doubles;
import engram.kernel.Transpose;
import engram.source.FromPaper;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/// Whether signed updates keep a solution of a network of identity units: the spectrum of the
/// linear map L in `d eps / dt = -L eps` at zero error.
///
///     pre-synaptic    L X = X C W1' D2 W1 + W2 W2' X C D1
///     post-synaptic   L X = D2 X C W1' W1 + W2 D1 W2' X C
///
/// With `C = R R'` and `Y = X R` both are `Y -> P Y U + Q Y V` with symmetric P, Q, U, V: the
/// spectrum is real, and its signs do not depend on C. A solution is stable where every eigenvalue
/// is above 0. For one output L is the inputs' matrix `C S`.
///
/// References: [1] in the package; the derivation is ours.
@FromPaper(value = "curl-descent", at = "spec: stability theory")
public final class SolutionStability {
  private static final double ASYMMETRY = 1e-9;

  private SolutionStability() {}

  /// All eigenvalues of L, rising, for inputs of second moment C.
  ///
  /// @param moment C, inputs by inputs, symmetric and positive definite
  public static double[] spectrum(TwoLayerNet net, SignMask mask, double[] moment) {
    int m = net.shape().inputs();
    requireSymmetric("moment", moment, m);
    RealMatrix root = new CholeskyDecomposition(square(moment, m)).getL();
    Factors of = Factors.of(net, mask);
    return eigenvalues(
        of,
        root.transposeMultiply(square(of.u, m)).multiply(root),
        root.transposeMultiply(square(of.v, m)).multiply(root));
  }

  /// All eigenvalues of L, rising, for `C = I`: those of S, for one output.
  public static double[] spectrum(TwoLayerNet net, SignMask mask) {
    int m = net.shape().inputs();
    Factors of = Factors.of(net, mask);
    return eigenvalues(of, square(of.u, m), square(of.v, m));
  }

  /// The least eigenvalue of L for `C = I`.
  public static double leastEigenvalue(TwoLayerNet net, SignMask mask) {
    return spectrum(net, mask)[0];
  }

  /// Whether every eigenvalue is above 0, by a Cholesky factorisation of S: much faster than the
  /// spectrum. For one output.
  public static boolean isStable(TwoLayerNet net, SignMask mask) {
    double[] s = stabilityMatrix(net, mask);
    int m = net.shape().inputs();
    for (int j = 0; j < m; j++) {
      for (int i = 0; i < j; i++) {
        s[j * m + i] = (s[j * m + i] - Doubles.dot(s, j * m, s, i * m, i)) / s[i * m + i];
      }
      double pivot = s[j * m + j] - Doubles.dot(s, j * m, s, j * m, j);
      if (!(pivot > 0)) {
        return false;
      }
      s[j * m + j] = Math.sqrt(pivot);
    }
    return true;
  }

  /// `S = W1' D2 W1 + |W2|^2 D1` for signs at the pre-synaptic side, `d2 W1' W1 + (W2 D1 W2') I` at
  /// the other; inputs by inputs, for one output.
  public static double[] stabilityMatrix(TwoLayerNet net, SignMask mask) {
    if (net.shape().outputs() != 1) {
      throw new IllegalArgumentException(
          "outputs must be 1 for the matrix S, was " + net.shape().outputs());
    }
    Factors of = Factors.of(net, mask);
    double[] s = new double[of.u.length];
    for (int i = 0; i < s.length; i++) {
      s[i] = of.p[0] * of.u[i] + of.q[0] * of.v[i];
    }
    return s;
  }

  /// The eigenvalues of `Y -> P Y U + Q Y V`, as a matrix over the entries of Y.
  private static double[] eigenvalues(Factors of, RealMatrix u, RealMatrix v) {
    int m = u.getRowDimension();
    int outputs = (int) Math.round(Math.sqrt(of.p.length));
    double[][] whole = new double[outputs * m][outputs * m];
    for (int row = 0; row < whole.length; row++) {
      for (int column = 0; column <= row; column++) {
        int pair = row / m * outputs + column / m;
        whole[row][column] =
            of.p[pair] * u.getEntry(row % m, column % m)
                + of.q[pair] * v.getEntry(row % m, column % m);
        whole[column][row] = whole[row][column];
      }
    }
    double[] rising =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(whole, false)).getEigenvalues();
    Arrays.sort(rising);
    return rising;
  }

  static void requireSymmetric(String name, double[] matrix, int size) {
    if (matrix.length != size * size) {
      throw new IllegalArgumentException(
          name + " must be " + size + " x " + size + ", was " + matrix.length + " numbers");
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double here = matrix[i * size + j];
        double there = matrix[j * size + i];
        if (!(Math.abs(here - there) <= ASYMMETRY * (Math.abs(here) + Math.abs(there)))) {
          throw new IllegalArgumentException(
              name + " must be symmetric, was " + here + " and " + there);
        }
      }
    }
  }

  private static RealMatrix square(double[] rows, int size) {
    double[][] square = new double[size][];
    for (int i = 0; i < size; i++) {
      square[i] = Arrays.copyOfRange(rows, i * size, (i + 1) * size);
    }
    return new Array2DRowRealMatrix(square, false);
  }

  /// `L Y = P Y U + Q Y V` for `C = I`: P and Q outputs by outputs, U and V inputs by inputs.
  private static final class Factors {
    final double[] p;
    final double[] u;
    final double[] q;
    final double[] v;

    private Factors(double[] p, double[] u, double[] q, double[] v) {
      this.p = p;
      this.u = u;
      this.q = q;
      this.v = v;
    }

    static Factors of(TwoLayerNet net, SignMask mask) {
      mask.requireFits(net.shape());
      int m = net.shape().inputs();
      int n = net.shape().hidden();
      int k = net.shape().outputs();
      double[] all = new double[n];
      Arrays.fill(all, 1);
      double[] wide = gram(Transpose.YES, net.second, k, n, all);
      return switch (mask.side()) {
        case PRE ->
            new Factors(
                diagonal(ones(k)),
                gram(Transpose.NO, net.first, n, m, mask.second),
                wide,
                diagonal(mask.first));
        case POST ->
            new Factors(
                diagonal(mask.second),
                gram(Transpose.NO, net.first, n, m, all),
                gram(Transpose.YES, net.second, k, n, mask.first),
                diagonal(ones(m)));
      };
    }

    /// `W' D W` (NO) or `W D W'` (YES) of a matrix of so many rows and columns.
    private static double[] gram(Transpose t, double[] w, int rows, int columns, double[] d) {
      double[] scaled = w.clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] *= d[t == Transpose.NO ? i / columns : i % columns];
      }
      boolean inner = t == Transpose.NO;
      int size = inner ? columns : rows;
      double[] gram = new double[size * size];
      Doubles.gemm(
          inner ? Transpose.YES : Transpose.NO,
          inner ? Transpose.NO : Transpose.YES,
          size,
          size,
          inner ? rows : columns,
          1,
          scaled,
          0,
          columns,
          w,
          0,
          columns,
          0,
          gram,
          0,
          size);
      return gram;
    }

    private static double[] ones(int size) {
      double[] ones = new double[size];
      Arrays.fill(ones, 1);
      return ones;
    }

    private static double[] diagonal(double[] values) {
      double[] matrix = new double[values.length * values.length];
      for (int i = 0; i < values.length; i++) {
        matrix[i * values.length + i] = values[i];
      }
      return matrix;
    }
  }
}
