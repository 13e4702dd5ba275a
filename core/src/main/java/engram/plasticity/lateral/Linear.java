// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

import engram.error.NumericalException;
import java.util.Arrays;

/// Small linear systems.
final class Linear {
  private Linear() {}

  /// The solution y of `A y = b`, by elimination with partial pivoting; A and b are left as they
  /// are.
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOf(a[i], n + 1);
      rows[i][n] = b[i];
    }
    for (int k = 0; k < n; k++) {
      pivot(rows, k);
      for (int i = k + 1; i < n; i++) {
        double factor = rows[i][k] / rows[k][k];
        for (int j = k; j <= n; j++) {
          rows[i][j] -= factor * rows[k][j];
        }
      }
    }
    double[] y = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double rest = rows[i][n];
      for (int j = i + 1; j < n; j++) {
        rest -= rows[i][j] * y[j];
      }
      y[i] = rest / rows[i][i];
    }
    return y;
  }

  private static void pivot(double[][] rows, int k) {
    int best = k;
    for (int i = k + 1; i < rows.length; i++) {
      best = Math.abs(rows[i][k]) > Math.abs(rows[best][k]) ? i : best;
    }
    double[] row = rows[best];
    rows[best] = rows[k];
    rows[k] = row;
    if (!(Math.abs(row[k]) > 0 && Double.isFinite(row[k]))) {
      throw new NumericalException(
          "lateral weights left their range: unit %d has pivot %s".formatted(k, row[k]));
    }
  }

  /// The inner product.
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /// Refuses a rate that is negative or not finite.
  static double requireRate(String name, double rate) {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and 0 or more, was " + rate);
    }
    return rate;
  }

  /// Refuses a sample of another length or with a value that is not finite.
  static void requireSample(double[] x, int inputs) {
    if (x.length != inputs) {
      throw new IllegalArgumentException(
          "x must be one an input, %d, was %d".formatted(inputs, x.length));
    }
    for (int j = 0; j < inputs; j++) {
      if (!Double.isFinite(x[j])) {
        throw new IllegalArgumentException("input %d must be finite, was %s".formatted(j, x[j]));
      }
    }
  }
}
