// SPDX-License-Identifier: Apache-2.0
package engram.signal;

import engram.source.FromPaper;
import java.util.Arrays;

/// The greatest distance between the cumulative distributions of two samples [1]: `max over x of
/// |F(x) - G(x)|`, 0 for equal distributions and 1 where all of one lies below all of the other. It
/// depends on the order of the values alone.
///
/// References: see the package.
@FromPaper(value = "pspm", at = "spec: KS distances")
public final class KolmogorovSmirnov {
  private KolmogorovSmirnov() {}

  /// The distance of two samples.
  ///
  /// @param first one or more values, none NaN, in any order; left as they are
  /// @param second the same
  public static double distance(double[] first, double[] second) {
    double[] a = sorted("first", first);
    double[] b = sorted("second", second);
    int i = 0;
    int j = 0;
    double most = 0;
    while (i < a.length && j < b.length) {
      double x = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= x) {
        i++;
      }
      while (j < b.length && b[j] <= x) {
        j++;
      }
      most = Math.max(most, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return most;
  }

  /// The distance of two counted samples.
  ///
  /// @param first one or more observations
  /// @param second one or more observations
  public static double distance(Tally first, Tally second) {
    if (first.total() == 0 || second.total() == 0) {
      throw new IllegalArgumentException(
          "both tallies must have observations, was " + first.total() + " and " + second.total());
    }
    long[] a = first.values();
    long[] b = second.values();
    long[] as = first.counts();
    long[] bs = second.counts();
    int i = 0;
    int j = 0;
    long belowA = 0;
    long belowB = 0;
    double most = 0;
    while (i < a.length && j < b.length) {
      long x = Math.min(a[i], b[j]);
      if (a[i] == x) {
        belowA += as[i++];
      }
      if (b[j] == x) {
        belowB += bs[j++];
      }
      double apart = (double) belowA / first.total() - (double) belowB / second.total();
      most = Math.max(most, Math.abs(apart));
    }
    return most;
  }

  private static double[] sorted(String name, double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(name + " must have a value or more, was empty");
    }
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException(name + "[" + i + "] must be a number, was NaN");
      }
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
