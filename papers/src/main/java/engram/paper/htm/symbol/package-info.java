// SPDX-License-Identifier: Apache-2.0
/// The artificial streams of paper 47: endings that depend on a symbol six or seven steps back and
/// are swapped on the way, sequences with several endings, and the death of cells.
///
/// Only the last symbol of a sequence is scored: the first cannot be foretold, and those between
/// are easy. A forecast is right where the symbol is among the k best, k the number of endings.
///
/// Reading order: [engram.paper.htm.symbol.HighOrder] (the main claim),
/// [engram.paper.htm.symbol.SeveralEndings], [engram.paper.htm.symbol.CellDeath]; they share
/// [engram.paper.htm.symbol.Endings], [engram.paper.htm.symbol.Stream],
/// [engram.paper.htm.symbol.Forecaster] and [engram.paper.htm.symbol.Contest]. The claims stand in
/// [engram.paper.htm.symbol.SymbolClaims] and [engram.paper.htm.symbol.LstmClaims].
///
/// References: see [engram.paper.htm], [1] and [2].
@NullMarked
package engram.paper.htm.symbol;

import org.jspecify.annotations.NullMarked;
