// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.stats.Interval;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// The three estimates that verdicts rest on: a mean with Student's interval [1], a share with
/// Clopper and Pearson's [2], and Spearman's rank correlation [3].
///
/// References: see the package.
final class Estimates {
  private static final double UPPER = 0.975;
  private static final int TABLED = 100;

  // Degrees of freedom 1 to 100: each is asked for thousands of times.
  private static final double[] STUDENT =
      IntStream.rangeClosed(1, TABLED)
          .mapToDouble(freedom -> TDistribution.of(freedom).inverseCumulativeProbability(UPPER))
          .toArray();
  private static final double NORMAL =
      NormalDistribution.of(0, 1).inverseCumulativeProbability(UPPER);

  private Estimates() {}

  /// A mean and the standard deviation of what it was taken over.
  record Spread(double mean, double deviation) {}

  /// Mean and standard deviation of two values or more. Taken about the first value, so that equal
  /// values give themselves and 0, to the bit.
  static Spread spread(double[] values) {
    double first = values[0];
    double sum = 0;
    for (double value : values) {
      sum += value - first;
    }
    double shift = sum / values.length;
    double squares = 0;
    for (double value : values) {
      double apart = value - first - shift;
      squares += apart * apart;
    }
    return new Spread(first + shift, Math.sqrt(squares / (values.length - 1)));
  }

  /// The mean of two values or more with its 95 % interval by Student's t.
  static Interval mean(double[] values) {
    Spread spread = spread(values);
    double half = halfWidth(spread.deviation(), values.length);
    return new Interval(spread.mean() - half, spread.mean(), spread.mean() + half);
  }

  /// Half the length of the 95 % interval of a mean over `count` values of this deviation.
  static double halfWidth(double deviation, int count) {
    double quantile = count <= TABLED ? STUDENT[count - 2] : NORMAL;
    return quantile * deviation / Math.sqrt(count);
  }

  /// The share `successes / trials` with its 95 % interval by Clopper and Pearson, which errs at
  /// most 2.5 % on each side whatever the true share.
  static Interval share(int successes, int trials) {
    double low =
        successes == 0
            ? 0
            : BetaDistribution.of(successes, trials - successes + 1)
                .inverseCumulativeProbability(1 - UPPER);
    double high =
        successes == trials
            ? 1
            : BetaDistribution.of(successes + 1, trials - successes)
                .inverseCumulativeProbability(UPPER);
    return new Interval(low, (double) successes / trials, high);
  }

  /// Whether the interval of [#share] lies on one side of `border`: the same by the binomial tails,
  /// without inverting them.
  static boolean shareIsDecided(int successes, int trials, double border) {
    BinomialDistribution atBorder = BinomialDistribution.of(trials, border);
    return atBorder.survivalProbability(successes - 1) <= 1 - UPPER
        || atBorder.cumulativeProbability(successes) < 1 - UPPER;
  }

  /// Spearman's rank correlation: Pearson's correlation of the ranks, equal values sharing their
  /// mean rank; 0 where all x or all y are equal, for then nothing rises.
  static double rankCorrelation(double[] x, double[] y) {
    double[] a = ranks(x);
    double[] b = ranks(y);
    double middle = (x.length + 1) / 2.0;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - middle) * (b[i] - middle);
      aa += (a[i] - middle) * (a[i] - middle);
      bb += (b[i] - middle) * (b[i] - middle);
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }

  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = 0;
      int equal = 0;
      for (double other : values) {
        below += other < values[i] ? 1 : 0;
        equal += other == values[i] ? 1 : 0;
      }
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }
}
