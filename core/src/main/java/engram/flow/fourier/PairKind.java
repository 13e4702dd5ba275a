// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

/// What a learner was shown of a pair (x, y) and of its partner (y, x).
public enum PairKind {
  /// In training, and so is its partner. A pair of equals is its own partner.
  TRAINED_WITH_PARTNER,
  /// In training, its partner is not.
  TRAINED_ALONE,
  /// Not in training, but its partner is: a learner that is symmetric knows it.
  PARTNER_TRAINED,
  /// Neither is in training.
  UNSEEN
}
