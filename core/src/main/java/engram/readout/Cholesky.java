// SPDX-License-Identifier: Apache-2.0
package engram.readout;

import engram.error.NumericalException;
import engram.kernel.Doubles;

/// The factor `L` of a symmetric positive definite matrix, `A + ridge I = L L'`, and solutions with
/// it. Only products, square roots and the kernels' inner products enter, so the bits are the same
/// on every machine.
///
/// It stands where the sources take a pseudo-inverse: with a small ridge the solution is that of
/// least norm to within the ridge's share, and no rank need be decided.
public final class Cholesky {
  private final double[] factor;
  private final int order;

  private Cholesky(double[] factor, int order) {
    this.factor = factor;
    this.order = order;
  }

  /// Factors a matrix, of which the lower triangle is read.
  ///
  /// @param a row by row, left as it is
  /// @param order its rows
  /// @param ridge added to the diagonal, from 0
  /// @throws NumericalException if the sum is not positive definite
  public static Cholesky of(double[] a, int order, double ridge) {
    double[] l = a.clone();
    for (int i = 0; i < order; i++) {
      int row = i * order;
      for (int j = 0; j < i; j++) {
        l[row + j] = (l[row + j] - Doubles.dot(l, row, l, j * order, j)) / l[j * order + j];
      }
      double pivot = l[row + i] + ridge - Doubles.dot(l, row, l, row, i);
      if (!(pivot > 0)) {
        throw new NumericalException(
            "pivot "
                + i
                + " of a least squares problem must be above 0, was "
                + pivot
                + "; a larger ridge helps");
      }
      l[row + i] = Math.sqrt(pivot);
    }
    return new Cholesky(l, order);
  }

  /// Replaces the right side `b` by the solution of `(A + ridge I) x = b`.
  void solve(double[] b, int at) {
    for (int i = 0; i < order; i++) {
      int row = i * order;
      b[at + i] = (b[at + i] - Doubles.dot(factor, row, b, at, i)) / factor[row + i];
    }
    for (int i = order - 1; i >= 0; i--) {
      int row = i * order;
      b[at + i] /= factor[row + i];
      Doubles.axpy(-b[at + i], factor, row, b, at, i);
    }
  }

  /// The inverse of `A + ridge I`, symmetric to the last bit.
  public double[] inverse() {
    double[] inverse = new double[order * order];
    for (int i = 0; i < order; i++) {
      inverse[i * order + i] = 1;
      solve(inverse, i * order);
    }
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < i; j++) {
        inverse[j * order + i] = inverse[i * order + j];
      }
    }
    return inverse;
  }
}
