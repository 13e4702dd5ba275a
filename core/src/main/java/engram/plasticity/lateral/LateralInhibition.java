// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

import engram.source.FromPaper;

/// Units that inhibit each other until they say different things [1], [2]. The activity solves
/// `y = x - V y`, and after each batch
///
///     DECORRELATE:  dV_ij = eta <y_i y_j>, i != j            off-diagonal covariances go to 0
///     WHITEN:       dV = eta (<y y^T> - I)                    I + V goes to C^(1/2), <y y^T> to I
///
/// The solution is exact, `(I + V)^-1 x`, so V needs no spectral radius below 1. A step is stable
/// while eta times the largest variance stays below 2.
///
/// References: [1], [2] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 6")
public final class LateralInhibition {
  /// What is learned.
  public enum Form {
    /// Different units are uncorrelated.
    DECORRELATE,
    /// Different units are uncorrelated, and each has variance 1.
    WHITEN
  }

  private final Form form;
  private final double eta;
  private final double[][] v;

  /// Begins without connections.
  ///
  /// @param units at least 1
  /// @param eta rate, finite, 0 or more
  public LateralInhibition(Form form, int units, double eta) {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, was " + units);
    }
    this.form = form;
    this.eta = Linear.requireRate("eta", eta);
    this.v = new double[units][units];
  }

  /// The activity for an input.
  public double[] activity(double[] x) {
    Linear.requireSample(x, v.length);
    double[][] matrix = new double[v.length][];
    for (int i = 0; i < v.length; i++) {
      matrix[i] = v[i].clone();
      matrix[i][i] += 1;
    }
    return Linear.solve(matrix, x);
  }

  /// Learns from a batch.
  ///
  /// @param batch samples x units
  public void learn(double[][] batch) {
    double[][] mean = new double[v.length][v.length];
    for (double[] x : batch) {
      double[] y = activity(x);
      for (int i = 0; i < y.length; i++) {
        for (int j = 0; j < y.length; j++) {
          mean[i][j] += y[i] * y[j] / batch.length;
        }
      }
    }
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        if (i != j) {
          v[i][j] += eta * mean[i][j];
        } else if (form == Form.WHITEN) {
          v[i][i] += eta * (mean[i][i] - 1);
        }
      }
    }
  }

  /// A copy of V.
  public double[][] weights() {
    double[][] copy = new double[v.length][];
    for (int i = 0; i < v.length; i++) {
      copy[i] = v[i].clone();
    }
    return copy;
  }
}
