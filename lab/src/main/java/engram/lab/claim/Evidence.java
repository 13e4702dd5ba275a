// SPDX-License-Identifier: Apache-2.0
package engram.lab.claim;

/// What a pass of the claim would be evidence of.
public enum Evidence {
  /// A formula agrees with a simulation.
  THEORY,
  /// A published number comes out again.
  PUBLISHED_NUMBER,
  /// An effect goes the way that was said; its size is ours.
  DIRECTION,
  /// Something that was described can be built and behaves as described: the most that a position
  /// paper can get.
  CONSTRUCTION
}
