// SPDX-License-Identifier: Apache-2.0
/// The ledger: committed results of real runs, and what every claim comes to by them.
///
/// A committed result is what a run at scale `small` measured, with where it came from; verdicts
/// are computed anew from it by the judge, and a row becomes stale where the code that its numbers
/// come from has changed since.
///
/// Reading order: [engram.lab.ledger.KeptResult], [engram.lab.ledger.Keeping] (from a run to a
/// committed result), [engram.lab.ledger.Ledger] with [engram.lab.ledger.LedgerRow];
/// [engram.lab.ledger.SourceTree] and [engram.lab.ledger.Sources] (what a result's code is);
/// [engram.lab.ledger.ClaimsPage], [engram.lab.ledger.LedgerSite].
///
/// No references.
@NullMarked
package engram.lab.ledger;

import org.jspecify.annotations.NullMarked;
