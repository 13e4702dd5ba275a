// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import java.util.Arrays;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/// What a two-sided rank test says of two samples.
///
/// | test | asks | p value |
/// | --- | --- | --- |
/// | Wilcoxon's signed ranks [8] | is the median of paired differences 0? | exact without ties or zeros, for up to 1,023 pairs; else normal with continuity correction |
/// | Mann and Whitney's U [9] | is a value of one sample as likely above as below one of the other? | exact without ties for small samples; else normal with continuity correction |
///
/// Both are those of Commons Statistics; the normal approximations depend in their last bits on the
/// machine's `Math.exp`.
///
/// References: see the package.
///
/// @param statistic the sum of ranks of positive differences, or U of the first sample
/// @param p the probability, without an effect, of a statistic at least as far from its mean
public record RankTest(double statistic, double p) {
  /// Wilcoxon's signed-rank test of pairs.
  ///
  /// @param left one or more finite values
  /// @param over as many, not all equal to those of `left`
  public static RankTest wilcoxon(double[] left, double[] over) {
    Checks.pairs("left", left, "over", over, 1);
    if (Arrays.equals(left, over)) {
      throw new IllegalArgumentException("over must be different from left, was the same");
    }
    return of(WilcoxonSignedRankTest.withDefaults().test(left, over));
  }

  /// Mann and Whitney's test of two independent samples.
  ///
  /// @param left one or more finite values
  /// @param right one or more finite values
  public static RankTest mannWhitney(double[] left, double[] right) {
    Checks.values("left", left, 1);
    Checks.values("right", right, 1);
    return of(MannWhitneyUTest.withDefaults().test(left, right));
  }

  private static RankTest of(SignificanceResult result) {
    return new RankTest(result.getStatistic(), result.getPValue());
  }
}
