// SPDX-License-Identifier: Apache-2.0
/// Forecasters that learn by other means than a sequence memory: nearest neighbours, an extreme
/// learning machine and an echo state network.
///
/// Reading order: [engram.sequence.forecast.rival.KnnForecaster],
/// [engram.sequence.forecast.rival.ElmForecaster], [engram.sequence.forecast.rival.EchoForecaster],
/// each with its settings; they see [engram.sequence.forecast.rival.Lags] of the series under a
/// [engram.sequence.forecast.rival.Scaling]; [engram.sequence.forecast.rival.SymbolElm] for
/// sequences of symbols.
///
/// What the sources leave open is decided so:
///
/// - The OS-ELM of the taxi run is told each truth before it forecasts it, and values are scaled by
///   figures of the whole file. Both look ahead. `published` settings do the same, `causal` ones do
///   not.
/// - Values are scaled to a deviation of 1, so the readouts' ridge is far below what the data say.
/// - What the ESN sees is not stated: the present value and the calendar by default, more lags on
///   demand. Its readout sees the units, the inputs and a constant, and no target from the future.
/// - The nearest neighbours' settings are not stated: 100 lags, 10 neighbours, a window of 6,000.
/// - The beginning of the OS-ELM on symbols is not stated: 500 rows. Nor is it stated among which
///   symbols the nearest code is sought: those of the sequences, not the noise between them.
///
/// References: [1] Y. Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an
/// unsupervised neural network model. Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463. [2]
/// N.-Y. Liang, G.-B. Huang, P. Saratchandran, N. Sundararajan: A fast and accurate online
/// sequential learning algorithm for feedforward networks. IEEE Transactions on Neural Networks 17
/// (2006) 1411-1423, doi:10.1109/TNN.2006.880583. [3] H. Jaeger, H. Haas: Harnessing nonlinearity.
/// Science 304 (2004) 78-80, doi:10.1126/science.1091277.
@NullMarked
package engram.sequence.forecast.rival;

import org.jspecify.annotations.NullMarked;
