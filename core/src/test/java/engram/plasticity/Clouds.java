// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.random.RandomStream;

/// Samples for tests of rules.
public final class Clouds {
  private Clouds() {}

  /// A random orthonormal basis of R^n, a vector a row.
  public static double[][] basis(int n, RandomStream stream) {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = stream.nextGaussian();
      }
      for (int k = 0; k < i; k++) {
        double along = dot(rows[i], rows[k]);
        for (int j = 0; j < n; j++) {
          rows[i][j] -= along * rows[k][j];
        }
      }
      double norm = Math.sqrt(dot(rows[i], rows[i]));
      for (int j = 0; j < n; j++) {
        rows[i][j] /= norm;
      }
    }
    return rows;
  }

  /// 2 n points, two on each axis, whose mean of x x^T has exactly these axes and variances.
  public static double[][] axes(double[][] basis, double... variances) {
    int n = variances.length;
    double[][] points = new double[2 * n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        points[2 * i][j] = Math.sqrt(n * variances[i]) * basis[i][j];
        points[2 * i + 1][j] = -points[2 * i][j];
      }
    }
    return points;
  }

  /// Normal samples, each value of deviation 1, plus a shift.
  public static double[][] normal(int samples, int inputs, double shift, RandomStream stream) {
    double[][] x = new double[samples][inputs];
    for (double[] row : x) {
      for (int j = 0; j < inputs; j++) {
        row[j] = shift + stream.nextGaussian();
      }
    }
    return x;
  }

  /// Rows one after another.
  public static float[] flat(double[][] rows) {
    int columns = rows[0].length;
    float[] flat = new float[rows.length * columns];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) rows[i / columns][i % columns];
    }
    return flat;
  }

  /// The inner product.
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /// The angle between the lines of two vectors in degrees.
  public static double degrees(double[] a, double[] b) {
    double cosine = Math.abs(dot(a, b)) / Math.sqrt(dot(a, a) * dot(b, b));
    return Math.toDegrees(Math.acos(Math.min(1, cosine)));
  }
}
