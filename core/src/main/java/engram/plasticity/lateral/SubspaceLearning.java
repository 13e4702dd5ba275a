// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

/// How a [LateralSubspace] takes its steps on a batch.
///
///     V <- momentum V + (1 - momentum) clip(dH)        H <- H + eta V        both `repeats` times
///
/// @param eta rate, finite, 0 or more; in [6] .001 for the first layer and .01 for others
/// @param momentum in [0, 1); in [6] .9
/// @param clip largest size of an entry of dH, above 0, may be infinite; in [6] 10
/// @param repeats steps a batch, at least 1; in [6] 5
public record SubspaceLearning(double eta, double momentum, double clip, int repeats) {
  /// Checks all four.
  public SubspaceLearning {
    Linear.requireRate("eta", eta);
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be in [0, 1), was " + momentum);
    }
    if (!(clip > 0)) {
      throw new IllegalArgumentException("clip must be above 0, was " + clip);
    }
    if (repeats < 1) {
      throw new IllegalArgumentException("repeats must be at least 1, was " + repeats);
    }
  }

  /// The bare rule: one step, without momentum or bound.
  public static SubspaceLearning plain(double eta) {
    return new SubspaceLearning(eta, 0, Double.POSITIVE_INFINITY, 1);
  }

  /// The steps of [6].
  public static SubspaceLearning published(double eta) {
    return new SubspaceLearning(eta, 0.9, 10, 5);
  }
}
