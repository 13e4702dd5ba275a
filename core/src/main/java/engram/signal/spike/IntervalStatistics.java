// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

/// How regular a train is. With I the intervals and n of them:
///
///     CV  = sd(I) / mean(I)
///     CV2 = mean of 2 |I[i+1] - I[i]| / (I[i+1] + I[i])            [1]
///     LV  = mean of 3 ((I[i+1] - I[i]) / (I[i+1] + I[i]))^2        [2]
///
/// All three are 0 for a clock and 1 in the mean for a Poisson train; CV2 and LV look at neighbours
/// only and so stay 1 where the rate of a Poisson train drifts. A CV is NaN of fewer than two
/// intervals, CV2 and LV of fewer than two.
///
/// References: see the package.
///
/// @param count how many intervals
/// @param meanMs their mean; NaN of none
/// @param cv their coefficient of variation, with the unbiased variance
/// @param cv2 the local coefficient of variation
/// @param lv the local variation
public record IntervalStatistics(long count, double meanMs, double cv, double cv2, double lv) {}
