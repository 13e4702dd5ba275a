// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.factor;

import engram.source.FromPaper;

/// Node perturbation, REINFORCE for additive noise [1], [2]: units are disturbed, `u = W x + xi`
/// with normal xi of deviation sigma, and
///
///     dw_ij = (R - b) xi_i x_j / sigma²
///
/// Its mean is the gradient of the mean reward, to first order in sigma without any bias; b only
/// takes variance away.
///
/// References: [1], [2] in the package.
///
/// @param sigma deviation of the noise, finite and above 0
@FromPaper(value = "hebbian-rules", at = "spec 15")
public record NodePerturbation(double sigma) {
  /// Checks sigma.
  public NodePerturbation {
    if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sigma must be finite and above 0, was " + sigma);
    }
  }

  /// Adds what one trial changes, for a rate of 1.
  ///
  /// @param advantage `R - b`
  /// @param noise xi, one a unit
  /// @param x the input
  /// @param change units x inputs, row by row
  public void add(double advantage, double[] noise, double[] x, double[] change) {
    OuterProduct.add(advantage / (sigma * sigma), noise, x, change);
  }
}
