// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.lateral;

import engram.source.FromPaper;

/// Principal components in order, by Oja's rule forward and anti-Hebbian connections from each unit
/// to the later ones [3]:
///
///     y_i = w_i.x - sum_{k<i} a_ik y_k
///     dw_i = eta y_i (x - y_i w_i)        da_ik = eta (y_i y_k - y_i² a_ik)
///
/// At rest w_i = +-e_i and a = 0.
///
/// References: [3] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 5")
public final class Apex {
  private final double eta;
  private final double[][] w;
  private final double[][] a;

  /// @param first weights, units x inputs; copied
  /// @param eta rate, finite, 0 or more
  public Apex(double[][] first, double eta) {
    this.eta = Linear.requireRate("eta", eta);
    this.w = copy(first);
    this.a = new double[first.length][first.length];
  }

  /// Learns from a batch: the mean change over its samples.
  ///
  /// @param batch samples x inputs
  public void learn(double[][] batch) {
    double[][] dw = new double[w.length][w[0].length];
    double[][] da = new double[w.length][w.length];
    for (double[] x : batch) {
      double[] y = activity(x);
      for (int i = 0; i < y.length; i++) {
        for (int j = 0; j < x.length; j++) {
          dw[i][j] += y[i] * (x[j] - y[i] * w[i][j]) / batch.length;
        }
        for (int k = 0; k < i; k++) {
          da[i][k] += (y[i] * y[k] - y[i] * y[i] * a[i][k]) / batch.length;
        }
      }
    }
    add(w, dw);
    add(a, da);
  }

  /// The activity for an input.
  public double[] activity(double[] x) {
    Linear.requireSample(x, w[0].length);
    double[] y = new double[w.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = Linear.dot(w[i], x);
      for (int k = 0; k < i; k++) {
        y[i] -= a[i][k] * y[k];
      }
    }
    return y;
  }

  /// A copy of the weights, units x inputs.
  public double[][] weights() {
    return copy(w);
  }

  /// A copy of the lateral weights, units x units.
  public double[][] lateral() {
    return copy(a);
  }

  private void add(double[][] to, double[][] change) {
    for (int i = 0; i < to.length; i++) {
      for (int j = 0; j < to[i].length; j++) {
        to[i][j] += eta * change[i][j];
      }
    }
  }

  private static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }
}
