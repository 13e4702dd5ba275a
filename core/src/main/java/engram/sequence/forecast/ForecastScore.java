// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

/// How far forecasts lay from what came. With truths `y` and forecasts `p` over the scored rows,
///
/// | name | formula |
/// | --- | --- |
/// | MAPE | `mean abs(y - p) / mean abs(y)` |
/// | RMSE | `sqrt(mean (y - p)^2)` |
/// | NRMSE | `RMSE / sd(y)`, `sd` of the population |
///
/// MAPE is the paper's: a ratio of means, not a mean of ratios, so no small value can blow it up.
/// An NRMSE of 1 is what the mean of the truths would earn.
///
/// @param count how many pairs were scored
/// @param missing how many truths came for which the forecast was missing; they are not scored
/// @param mape NaN where no pair was scored or all truths are 0
/// @param rmse in the stream's unit; NaN where no pair was scored
/// @param nrmse NaN where no pair was scored or all truths are equal
public record ForecastScore(long count, long missing, double mape, double rmse, double nrmse) {}
