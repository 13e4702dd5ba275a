// SPDX-License-Identifier: Apache-2.0
/// Forecasts of a stream some steps ahead, by the rivals that a sequence memory must beat, and the
/// scores by which they are compared.
///
/// Reading order: [engram.sequence.forecast.Forecast]; [engram.sequence.forecast.SeasonalRule] and
/// [engram.sequence.forecast.SeasonalForecaster], the plain rules of days and weeks that the paper
/// [1] does not show; [engram.sequence.forecast.ForecastScorer],
/// [engram.sequence.forecast.ForecastScore] and [engram.sequence.forecast.BucketLikelihood]; then
/// what learns: [engram.sequence.forecast.KnnForecaster],
/// [engram.sequence.forecast.RecursiveLeastSquares] and [engram.sequence.forecast.ElmForecaster],
/// [engram.sequence.forecast.Reservoir] and [engram.sequence.forecast.EchoForecaster],
/// [engram.sequence.forecast.SymbolElm] for sequences of symbols; and
/// [engram.sequence.forecast.StreamForecaster], a sequence memory beside its rivals on a person's
/// stream, with [engram.sequence.forecast.ForecastSettings] and [engram.sequence.forecast.Outlook].
///
/// Every forecaster is a [engram.state.Machine] that takes a value with its time and gives a
/// forecast that carries the time that it is for. The scorer waits for the value of that time.
///
/// What the sources leave open is decided so:
///
/// - Where they take a pseudo-inverse, a ridge of 1e-6 stands, solved by an own factorisation of
///   Cholesky's: the bits are the same everywhere, and no rank need be decided. Values are scaled
///   to a deviation of 1, so the ridge is far below what the data say.
/// - The OS-ELM of the taxi run is told each truth before it forecasts it, and values are scaled by
///   figures of the whole file. Both look ahead. `published` settings do the same, `causal` ones do
///   not.
/// - Time of day and day of week are standardised as if uniform, so nothing need be known of a
///   file.
/// - What the ESN sees is not stated: the present value and the calendar by default, more lags on
///   demand. Its readout sees the units, the inputs and a constant, and no target from the future.
/// - The nearest neighbours' settings are not stated: 100 lags, 10 neighbours, a window of 6,000.
/// - The beginning of the OS-ELM on symbols is not stated: 500 rows. Nor is it stated among which
///   symbols the nearest code is sought: those of the sequences, not the noise between them.
///
/// References: [1] Y. Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an
/// unsupervised neural network model. Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463. [2]
/// R. J. Hyndman, G. Athanasopoulos: Forecasting: principles and practice, 3rd edition (2021),
/// section 5.2 on simple methods. [3] N.-Y. Liang, G.-B. Huang, P. Saratchandran, N. Sundararajan:
/// A fast and accurate online sequential learning algorithm for feedforward networks. IEEE
/// Transactions on Neural Networks 17 (2006) 1411-1423, doi:10.1109/TNN.2006.880583. [4] H. Jaeger,
/// H. Haas: Harnessing nonlinearity. Science 304 (2004) 78-80, doi:10.1126/science.1091277. [5] R.
/// A. Horn, C. R. Johnson: Matrix Analysis, 2nd edition (2013), corollary 5.6.14.
@NullMarked
package engram.sequence.forecast;

import org.jspecify.annotations.NullMarked;
