// SPDX-License-Identifier: Apache-2.0
package engram.lab.claim;

/// The four verdicts; nothing else is ever printed. "Holds, but" is [#HOLDS] beside a control that
/// explains the claim away.
public enum Outcome {
  /// The whole interval lies inside the pass region.
  HOLDS,
  /// The whole interval lies outside the pass region.
  FAILS,
  /// The interval crosses the border of the pass region.
  UNDECIDED,
  /// Not run, or not at a scale that decides: data missing, machine too small, scale below the
  /// claim's least.
  NOT_TESTED
}
