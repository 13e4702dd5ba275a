// SPDX-License-Identifier: Apache-2.0
/// Forecasts of a stream some steps ahead, by the rivals that a sequence memory must beat, and the
/// scores by which they are compared.
///
/// Reading order: [engram.sequence.forecast.Forecast]; [engram.sequence.forecast.SeasonalRule] and
/// [engram.sequence.forecast.SeasonalForecaster], the plain rules of days and weeks that the paper
/// [1] does not show; [engram.sequence.forecast.ForecastScorer],
/// [engram.sequence.forecast.ForecastScore] and [engram.sequence.forecast.BucketLikelihood], with
/// [engram.sequence.forecast.PastErrors], by which a rule that tells a number tells a distribution;
/// [engram.sequence.forecast.CoverageScorer] and [engram.sequence.forecast.Coverage];
/// [engram.sequence.forecast.StreamForecaster], a sequence memory beside its rivals on a person's
/// stream, with [engram.sequence.forecast.ForecastSettings] and [engram.sequence.forecast.Outlook].
/// What learns by other means lies in `forecast.rival`.
///
/// Every forecaster is a [engram.state.Machine] that takes a value with its time and gives a
/// forecast that carries the time that it is for. The scorer waits for the value of that time.
///
/// What the sources leave open is decided so: time of day and day of week are standardised as if
/// uniform, so nothing need be known of a file.
///
/// References: [1] Y. Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an
/// unsupervised neural network model. Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463. [2]
/// R. J. Hyndman, G. Athanasopoulos: Forecasting: principles and practice, 3rd edition (2021),
/// section 5.2 on simple methods, section 5.5 on distributions.
@NullMarked
package engram.sequence.forecast;

import org.jspecify.annotations.NullMarked;
