// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.claim.Claim;
import engram.lab.judge.Verdict;
import java.util.List;
import java.util.Optional;

/// A claim's row: what its committed measurements come to, judged anew.
///
/// @param paper the paper
/// @param experiment the experiment that the claim belongs to
/// @param claim the claim as it stands in the code
/// @param verdict from the committed measurements; not tested where there are none
/// @param result what was committed; empty if nothing was
/// @param changed the files that are no longer as the measurements had them, as in [Sources#files]
/// @param stale why the verdict is no longer that of this code, a reason a line; empty where it is
public record LedgerRow(
    Paper paper,
    Experiment<?> experiment,
    Claim claim,
    Verdict verdict,
    Optional<KeptResult> result,
    List<String> changed,
    List<String> stale) {
  /// Copies.
  public LedgerRow {
    changed = List.copyOf(changed);
    stale = List.copyOf(stale);
  }

  /// `paper/claim`.
  public String name() {
    return paper.slug() + "/" + claim.id();
  }

  /// Whether there is a committed result and nothing that it rests on has changed since.
  public boolean fresh() {
    return result.isPresent() && stale.isEmpty();
  }

  /// When, where and with what it was measured, in one line; empty if it was not.
  public String provenance() {
    return result
        .map(r ->
            r.date()
                + ", seed "
                + r.seed()
                + ", commit "
                + r.commit()
                + ", "
                + r.provenance().computer().cpu()
                + ", JDK "
                + r.provenance().computer().java()
                + ", "
                + r.provenance().computer().kernel())
        .orElse("");
  }
}
