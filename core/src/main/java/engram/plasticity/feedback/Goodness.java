// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.feedback;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// The local loss of a layer in forward-forward [6]. Its goodness is `g = sum h_i²`; a sample is
/// taken to be real with `P = sigmoid(g - theta)`, and a layer `h = relu(W x)` lowers
///
///     L = -ln P (real)      L = -ln (1 - P) (made up)
///
/// so `dw_ij = eta 2 (s - P) h_i x_j` with s = 1 for real samples and 0 for others. A layer sees the
/// input at length 1, so that it cannot read the goodness of the layer below.
///
/// References: [6] in the package.
///
/// @param theta threshold, finite
@FromPaper(value = "hebbian-rules", at = "spec 19")
public record Goodness(double theta) {
  /// Checks the threshold.
  public Goodness {
    if (!Double.isFinite(theta)) {
      throw new IllegalArgumentException("theta must be finite, was " + theta);
    }
  }

  /// The probability that a sample is real.
  public double probability(double[] h) {
    double g = 0;
    for (double value : h) {
      g += value * value;
    }
    return Doubles.sigmoid(g - theta);
  }

  /// The loss.
  public double loss(double[] h, boolean real) {
    double p = probability(h);
    return -Doubles.log(real ? p : 1 - p);
  }

  /// Adds minus the gradient of the loss, for a rate of 1.
  ///
  /// @param h activity of the layer, `relu(W x)`
  /// @param x its input
  /// @param change units x inputs
  public void add(double[] h, double[] x, boolean real, double[][] change) {
    double factor = 2 * ((real ? 1 : 0) - probability(h));
    for (int i = 0; i < h.length; i++) {
      for (int j = 0; j < x.length; j++) {
        change[i][j] += factor * h[i] * x[j];
      }
    }
  }

  /// The input at Euclidean length 1; zeros stay.
  public static double[] atLengthOne(double[] x) {
    double square = 0;
    for (double value : x) {
      square += value * value;
    }
    double[] unit = x.clone();
    for (int j = 0; j < x.length && square > 0; j++) {
      unit[j] /= Math.sqrt(square);
    }
    return unit;
  }
}
