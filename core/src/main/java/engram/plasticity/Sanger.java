// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.OptionalDouble;

/// Sanger's rule [3], the generalised Hebbian algorithm: each unit sees what the units before it
/// leave.
///
///     dw_i = y_i (x - sum_{k <= i} y_k w_k)      dW = y x^T - LT[y y^T] W
///
/// LT is the lower triangle with the diagonal. For `y = W x`, distinct eigenvalues and a decaying
/// rate the rows go to `+-e_1, ..., +-e_m` in this order. With y = f(u), f one of
/// `engram.plasticity.compete.Activation`, it is HPCA [10], nonlinear Hebbian principal components.
///
/// References: [3], [10] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 4, spec 12")
public record Sanger() implements PlasticityRule {
  @Override
  public String name() {
    return "Sanger";
  }

  @Override
  public void add(Sample s, double[][] change) {
    double[] left = s.x().clone();
    for (int i = 0; i < s.units(); i++) {
      double y = s.y()[i];
      for (int j = 0; j < s.inputs(); j++) {
        left[j] -= y * s.weights()[i][j];
        change[i][j] += y * left[j];
      }
    }
  }

  /// As [Oja#largestRate]: the first unit is Oja's.
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return new Oja().largestRate(data);
  }
}
