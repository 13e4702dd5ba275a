// SPDX-License-Identifier: Apache-2.0
package engram.math;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/// Where repeated application of a map came to rest, or did not: not to converge is a result, to be
/// read from [#converged], and not an error.
///
///     x <- (1 - damping) x + damping g(x)   until   max |g(x) - x| <= tolerance max(1, max |x|)
///
/// | symbol | meaning | range |
/// | --- | --- | --- |
/// | g | the map | keeps the length |
/// | damping | the share of the new value; 1 iterates g itself, less tames oscillation | (0, 1] |
/// | tolerance | the residual that counts as rest | above 0 |
///
/// The iteration ends at rest, after `mostIterations`, or as soon as a value is no longer finite.
/// The four operations alone, beside g: the same bits on every machine.
public final class FixedPoint {
  private final double[] state;
  private final double residual;
  private final int iterations;
  private final boolean converged;

  private FixedPoint(double[] state, double residual, int iterations, boolean converged) {
    this.state = state;
    this.residual = residual;
    this.iterations = iterations;
    this.converged = converged;
  }

  /// How an iteration is run.
  ///
  /// @param damping the share of the new value, in (0, 1]
  /// @param tolerance the residual that counts as rest, above 0
  /// @param mostIterations how often to apply the map, above 0
  public record Rule(double damping, double tolerance, int mostIterations) {
    /// Checks the ranges.
    public Rule {
      if (!(damping > 0 && damping <= 1)) {
        throw new IllegalArgumentException("damping must be in (0, 1], was " + damping);
      }
      if (!(tolerance > 0)) {
        throw new IllegalArgumentException("tolerance must be above 0, was " + tolerance);
      }
      if (mostIterations <= 0) {
        throw new IllegalArgumentException("mostIterations must be above 0, was " + mostIterations);
      }
    }

    /// Iterates `map` from `start`.
    ///
    /// @param map g; it may neither keep nor change the array that it is given
    /// @param start the first state; left as it is
    public FixedPoint iterate(UnaryOperator<double[]> map, double... start) {
      double[] x = start.clone();
      double residual = Double.POSITIVE_INFINITY;
      for (int i = 1; i <= mostIterations; i++) {
        double[] next = map.apply(x);
        if (next.length != x.length) {
          throw new IllegalArgumentException(
              "map must keep the length " + x.length + ", was " + next.length);
        }
        residual = 0;
        double scale = 1;
        for (int k = 0; k < x.length; k++) {
          residual = Math.max(residual, Math.abs(next[k] - x[k]));
          scale = Math.max(scale, Math.abs(x[k]));
        }
        if (residual <= tolerance * scale) {
          return new FixedPoint(x, residual, i, true);
        }
        if (!Double.isFinite(residual)) {
          return new FixedPoint(x, residual, i, false);
        }
        double[] moved = new double[x.length];
        for (int k = 0; k < x.length; k++) {
          moved[k] = damping == 1 ? next[k] : (1 - damping) * x[k] + damping * next[k];
        }
        x = moved;
      }
      return new FixedPoint(x, residual, mostIterations, false);
    }
  }

  /// The last state whose values are known to be finite.
  public double[] state() {
    return state.clone();
  }

  /// The greatest `|g(x) - x|` that was seen last; not finite where the map left the numbers.
  public double residual() {
    return residual;
  }

  /// How often the map was applied.
  public int iterations() {
    return iterations;
  }

  /// Whether the iteration came to rest.
  public boolean converged() {
    return converged;
  }

  @Override
  public String toString() {
    return (converged ? "converged to " : "not converged at ")
        + Arrays.toString(state)
        + " after "
        + iterations
        + " iterations, residual "
        + residual;
  }
}
