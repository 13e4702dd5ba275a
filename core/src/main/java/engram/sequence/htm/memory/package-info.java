// SPDX-License-Identifier: Apache-2.0
/// The temporal memory: columns of cells whose dendritic segments learn which cells fired before
/// them, so one column stands for the same input in different contexts [1, 2].
///
/// Reading order: [engram.sequence.htm.memory.PlainTemporalMemory], the memory as it is defined,
/// and [engram.sequence.htm.memory.MemorySettings]; [engram.sequence.htm.memory.TemporalMemory],
/// the same to the last bit and fast: `SegmentPool` and `Axons` hold its synapses, `Dendrites`
/// counts on them.
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
/// (2016), doi:10.3389/fncir.2016.00023.
@NullMarked
package engram.sequence.htm.memory;

import org.jspecify.annotations.NullMarked;
