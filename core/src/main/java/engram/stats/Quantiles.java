// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import java.util.Arrays;

/// Quantiles of a sample, interpolated between neighbours: with the values sorted and `h = (n - 1)
/// p`, the value at h, linear between the whole numbers around it (definition 7 of Hyndman and Fan
/// [6], the default of R and NumPy).
///
/// References: see the package.
public final class Quantiles {
  private Quantiles() {}

  /// The quantile at `p`.
  ///
  /// @param values one or more finite values, in any order; left as they are
  /// @param p in [0, 1]
  public static double of(double[] values, double p) {
    Checks.values("values", values, 1);
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1], was " + p);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, p);
  }

  /// The quantile at 1/2.
  public static double median(double[] values) {
    return of(values, 0.5);
  }

  static double ofSorted(double[] sorted, double p) {
    double position = (sorted.length - 1) * p;
    int below = (int) position;
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    double share = position - below;
    return (1 - share) * sorted[below] + share * sorted[below + 1];
  }
}
