// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

import engram.source.FromPaper;

/// Online similarity matching [4]: the principal subspace by local rules alone, Hebbian forward and
/// anti-Hebbian between units.
///
///     M y = W x        dW = eta (y x^T - W)        dM = (eta / tau) (y y^T - M),  M_0 = I
///
/// At rest the rows of `M^-1 W` are an orthonormal basis of the principal m-space.
///
/// References: [4] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 5")
public final class SimilarityMatching {
  private final double eta;
  private final double tau;
  private final double[][] w;
  private final double[][] m;

  /// @param first weights, units x inputs; copied
  /// @param eta rate, finite, 0 or more
  /// @param tau how much slower M learns, finite and above 0; usual .5
  public SimilarityMatching(double[][] first, double eta, double tau) {
    if (!(tau > 0 && tau < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tau must be finite and above 0, was " + tau);
    }
    this.eta = Linear.requireRate("eta", eta);
    this.tau = tau;
    this.w = new double[first.length][];
    this.m = new double[first.length][first.length];
    for (int i = 0; i < first.length; i++) {
      w[i] = first[i].clone();
      m[i][i] = 1;
    }
  }

  /// The activity for an input: the units' settled answer.
  public double[] activity(double[] x) {
    Linear.requireSample(x, w[0].length);
    double[] u = new double[w.length];
    for (int i = 0; i < u.length; i++) {
      u[i] = Linear.dot(w[i], x);
    }
    return Linear.solve(m, u);
  }

  /// Learns from a batch: the mean change over its samples.
  ///
  /// @param batch samples x inputs
  public void learn(double[][] batch) {
    double[][] forward = new double[w.length][w[0].length];
    double[][] lateral = new double[w.length][w.length];
    for (double[] x : batch) {
      double[] y = activity(x);
      for (int i = 0; i < y.length; i++) {
        for (int j = 0; j < x.length; j++) {
          forward[i][j] += y[i] * x[j] / batch.length;
        }
        for (int k = 0; k < y.length; k++) {
          lateral[i][k] += y[i] * y[k] / batch.length;
        }
      }
    }
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[i].length; j++) {
        w[i][j] += eta * (forward[i][j] - w[i][j]);
      }
      for (int k = 0; k < w.length; k++) {
        m[i][k] += eta / tau * (lateral[i][k] - m[i][k]);
      }
    }
  }

  /// What the units compute, `M^-1 W`, units x inputs.
  public double[][] filters() {
    double[][] filters = new double[w.length][w[0].length];
    for (int j = 0; j < w[0].length; j++) {
      double[] column = new double[w.length];
      for (int i = 0; i < w.length; i++) {
        column[i] = w[i][j];
      }
      double[] solved = Linear.solve(m, column);
      for (int i = 0; i < w.length; i++) {
        filters[i][j] = solved[i];
      }
    }
    return filters;
  }
}
