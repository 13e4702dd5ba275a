// SPDX-License-Identifier: Apache-2.0
/// Signals and what is measured of them. At the root stand the two tools that all of it uses: exact
/// counts of whole numbers and the distance of two distributions.
///
/// Reading order: [engram.signal.Tally], [engram.signal.KolmogorovSmirnov]; then
/// `engram.signal.spike` (trains, rasters, their statistics), `engram.signal.spike.distance` (how
/// far two trains are apart), `engram.signal.avalanche` (bursts of a population and their power
/// laws), `engram.signal.spike.text` (spike files).
///
/// References: [1] W. J. Conover: Practical nonparametric statistics. Wiley, 3rd edition (1999),
/// chapter 6.
@NullMarked
package engram.signal;

import org.jspecify.annotations.NullMarked;
