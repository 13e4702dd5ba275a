// SPDX-License-Identifier: Apache-2.0
package engram.lab.claim;

/// Whose pass line it is.
public enum Origin {
  /// The paper's own figure and tolerance.
  PAPER,
  /// Follows from a derivation that the package's documentation gives.
  DERIVED,
  /// Chosen by us, before the first run.
  OURS
}
