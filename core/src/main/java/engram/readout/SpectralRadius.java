// SPDX-License-Identifier: Apache-2.0
package engram.readout;

import engram.kernel.Doubles;
import engram.kernel.Transpose;

/// The spectral radius of a square matrix, the largest modulus of its eigenvalues, by Gelfand's
/// formula
///
///     rho(A) = lim |A^m|^(1/m),   m = 2^j
///
/// with the Frobenius norm. Each squaring is divided by its norm, whose logarithm is kept. What the
/// norm differs from the radius by, at most a power `m^(n-1)` times a constant, is raised to `1/m`:
/// after 60 squarings it is below the rounding. Only products of matrices and the kernels' own
/// logarithm enter, so the bits are the same on every machine; a library's eigenvalues would have to
/// be trusted in that.
///
/// References: see the package, [5].
final class SpectralRadius {
  private static final int SQUARINGS = 60;

  private SpectralRadius() {}

  /// @param matrix row by row, left as it is
  /// @param order its rows
  static double of(double[] matrix, int order) {
    double[] power = matrix.clone();
    double[] square = new double[power.length];
    double logarithm = 0;
    double share = 1;
    for (int j = 0; j <= SQUARINGS; j++) {
      double norm = Math.sqrt(Doubles.dot(power, power));
      if (norm == 0) {
        return 0;
      }
      logarithm += share * Doubles.log(norm);
      for (int i = 0; i < power.length; i++) {
        power[i] /= norm;
      }
      Doubles.gemm(
          Transpose.NO,
          Transpose.NO,
          order,
          order,
          order,
          1,
          power,
          0,
          order,
          power,
          0,
          order,
          0,
          square,
          0,
          order);
      System.arraycopy(square, 0, power, 0, power.length);
      share /= 2;
    }
    return Doubles.exp(logarithm);
  }
}
