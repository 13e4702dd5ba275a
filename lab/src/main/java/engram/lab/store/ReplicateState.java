// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

/// How far a replicate is.
public enum ReplicateState {
  /// Nobody has begun it.
  ABSENT,
  /// Begun, and not closed by an end line: somebody works on it, or was interrupted.
  OPEN,
  /// Closed by an end line.
  FINISHED
}
