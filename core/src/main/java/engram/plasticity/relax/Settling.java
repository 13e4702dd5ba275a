// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.relax;

/// How far states settle: steps of the gradient flow, until none moves a state by more than the
/// tolerance.
///
/// @param step of the flow, in (0, 1]
/// @param tolerance largest move of the last step, finite and above 0
/// @param mostSteps at least 1; more are refused as not settled
public record Settling(double step, double tolerance, int mostSteps) {
  /// Checks all three.
  public Settling {
    if (!(step > 0 && step <= 1)) {
      throw new IllegalArgumentException("step must be in (0, 1], was " + step);
    }
    if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tolerance must be finite and above 0, was " + tolerance);
    }
    if (mostSteps < 1) {
      throw new IllegalArgumentException("mostSteps must be at least 1, was " + mostSteps);
    }
  }
}
