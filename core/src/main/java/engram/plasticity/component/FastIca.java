// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.component;

import engram.plasticity.compete.Activation;
import engram.random.RandomStream;
import engram.source.FromPaper;

/// Independent components of whitened samples, one after another, by the fixed-point iteration [2]:
///
///     w <- <z g(w.z)> - <g'(w.z)> w,  less its part along earlier rows,  then |w| = 1
///
/// It converges cubically for g = u³. It is the batch form of the nonlinear Hebbian rule [1].
///
/// References: [1], [2] in the package.
///
/// @param contrast g
/// @param mostSteps steps a component at most, at least 1
@FromPaper(value = "hebbian-rules", at = "spec 12")
public record FastIca(Activation contrast, int mostSteps) {
  private static final double SETTLED = 1e-10;

  /// Checks the steps, and that g is not linear.
  public FastIca {
    if (mostSteps < 1) {
      throw new IllegalArgumentException("mostSteps must be at least 1, was " + mostSteps);
    }
    if (contrast == Activation.IDENTITY) {
      throw new IllegalArgumentException("contrast must be nonlinear, was " + contrast);
    }
  }

  /// The separating rows, components x inputs, orthonormal.
  ///
  /// @param z whitened samples, samples x inputs
  /// @param first the directions at which components begin
  public double[][] components(double[][] z, RandomStream first) {
    int n = z[0].length;
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] w = new double[n];
      for (int j = 0; j < n; j++) {
        w[j] = first.nextGaussian();
      }
      unit(w, rows, i);
      for (int step = 0; step < mostSteps; step++) {
        double[] next = stepped(w, z);
        unit(next, rows, i);
        double turned = 1 - Math.abs(dot(w, next));
        w = next;
        if (turned < SETTLED) {
          break;
        }
      }
      rows[i] = w;
    }
    return rows;
  }

  /// One step, without the constraints.
  double[] stepped(double[] w, double[][] z) {
    double[] next = new double[w.length];
    double slope = 0;
    for (double[] sample : z) {
      double u = dot(w, sample);
      double g = contrast.of(u) / z.length;
      for (int j = 0; j < w.length; j++) {
        next[j] += g * sample[j];
      }
      slope += contrast.slope(u) / z.length;
    }
    for (int j = 0; j < w.length; j++) {
      next[j] -= slope * w[j];
    }
    return next;
  }

  private static void unit(double[] w, double[][] earlier, int count) {
    for (int k = 0; k < count; k++) {
      double along = dot(w, earlier[k]);
      for (int j = 0; j < w.length; j++) {
        w[j] -= along * earlier[k][j];
      }
    }
    double length = Math.sqrt(dot(w, w));
    for (int j = 0; j < w.length; j++) {
      w[j] /= length;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
