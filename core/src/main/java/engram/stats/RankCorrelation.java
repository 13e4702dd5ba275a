// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import java.util.Arrays;

/// Correlation by rank: 1 where y never falls as x rises, -1 where it never rises. Ties share the
/// mean of their ranks. Exact arithmetic but for a root and a quotient: the same bits everywhere.
///
/// | coefficient | definition |
/// | --- | --- |
/// | Spearman's rho [10] | Pearson's correlation of the ranks |
/// | Kendall's tau-b [11] | (concordant - discordant pairs) / sqrt(pairs untied in x times pairs untied in y) |
///
/// Both are NaN where all of x or all of y is equal: there is no order to compare.
///
/// References: see the package.
public final class RankCorrelation {
  private RankCorrelation() {}

  /// Spearman's rho.
  ///
  /// @param x two or more finite values
  /// @param y as many
  public static double spearman(double[] x, double[] y) {
    Checks.pairs("x", x, "y", y, 2);
    double[] rankX = ranks(x);
    double[] rankY = ranks(y);
    double middle = (x.length + 1) / 2.0;
    double products = 0;
    double squaresX = 0;
    double squaresY = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = rankX[i] - middle;
      double dy = rankY[i] - middle;
      products += dx * dy;
      squaresX += dx * dx;
      squaresY += dy * dy;
    }
    return products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
  }

  /// Kendall's tau-b, by looking at every pair.
  ///
  /// @param x two or more finite values
  /// @param y as many
  public static double kendall(double[] x, double[] y) {
    Checks.pairs("x", x, "y", y, 2);
    long balance = 0;
    long untiedX = 0;
    long untiedY = 0;
    for (int i = 1; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        long signX = x[i] > x[j] ? 1 : x[i] < x[j] ? -1 : 0;
        long signY = y[i] > y[j] ? 1 : y[i] < y[j] ? -1 : 0;
        balance += signX * signY;
        untiedX += signX * signX;
        untiedY += signY * signY;
      }
    }
    return balance / (Math.sqrt((double) untiedX) * Math.sqrt((double) untiedY));
  }

  /// The rank of each value, 1 for the least; equal values share the mean of their ranks.
  ///
  /// @param values finite
  public static double[] ranks(double[] values) {
    Checks.values("values", values, 0);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int first = firstAtLeast(sorted, values[i]);
      int next = first;
      while (next < sorted.length && sorted[next] == values[i]) {
        next++;
      }
      ranks[i] = (first + 1 + next) / 2.0;
    }
    return ranks;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
