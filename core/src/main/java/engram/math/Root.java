// SPDX-License-Identifier: Apache-2.0
package engram.math;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BrentSolver;

/// A zero of a function of one variable, with what is left of the function there.
///
/// [#brent] is Brent's method [3] as Hipparchus has it: bisection, secant and inverse quadratic
/// steps, always inside a bracket over which the sign changes. Beside the function itself it uses
/// only the four operations: the same bits on every machine.
///
/// @param x where the function is zero, to the tolerance asked for
/// @param residual the function's value at x
/// @param evaluations how often the function was called
public record Root(double x, double residual, int evaluations) {
  private static final int MOST_EVALUATIONS = 10_000;

  /// A stretch over which a function changes its sign.
  ///
  /// @param low the lower end
  /// @param high the upper end
  public record Bracket(double low, double high) {
    /// Checks the order.
    public Bracket {
      if (!(low < high && Double.isFinite(low) && Double.isFinite(high))) {
        throw new IllegalArgumentException(
            "bracket must be finite with low below high, was [" + low + ", " + high + "]");
      }
    }
  }

  /// Finds the zero inside a bracket.
  ///
  /// @param f a continuous function of opposite sign (or zero) at the two ends
  /// @param bracket where to look
  /// @param tolerance how far from the zero x may be, above 0; relative to |x| where that is above
  ///   1
  public static Root brent(DoubleUnaryOperator f, Bracket bracket, double tolerance) {
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance must be above 0, was " + tolerance);
    }
    double low = f.applyAsDouble(bracket.low());
    double high = f.applyAsDouble(bracket.high());
    if (!(Math.signum(low) * Math.signum(high) <= 0)) {
      throw new IllegalArgumentException(
          "f must be of opposite sign at the ends of the bracket, was " + low + " and " + high);
    }
    BrentSolver solver = new BrentSolver(tolerance, tolerance, 0);
    double x = solver.solve(MOST_EVALUATIONS, f::applyAsDouble, bracket.low(), bracket.high());
    return new Root(x, f.applyAsDouble(x), solver.getEvaluations() + 3);
  }

  /// Widens a first guess until the sign changes: either end moves away by 1.6 times the width of
  /// the last stretch, the one with the smaller |f| at a time.
  ///
  /// @param f the function
  /// @param guess where to begin
  /// @param mostSteps how often to widen, 0 or more
  public static Bracket bracket(DoubleUnaryOperator f, Bracket guess, int mostSteps) {
    double low = guess.low();
    double high = guess.high();
    double atLow = f.applyAsDouble(low);
    double atHigh = f.applyAsDouble(high);
    for (int step = 0; ; step++) {
      if (Math.signum(atLow) * Math.signum(atHigh) <= 0) {
        return new Bracket(low, high);
      }
      double width = 1.6 * (high - low);
      if (step >= mostSteps || !Double.isFinite(low - width) || !Double.isFinite(high + width)) {
        throw new IllegalArgumentException(
            "f must change its sign near the guess, was "
                + atLow
                + " at "
                + low
                + " and "
                + atHigh
                + " at "
                + high);
      }
      if (Math.abs(atLow) < Math.abs(atHigh)) {
        low -= width;
        atLow = f.applyAsDouble(low);
      } else {
        high += width;
        atHigh = f.applyAsDouble(high);
      }
    }
  }
}
