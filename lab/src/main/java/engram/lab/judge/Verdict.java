// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Outcome;
import java.util.List;

/// The verdict on a claim.
///
/// @param claim the claim
/// @param outcome one of four
/// @param findings what was found on its pass line, one a part
/// @param controls what was found on each control
/// @param moreReplicates about how many more replicates would decide it; 0 where it is decided or
///   where none would help
/// @param note one line, empty if there is nothing to say
public record Verdict(
    Claim claim,
    Outcome outcome,
    List<Finding> findings,
    List<ControlFinding> controls,
    int moreReplicates,
    String note) {
  /// A control with what was found on its line.
  ///
  /// @param control the control
  /// @param outcome what its line came to; where it fails, the control explains the claim away
  /// @param findings what was found, one a part
  public record ControlFinding(Control control, Outcome outcome, List<Finding> findings) {
    /// Copies.
    public ControlFinding {
      findings = List.copyOf(findings);
    }
  }

  /// Copies.
  public Verdict {
    findings = List.copyOf(findings);
    controls = List.copyOf(controls);
  }

  /// The claim holds on its line and a control explains it away: printed "holds, but".
  public boolean explainedAway() {
    return outcome == Outcome.HOLDS
        && controls.stream().anyMatch(c -> c.outcome() == Outcome.FAILS);
  }

  /// The claim holds and no control explains it away.
  public boolean plainlyHolds() {
    return outcome == Outcome.HOLDS && !explainedAway();
  }
}
