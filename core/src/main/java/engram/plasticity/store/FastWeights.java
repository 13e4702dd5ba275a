// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.store;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// Fast weights that attend to the recent past [4]: a matrix that decays and stores each hidden
/// state, and pulls the next one towards those that are like it.
///
///     A <- lambda A + eta h h^T
///     h_0 = f(b),  h_{s+1} = f(LN(b + A h_s)),  b = W h_before + C x
///
/// f is tanh, LN takes the mean away and scales to variance 1. W and C learn slowly elsewhere: b is
/// given.
///
/// References: [4] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 18")
public final class FastWeights {
  private static final double EPSILON = 1e-5;

  private final double lambda;
  private final double eta;
  private final double[][] a;

  /// An empty matrix.
  ///
  /// @param units at least 1
  /// @param lambda decay a step, in [0, 1]; usual .95
  /// @param eta rate, finite, 0 or more; usual .5
  public FastWeights(int units, double lambda, double eta) {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, was " + units);
    }
    if (!(lambda >= 0 && lambda <= 1)) {
      throw new IllegalArgumentException("lambda must be in [0, 1], was " + lambda);
    }
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be finite and 0 or more, was " + eta);
    }
    this.lambda = lambda;
    this.eta = eta;
    this.a = new double[units][units];
  }

  /// Stores a hidden state.
  public void store(double[] h) {
    requireSize(h);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        a[i][j] = lambda * a[i][j] + eta * h[i] * h[j];
      }
    }
  }

  /// What the memory says to a state, `A h`: by what the states stored before are weighed.
  public double[] attend(double[] h) {
    requireSize(h);
    double[] said = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        said[i] += a[i][j] * h[j];
      }
    }
    return said;
  }

  /// Settles a hidden state in some inner steps.
  ///
  /// @param b what slow weights say
  /// @param innerSteps 0 or more
  public double[] settle(double[] b, int innerSteps) {
    requireSize(b);
    double[] h = bent(b);
    for (int s = 0; s < innerSteps; s++) {
      double[] said = attend(h);
      for (int i = 0; i < said.length; i++) {
        said[i] += b[i];
      }
      h = bent(normed(said));
    }
    return h;
  }

  private static double[] bent(double[] u) {
    double[] h = new double[u.length];
    Doubles.tanh(u, 0, h, 0, u.length);
    return h;
  }

  private static double[] normed(double[] u) {
    double mean = Doubles.sum(u) / u.length;
    double variance = 0;
    for (double value : u) {
      variance += (value - mean) * (value - mean) / u.length;
    }
    double[] normed = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      normed[i] = (u[i] - mean) / Math.sqrt(variance + EPSILON);
    }
    return normed;
  }

  private void requireSize(double[] h) {
    if (h.length != a.length) {
      throw new IllegalArgumentException(
          "state must have %d units, was %d".formatted(a.length, h.length));
    }
  }
}
