// SPDX-License-Identifier: Apache-2.0
package engram.math;

import java.util.OptionalDouble;

/// A value that solves equations, with what is left of them there. Without a small residual it is
/// no solution, and whoever draws or prints it leaves a hole.
///
/// @param value what was solved for
/// @param residual the size of what is left of the equations; NaN where nothing was found
public record Solved(double value, double residual) {
  /// Nothing was found.
  public static Solved none() {
    return new Solved(Double.NaN, Double.NaN);
  }

  /// Whether value and residual are finite and the residual is at most the tolerance.
  public boolean within(double tolerance) {
    return Double.isFinite(value) && Math.abs(residual) <= tolerance;
  }

  /// The value, where it is a solution.
  public OptionalDouble value(double tolerance) {
    return within(tolerance) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
