// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import engram.lab.claim.PassLine;
import engram.lab.measure.Measure;

/// What every arm measures, and the lines that several claims use.
final class Reading {
  static final Measure ACCURACY =
      Measure.of(
          "weak-only-accuracy",
          "share of fresh test examples with the weak feature alone that the trained net gets right");
  static final Measure LOSS =
      Measure.of("train-loss", "mean of (f - y)^2 / 2 over the training set after training");
  static final Measure DIVERGED =
      Measure.of("diverged", "1 if a residual passed 1000 or was no number, else 0");
  static final Measure DEAD_UNITS =
      Measure.of(
          "dead-units", "units whose strong coordinate left the active side during training");

  private Reading() {}

  /// Chance, with room for what a net picks up by accident: [0.40, 0.62] as in the spec.
  static PassLine chance(String arm) {
    return PassLine.between(ACCURACY.in(arm), 0.40, 0.62);
  }

  /// At most what counts as chance.
  static PassLine misses(String arm) {
    return PassLine.atMost(ACCURACY.in(arm), 0.62);
  }

  /// Accuracy 0.85 or more.
  static PassLine learns(String arm) {
    return PassLine.atLeast(ACCURACY.in(arm), 0.85);
  }

  /// Training loss 0.001 or less.
  static PassLine fits(String arm) {
    return PassLine.atMost(LOSS.in(arm), 1e-3);
  }
}
