// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

/// How the number of distinct synapses of several patterns on one segment enters a formula.
public enum UnionSize {
  /// By its distribution, which is known exactly.
  EXACT,
  /// By its mean alone, as the authors do: slightly low, because the tail is convex in the size.
  EXPECTED
}
