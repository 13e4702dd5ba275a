// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

/// The fixed point that repeated application of the equations reaches from a start, found faster.
///
/// The damped iteration decides the branch. Newton's step is kept where it is short, halves the
/// residual and stays on the branch's side of a spinodal; else it is taken back and the iteration
/// goes on for a while. Just above a spinodal, where there is no fixed point any more, no step of
/// Newton's is kept and the iteration finds its way out.
final class RsIteration {
  private static final double TOLERANCE = 0.1 * RsSolution.TOLERANCE;
  private static final double DAMPING = 0.8;
  private static final double LONGEST_STEP = 0.1;
  private static final double NEGLIGIBLE = 1e-6;
  private static final int PLAIN_FIRST = 3;

  private final RsEquations equations;
  double n;
  double q;
  double residual;

  RsIteration(RsEquations equations, double n, double q) {
    this.equations = equations;
    this.n = n;
    this.q = q;
  }

  /// Iterates until the residual is a tenth of what counts as solved.
  ///
  /// @param most evaluations of the equations, above 0
  void run(int most) {
    int plain = PLAIN_FIRST;
    int penalty = PLAIN_FIRST;
    double keptN = n;
    double keptQ = q;
    double keptResidual = Double.NaN; // of the state before a step of Newton's, else NaN
    while (true) {
      evaluate();
      if (residual <= TOLERANCE || equations.evaluations >= most || !Double.isFinite(residual)) {
        return;
      }
      if (!Double.isNaN(keptResidual) && (residual > 0.5 * keptResidual || !beforeSpinodal())) {
        n = keptN;
        q = keptQ;
        evaluate();
        penalty *= 2;
        plain = penalty;
      }
      keptN = n;
      keptQ = q;
      keptResidual = plain-- <= 0 && newton() ? residual : Double.NaN;
      if (Double.isNaN(keptResidual)) {
        n = plainStep(n, equations.example);
        q = plainStep(q, equations.glass);
      }
    }
  }

  private void evaluate() {
    equations.evaluate(n, q);
    residual = Math.max(Math.abs(equations.example - n), Math.abs(equations.glass - q));
  }

  private static double plainStep(double x, double next) {
    return vanishes(x, next) ? 0 : (1 - DAMPING) * x + DAMPING * next;
  }

  /// Zero attracts faster than geometrically: the right sides begin with the power P-1.
  private static boolean vanishes(double x, double next) {
    return x < NEGLIGIBLE && next < 0.5 * x;
  }

  /// Whether this is the side of a spinodal with the solution that is followed: on the other, one
  /// eigenvalue of the derivatives is above 1. Where examples are noisy, both can come to lie
  /// around 1 as a complex pair just before the spinodal; then plain iteration circles around a
  /// solution, with any damping, and Newton's step finds it.
  private boolean beforeSpinodal() {
    return rigidity() > 0;
  }

  private double rigidity() {
    double[] j = equations.jacobian;
    return (1 - j[0]) * (1 - j[3]) - j[1] * j[2];
  }

  private boolean newton() {
    if (!beforeSpinodal()) {
      return false;
    }
    double[] j = equations.jacobian;
    double rigidity = rigidity();
    double restN = equations.example - n;
    double restQ = equations.glass - q;
    double stepN = ((1 - j[3]) * restN + j[1] * restQ) / rigidity;
    double stepQ = ((1 - j[0]) * restQ + j[2] * restN) / rigidity;
    if (!(Math.abs(stepN) <= LONGEST_STEP && Math.abs(stepQ) <= LONGEST_STEP)
        || n + stepN < 0
        || q + stepQ < 0) {
      return false;
    }
    n = vanishes(n, equations.example) ? 0 : n + stepN;
    q = vanishes(q, equations.glass) ? 0 : q + stepQ;
    return true;
  }
}
