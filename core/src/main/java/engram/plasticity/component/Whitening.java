// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.component;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/// The linear map that takes the mean away and brings the covariance to the identity: `z = D^(-1/2)
/// E^T (x - m)`, `C = E D E^T`, components by falling variance.
///
/// @param mean m
/// @param matrix `D^(-1/2) E^T`, components x inputs
// Fitted once and read only; two are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Whitening(double[] mean, double[][] matrix) {
  private static final double LEAST_SHARE = 1e-12;

  /// Fits it.
  ///
  /// @param x samples x inputs, at least two
  /// @throws IllegalArgumentException if a direction does not vary: less than 1e-12 of the largest
  ///   variance
  public static Whitening of(double[][] x) {
    if (x.length < 2) {
      throw new IllegalArgumentException("x must be at least 2 samples, was " + x.length);
    }
    int n = x[0].length;
    double[] mean = new double[n];
    for (double[] row : x) {
      for (int j = 0; j < n; j++) {
        mean[j] += row[j] / x.length;
      }
    }
    double[][] covariance = new double[n][n];
    for (double[] row : x) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / x.length;
        }
      }
    }
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance, false));
    double[] variances = eigen.getEigenvalues();
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      if (!(variances[i] > LEAST_SHARE * variances[0])) {
        throw new IllegalArgumentException(
            "every direction of x must vary, was variance %s in direction %d"
                .formatted(variances[i], i));
      }
      for (int j = 0; j < n; j++) {
        matrix[i][j] = eigen.getEigenvector(i).getEntry(j) / Math.sqrt(variances[i]);
      }
    }
    return new Whitening(mean, matrix);
  }

  /// Whitens samples.
  public double[][] apply(double[][] x) {
    double[][] z = new double[x.length][matrix.length];
    for (int b = 0; b < x.length; b++) {
      for (int i = 0; i < matrix.length; i++) {
        for (int j = 0; j < mean.length; j++) {
          z[b][i] += matrix[i][j] * (x[b][j] - mean[j]);
        }
      }
    }
    return z;
  }
}
