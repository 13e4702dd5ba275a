// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Intervals of a probability p of which k successes in n trials were seen.
///
/// | interval | ends | covers |
/// | --- | --- | --- |
/// | Clopper-Pearson [2] | quantiles of Beta(k, n - k + 1) and Beta(k + 1, n - k) | at least as often as said, whatever p is |
/// | Wilson [3] | the p with `(k/n - p)^2 = z^2 p (1 - p) / n` | as often as said on average over p, and narrower |
///
/// The quantiles are those of Commons Statistics and depend in their last bits on the machine's
/// `Math.log` and `Math.exp`.
///
/// References: see the package.
public final class ShareInterval {
  private ShareInterval() {}

  /// Clopper and Pearson's interval.
  ///
  /// @param successes k, in [0, trials]
  /// @param trials n, above 0
  /// @param confidence inside (0, 1)
  public static Interval clopperPearson(long successes, long trials, double confidence) {
    check(successes, trials, confidence);
    double tail = (1 - confidence) / 2;
    double k = (double) successes;
    double n = (double) trials;
    double low =
        successes == 0 ? 0 : BetaDistribution.of(k, n - k + 1).inverseCumulativeProbability(tail);
    double high =
        successes == trials
            ? 1
            : BetaDistribution.of(k + 1, n - k).inverseSurvivalProbability(tail);
    return new Interval(low, k / n, high);
  }

  /// Wilson's interval.
  ///
  /// @param successes k, in [0, trials]
  /// @param trials n, above 0
  /// @param confidence inside (0, 1)
  public static Interval wilson(long successes, long trials, double confidence) {
    check(successes, trials, confidence);
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    double n = (double) trials;
    double share = successes / n;
    double middle = share + z * z / (2 * n);
    double half = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;
    double low = successes == 0 ? 0 : (middle - half) / scale;
    double high = successes == trials ? 1 : (middle + half) / scale;
    return new Interval(low, share, high);
  }

  private static void check(long successes, long trials, double confidence) {
    if (trials <= 0) {
      throw new IllegalArgumentException("trials must be above 0, was " + trials);
    }
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must be in [0, " + trials + "], was " + successes);
    }
    Checks.confidence(confidence);
  }
}
