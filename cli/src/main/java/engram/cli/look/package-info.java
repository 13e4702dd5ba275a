// SPDX-License-Identifier: Apache-2.0
/// Screens about what has been run: two runs side by side, the ledger.
///
/// Reading order: [engram.cli.look.ComparisonTable], [engram.cli.look.LedgerTable].
///
/// No references.
@NullMarked
package engram.cli.look;

import org.jspecify.annotations.NullMarked;
