// SPDX-License-Identifier: Apache-2.0
package engram.lab.claim;

/// How a published figure is known to us.
public enum Known {
  /// The paper's text was read.
  READ,
  /// The authors' code or its stored output was read.
  CODE,
  /// The abstract was read, not the paper.
  ABSTRACT,
  /// Somebody else reports it: a review, a survey, another paper.
  SECOND_HAND,
  /// From memory of the literature; nobody checked it.
  RECALLED,
  /// The paper states no figure.
  NOT_STATED
}
