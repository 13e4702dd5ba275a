// SPDX-License-Identifier: Apache-2.0
/// Hierarchical temporal memory: a memory of sequences that learns one pass, on line, and never
/// stops [1]. A code of a value becomes a few active columns (the pooler); a memory whose columns
/// hold many cells represents the same column in different contexts by different cells and learns
/// which cells follow which (the memory); what it did not expect is a measure of surprise (the
/// likelihood), what it expects is read out by a linear map (the classifier).
///
/// Reading order: [engram.sequence.htm.PlainTemporalMemory], the memory as it is defined, and
/// [engram.sequence.htm.MemorySettings]; [engram.sequence.htm.TemporalMemory], the same to the last
/// bit and fast.
///
/// What the sources leave open is decided so, for both forms of the memory:
///
/// - Permanences are whole ten-thousandths, so sums are exact and no tolerance is needed where they
///   meet a threshold.
/// - A segment's number is the smallest not in use. Segments are taken in the order of their cells,
///   those of one cell in the order of their numbers; the first of equals wins.
/// - Of synapses with equal permanence, the one from the lowest cell is the weakest.
/// - Growth draws from the candidates in ascending order, without replacement (Fisher and Yates
///   from the front), and draws nothing where all candidates are taken. A tie for the cell with
///   fewest segments draws once, nothing where there is no tie. Growth and ties have a stream each.
/// - A segment is as recently used as the last learning step in which it was active, or in which it
///   was made; of equally old ones the lowest number goes.
///
/// References: [1] Y. Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an
/// unsupervised neural network model. Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463. [2]
/// J. Hawkins, S. Ahmad: Why neurons have thousands of synapses. Frontiers in Neural Circuits 10:23
/// (2016), doi:10.3389/fncir.2016.00023. [3] Y. Cui, S. Ahmad, J. Hawkins: The HTM spatial pooler.
/// Frontiers in Computational Neuroscience 11:111 (2017), doi:10.3389/fncom.2017.00111. [4] S.
/// Ahmad, A. Lavin, S. Purdy, Z. Agha: Unsupervised real-time anomaly detection for streaming data.
/// Neurocomputing 262 (2017) 134-147, doi:10.1016/j.neucom.2017.04.070.
@NullMarked
package engram.sequence.htm;

import org.jspecify.annotations.NullMarked;
