// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.homeostasis;

import engram.source.FromPaper;

/// A threshold that rises with activity: `dtheta = a (z - r*)`. At rest the mean activity is r*.
///
/// @param target r*
/// @param rate a, finite, 0 or more
@FromPaper(value = "hebbian-rules", at = "spec 16")
public record ThresholdAdaptation(double target, double rate) {
  /// Checks both.
  public ThresholdAdaptation {
    if (!Double.isFinite(target)) {
      throw new IllegalArgumentException("target must be finite, was " + target);
    }
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be finite and 0 or more, was " + rate);
    }
  }

  /// The threshold after an activity z.
  public double step(double threshold, double activity) {
    return threshold + rate * (activity - target);
  }
}
