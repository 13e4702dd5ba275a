// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.compete;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// What a unit makes of a sample before units compete.
///
/// | score | u_i |
/// | --- | --- |
/// | [Inner] | `w_i . x` |
/// | [PInner] | `sum_j sign(w_ij) \|w_ij\|^(p-1) x_j` [1] |
/// | [Cosine] | `w_i . x / (\|w_i\| \|x\|)`, 0 where either is 0 |
/// | [Nearness] | `w_i . x - \|w_i\|² / 2`, greatest where `\|x - w_i\|` is least |
///
/// References: [1] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 10")
public sealed interface Score {
  /// The score of a unit with weights w.
  double of(double[] w, double[] x);

  /// The inner product.
  record Inner() implements Score {
    @Override
    public double of(double[] w, double[] x) {
      return dot(w, x);
    }
  }

  /// The p-inner product.
  ///
  /// @param p finite and at least 1; 2 is the inner product
  record PInner(double p) implements Score {
    /// Checks the exponent.
    public PInner {
      if (!(p >= 1 && p < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("p must be finite and at least 1, was " + p);
      }
    }

    @Override
    public double of(double[] w, double[] x) {
      double u = 0;
      for (int j = 0; j < w.length; j++) {
        u += bent(w[j]) * x[j];
      }
      return u;
    }

    /// `sign(w) |w|^(p-1)`, 0 at 0.
    public double bent(double w) {
      double size = Math.abs(w);
      if (size == 0 || p == 2) {
        return w;
      }
      return Math.signum(w) * (p == 3 ? size * size : Doubles.exp((p - 1) * Doubles.log(size)));
    }
  }

  /// The cosine of the angle.
  record Cosine() implements Score {
    @Override
    public double of(double[] w, double[] x) {
      double lengths = Math.sqrt(dot(w, w) * dot(x, x));
      return lengths > 0 ? dot(w, x) / lengths : 0;
    }
  }

  /// Greatest for the nearest unit.
  record Nearness() implements Score {
    @Override
    public double of(double[] w, double[] x) {
      return dot(w, x) - dot(w, w) / 2;
    }
  }

  private static double dot(double[] w, double[] x) {
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      sum += w[j] * x[j];
    }
    return sum;
  }
}
