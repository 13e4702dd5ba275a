// SPDX-License-Identifier: Apache-2.0
/// From values to sparse codes: near values share bits, far ones almost none, so that a memory of
/// sparse codes generalises over them.
///
/// An encoder never changes: what it gives depends on the value alone. What needs a memory of its
/// own, such as a difference to the value before, is a machine in front of an encoder
/// ([engram.sequence.encode.Differences]).
///
/// Reading order: [engram.sequence.encode.Encoder] and the buffer it writes,
/// [engram.sequence.encode.ActiveBits]; numbers: [engram.sequence.encode.NumberEncoder],
/// [engram.sequence.encode.ScalarEncoder], [engram.sequence.encode.LogEncoder],
/// [engram.sequence.encode.RandomDistributedEncoder], and where some are missing
/// [engram.sequence.encode.MissingAsNothing]; symbols: [engram.sequence.encode.CategoryEncoder];
/// times: [engram.sequence.encode.TimePart], [engram.sequence.encode.DateEncoder],
/// [engram.sequence.encode.HolidayEncoder]; places: [engram.sequence.encode.Coordinate],
/// [engram.sequence.encode.CoordinateEncoder]; codes as they are:
/// [engram.sequence.encode.PassThroughEncoder]; several at once:
/// [engram.sequence.encode.MultiEncoder].
///
/// What the source leaves open is decided so: the codes of a [RandomDistributedEncoder] are all
/// laid out when it is made, from the middle outwards in turn (above, below, above, ...), so they
/// are a function of the seed and not of the order of the values; halves round up; a Monday is day
/// 0, the first of January day 0 of the season, weekends are Saturday and Sunday, all in UTC; the
/// parts of a date stand in the order in which they are given; the ramps of two holidays do not
/// add, the higher counts; rank and bit of a grid's cell are the first words of Philox at the
/// cell's address, so that no table of cells is kept.
///
/// References: [1] Y. Cui, S. Ahmad, J. Hawkins: Continuous online sequence learning with an
/// unsupervised neural network model. Neural Computation 28 (2016) 2474-2504, arXiv:1512.05463. [2]
/// S. Purdy: Encoding data for HTM systems. arXiv:1602.05925 (2016).
@NullMarked
package engram.sequence.encode;

import org.jspecify.annotations.NullMarked;
