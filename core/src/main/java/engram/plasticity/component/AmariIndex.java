// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.component;

/// How far a separation is from perfect [3]. For `P = W A`, W the separating and A the mixing
/// matrix, both n x n:
///
///     (1 / 2n(n-1)) (sum_i (sum_j |P_ij| / max_j |P_ij| - 1) + sum_j (sum_i |P_ij| / max_i |P_ij| - 1))
///
/// 0 where P only orders and scales the sources, 1 where every source is in every output alike.
///
/// References: [3] in the package.
public final class AmariIndex {
  private AmariIndex() {}

  /// The index of `P = separating x mixing`.
  public static double of(double[][] separating, double[][] mixing) {
    int n = mixing.length;
    if (n < 2 || separating.length != n || separating[0].length != n || mixing[0].length != n) {
      throw new IllegalArgumentException(
          "matrices must be square and of one size of at least 2, was %d and %d"
              .formatted(separating.length, n));
    }
    double[][] p = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          p[i][j] += separating[i][k] * mixing[k][j];
        }
      }
    }
    double excess = 0;
    for (int i = 0; i < n; i++) {
      double row = 0;
      double rowMost = 0;
      double column = 0;
      double columnMost = 0;
      for (int j = 0; j < n; j++) {
        row += Math.abs(p[i][j]);
        rowMost = Math.max(rowMost, Math.abs(p[i][j]));
        column += Math.abs(p[j][i]);
        columnMost = Math.max(columnMost, Math.abs(p[j][i]));
      }
      excess += row / rowMost - 1 + column / columnMost - 1;
    }
    return excess / (2.0 * n * (n - 1));
  }
}
