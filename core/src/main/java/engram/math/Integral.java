// SPDX-License-Identifier: Apache-2.0
package engram.math;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/// The integral of a function over an interval, with an estimate of its error.
///
/// [#adaptive] is globally adaptive Gauss-Kronrod quadrature with 7 and 15 points, after QUADPACK's
/// QAG [4]: the piece with the greatest error is halved until the sum of errors is small enough. An
/// infinite end is brought into (0, 1] by `x = low + (1 - t) / t`. Not to converge is a result, to
/// be read from `converged`. The four operations alone, beside the function: the same bits on every
/// machine.
///
/// @param value the estimate
/// @param error the sum of the pieces' `|Kronrod - Gauss|`, as a rule far above the true error
/// @param evaluations how often the function was called
/// @param converged whether the error is within what was asked for
@SuppressWarnings("FloatingPointLiteralPrecision") // the constants stand to 20 digits
public record Integral(double value, double error, int evaluations, boolean converged) {
  private static final int POINTS = 15;

  /// Nodes of Kronrod's rule from the outermost; every second is one of Gauss's.
  private static final double[] NODES = {
    0.99145537112081263921,
    0.94910791234275852453,
    0.86486442335976907279,
    0.74153118559939443986,
    0.58608723546769113029,
    0.40584515137739716691,
    0.2077849550078984676
  };

  private static final double[] KRONROD = {
    0.022935322010529224964, 0.063092092629978553291, 0.10479001032225018384,
        0.14065325971552591875,
    0.16900472663926790283, 0.19035057806478540991, 0.20443294007529889241, 0.20948214108472782801
  };

  private static final double[] GAUSS = {
    0.12948496616886969327, 0.2797053914892766679, 0.38183005050511894495, 0.41795918367346938776
  };

  private record Piece(double low, double high, double value, double error) {}

  /// Integrates f from `low` to `high`.
  ///
  /// @param f finite inside the interval; never called at its ends
  /// @param low may be minus infinity
  /// @param high at least `low`, may be infinity
  /// @param tolerance the error to reach, relative to the value where that is above 1; above 0
  /// @param mostEvaluations how often f may be called, 15 or more
  public static Integral adaptive(
      DoubleUnaryOperator f, double low, double high, double tolerance, int mostEvaluations) {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be at most high, was " + low + " > " + high);
    }
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance must be above 0, was " + tolerance);
    }
    if (mostEvaluations < POINTS) {
      throw new IllegalArgumentException(
          "mostEvaluations must be 15 or more, was " + mostEvaluations);
    }
    if (low == high) {
      return new Integral(0, 0, 0, true);
    }
    if (Double.isInfinite(low) && Double.isInfinite(high)) {
      return refine(
              t -> folded(x -> f.applyAsDouble(x) + f.applyAsDouble(-x), 0, t),
              0,
              1,
              tolerance,
              mostEvaluations / 2)
          .withCallsDoubled();
    }
    if (Double.isInfinite(high)) {
      return refine(t -> folded(f, low, t), 0, 1, tolerance, mostEvaluations);
    }
    if (Double.isInfinite(low)) {
      return refine(
          t -> folded(x -> f.applyAsDouble(-x), -high, t), 0, 1, tolerance, mostEvaluations);
    }
    return refine(f, low, high, tolerance, mostEvaluations);
  }

  private Integral withCallsDoubled() {
    return new Integral(value, error, 2 * evaluations, converged);
  }

  /// f at x = low + (1 - t) / t, times |dx / dt|.
  private static double folded(DoubleUnaryOperator f, double low, double t) {
    return f.applyAsDouble(low + (1 - t) / t) / (t * t);
  }

  private static Integral refine(
      DoubleUnaryOperator f, double low, double high, double tolerance, int mostEvaluations) {
    PriorityQueue<Piece> pieces =
        new PriorityQueue<>(Comparator.comparingDouble(Piece::error).reversed());
    pieces.add(piece(f, low, high));
    int evaluations = POINTS;
    while (true) {
      double value = 0;
      double error = 0;
      for (Piece piece : pieces) {
        value += piece.value();
        error += piece.error();
      }
      boolean converged = error <= tolerance * Math.max(1, Math.abs(value));
      if (converged || evaluations + 2 * POINTS > mostEvaluations || !Double.isFinite(error)) {
        return new Integral(value, error, evaluations, converged);
      }
      Piece worst = pieces.remove();
      double middle = worst.low() + 0.5 * (worst.high() - worst.low());
      pieces.add(piece(f, worst.low(), middle));
      pieces.add(piece(f, middle, worst.high()));
      evaluations += 2 * POINTS;
    }
  }

  private static Piece piece(DoubleUnaryOperator f, double low, double high) {
    double half = 0.5 * (high - low);
    double middle = low + half;
    double centre = f.applyAsDouble(middle);
    double kronrod = KRONROD[7] * centre;
    double gauss = GAUSS[3] * centre;
    for (int i = 0; i < 7; i++) {
      double step = half * NODES[i];
      double both = f.applyAsDouble(middle - step) + f.applyAsDouble(middle + step);
      kronrod += KRONROD[i] * both;
      gauss += i % 2 == 1 ? GAUSS[i / 2] * both : 0;
    }
    return new Piece(low, high, half * kronrod, Math.abs(half * (kronrod - gauss)));
  }
}
