// SPDX-License-Identifier: Apache-2.0
/// Paper 47, `htm`: Y. Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an
/// unsupervised neural network model, Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463.
///
/// **What could be read.** The abstract, the authors' code with its stored results, and figures
/// read off from them; the paper's text was not. Settings are those of the code.
///
/// **What is reproduced.** The artificial streams: endings that depend on a symbol six or seven
/// steps back and are swapped on the way, sequences with several endings, and the death of cells.
/// The authors' saved forecasts of taxi demand, and our own memory's with their likelihood, also
/// after the pattern of demand changes, beside rivals of our own and rules of the calendar that the
/// paper leaves out. The memory as detector of the Numenta Anomaly Benchmark [3], which came after
/// the paper: the score to meet is that of this memory, 64.6, not the 70.1 of an older one that
/// backtracks.
///
/// **What is not.** Long sequences, temporal noise, the Reber grammar; TDNN, and the LSTM that
/// learns at each step.
///
/// Reading order: [engram.paper.htm.HtmSequenceMemory] (the study), then a package for each kind of
/// data, which do not know each other: [engram.paper.htm.symbol] (the main claim),
/// [engram.paper.htm.taxi], [engram.paper.htm.nab]. What they call arms by and how they draw is
/// [engram.paper.htm.shared]. The mechanism is in `engram.sequence.htm`, the benchmark's scorer in
/// `engram.sequence.nab`.
///
/// References: [1] the paper above. [2] J. Hawkins, S. Ahmad: Why neurons have thousands of
/// synapses. Frontiers in Neural Circuits 10:23 (2016), doi:10.3389/fncir.2016.00023. [3] S. Ahmad,
/// A. Lavin, S. Purdy, Z. Agha: Unsupervised real-time anomaly detection for streaming data.
/// Neurocomputing 262 (2017) 134-147, doi:10.1016/j.neucom.2017.04.070. [4] F. Andrews: Attempting
/// the Numenta Anomaly Benchmark (2016), floybix.github.io/2016/07/01/attempting-nab: a memory of
/// single transitions scores as well there.
@NullMarked
package engram.paper.htm;

import org.jspecify.annotations.NullMarked;
