// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

/// What carries the errors back to the hidden units.
public enum Feedback {
  /// The transposed second layer.
  GRADIENT,
  /// Fixed numbers, `U(-1, 1) / sqrt N` times a scale: direct feedback alignment.
  DFA
}
