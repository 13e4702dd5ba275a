// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

/// What detections and misses are worth to somebody.
///
/// | profile | found window | false detection | missed window |
/// | --- | --- | --- | --- |
/// | [#STANDARD] | 1 | 0.11 | 1 |
/// | [#REWARD_LOW_FP_RATE] | 1 | 0.22 | 1 |
/// | [#REWARD_LOW_FN_RATE] | 1 | 0.11 | 2 |
///
/// References: see the package, [1] table 2.
///
/// @param name its name in the benchmark
/// @param truePositive what a window is worth that is detected at its first row, above 0
/// @param falsePositive what a detection far from any window costs, 0 or more
/// @param falseNegative what a missed window costs, 0 or more
public record NabProfile(
    String name, double truePositive, double falsePositive, double falseNegative) {
  /// All are worth the same.
  public static final NabProfile STANDARD = new NabProfile("standard", 1, 0.11, 1);

  /// For those whom false alarms disturb.
  public static final NabProfile REWARD_LOW_FP_RATE =
      new NabProfile("reward_low_FP_rate", 1, 0.22, 1);

  /// For those who must not miss anything.
  public static final NabProfile REWARD_LOW_FN_RATE =
      new NabProfile("reward_low_FN_rate", 1, 0.11, 2);

  /// Checks the weights.
  public NabProfile {
    if (!(truePositive > 0 && Double.isFinite(truePositive))) {
      throw new IllegalArgumentException(
          "truePositive must be finite and above 0, was " + truePositive);
    }
    requireCost("falsePositive", falsePositive);
    requireCost("falseNegative", falseNegative);
  }

  private static void requireCost(String what, double cost) {
    if (!(cost >= 0 && Double.isFinite(cost))) {
      throw new IllegalArgumentException(what + " must be finite and 0 or more, was " + cost);
    }
  }
}
