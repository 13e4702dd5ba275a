// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.OptionalDouble;

/// Oja's subspace rule [4]: all units see what all of them leave.
///
///     dw_i = y_i (x - theta_i sum_k y_k w_k)      dW = y x^T - D y y^T W,  D = diag(theta)
///
/// With all theta 1, `W W^T` goes to the identity and the rows to a basis of the principal m-space,
/// turned as the first weights were. With `theta_i = 1 + graded (i - 1)` and `graded > 0` (the
/// weighted rule) the symmetry is broken: rows go to single eigenvectors, in order, of length
/// `1 / sqrt(theta_i)`.
///
/// References: [4] in the package.
///
/// @param graded 0 for the subspace, above 0 for eigenvectors; finite
@FromPaper(value = "hebbian-rules", at = "spec 5")
public record Subspace(double graded) implements PlasticityRule {
  /// Checks it.
  public Subspace {
    if (!(graded >= 0 && graded < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("graded must be finite and 0 or more, was " + graded);
    }
  }

  /// The subspace.
  public Subspace() {
    this(0);
  }

  /// theta of a unit, units from 0.
  public double theta(int unit) {
    return 1 + graded * unit;
  }

  @Override
  public String name() {
    return graded > 0 ? "weighted subspace" : "subspace";
  }

  @Override
  public void add(Sample s, double[][] change) {
    double[] seen = new double[s.inputs()];
    for (int k = 0; k < s.units(); k++) {
      for (int j = 0; j < s.inputs(); j++) {
        seen[j] += s.y()[k] * s.weights()[k][j];
      }
    }
    for (int i = 0; i < s.units(); i++) {
      for (int j = 0; j < s.inputs(); j++) {
        change[i][j] += s.y()[i] * (s.x()[j] - theta(i) * seen[j]);
      }
    }
  }

  /// As [Oja#largestRate].
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return new Oja().largestRate(data);
  }
}
