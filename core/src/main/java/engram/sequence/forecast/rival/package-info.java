// SPDX-License-Identifier: Apache-2.0
/// Forecasters that learn by other means than a sequence memory: nearest neighbours, an extreme
/// learning machine, an echo state network and long short-term memory (LSTM).
///
/// Reading order: [engram.sequence.forecast.rival.KnnForecaster],
/// [engram.sequence.forecast.rival.ElmForecaster], [engram.sequence.forecast.rival.EchoForecaster],
/// [engram.sequence.forecast.rival.LstmForecaster] over [engram.sequence.forecast.rival.LstmCell],
/// each with its settings; they see [engram.sequence.forecast.rival.Lags] of the series under a
/// [engram.sequence.forecast.rival.Scaling]; [engram.sequence.forecast.rival.SymbolElm] and
/// [engram.sequence.forecast.rival.SymbolLstm] for sequences of symbols.
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
/// - The LSTM is trained by Adam in place of Rprop-, in eight streams and pieces of 25 rows, and on
///   targets that are known when it is trained; the paper's windows hold four later ones. It is
///   trained every 336 rows from a given one on, about the paper's every Monday.
///
/// References: [1] Y. Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an
/// unsupervised neural network model. Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463. [2]
/// N.-Y. Liang, G.-B. Huang, P. Saratchandran, N. Sundararajan: A fast and accurate online
/// sequential learning algorithm for feedforward networks. IEEE Transactions on Neural Networks 17
/// (2006) 1411-1423, doi:10.1109/TNN.2006.880583. [3] H. Jaeger, H. Haas: Harnessing nonlinearity.
/// Science 304 (2004) 78-80, doi:10.1126/science.1091277. [4] S. Hochreiter, J. Schmidhuber: Long
/// short-term memory. Neural Computation 9 (1997) 1735-1780, doi:10.1162/neco.1997.9.8.1735. [5] F.
/// A. Gers, J. Schmidhuber, F. Cummins: Learning to forget. Neural Computation 12 (2000) 2451-2471,
/// doi:10.1162/089976600300015015.
@NullMarked
package engram.sequence.forecast.rival;

import org.jspecify.annotations.NullMarked;
