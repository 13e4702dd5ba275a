// SPDX-License-Identifier: Apache-2.0
/// Paper 47, `htm`: Y. Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an
/// unsupervised neural network model, Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463.
///
/// **What could be read.** The abstract, the authors' code with its stored results, and figures
/// read off from them; the paper's text was not. Settings are those of the code.
///
/// **What is reproduced.** The artificial streams: endings that depend on a symbol six or seven
/// steps back and are swapped on the way, sequences with several endings, and the death of cells.
/// The authors' saved forecasts of taxi demand, beside rules of the calendar that the paper leaves
/// out.
///
/// **What is not.** Long sequences, temporal noise, the Reber grammar; LSTM and TDNN. Our own
/// memory on taxi demand, and the Numenta Anomaly Benchmark, whose scorer and detector stand ready
/// in `engram.sequence`.
///
/// Only the last symbol of a sequence is scored: the first cannot be foretold, and those between
/// are easy. A forecast is right where the symbol is among the k best, k the number of endings.
///
/// Reading order: [engram.paper.htm.HtmSequenceMemory] (the study), [engram.paper.htm.HighOrder]
/// (the main claim), [engram.paper.htm.SeveralEndings], [engram.paper.htm.CellDeath];
/// [engram.paper.htm.SavedForecasts], [engram.paper.htm.TaxiDemand] with [engram.paper.htm.Taxi];
/// they share [engram.paper.htm.Endings], [engram.paper.htm.Stream], [engram.paper.htm.Forecaster]
/// and [engram.paper.htm.Reading], and their claims stand in [engram.paper.htm.HtmClaims]. The
/// mechanism is in `engram.sequence.htm`.
///
/// References: [1] the paper above. [2] J. Hawkins, S. Ahmad: Why neurons have thousands of
/// synapses. Frontiers in Neural Circuits 10:23 (2016), doi:10.3389/fncir.2016.00023.
@NullMarked
package engram.paper.htm;

import org.jspecify.annotations.NullMarked;
