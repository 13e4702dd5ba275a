// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

/// Whose gradient the two simulated updates use.
public enum GradientScope {
  /// The samples of the batch up to the offered one, as in the published program. Where the
  /// interval is a multiple of the batch the offered sample is the first of its batch, so this is
  /// the gradient of one sample, still divided by the size of the batch.
  SO_FAR,
  /// All samples of the batch.
  WHOLE_BATCH
}
