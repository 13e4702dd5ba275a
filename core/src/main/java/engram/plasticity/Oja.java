// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.OptionalDouble;

/// Oja's rule [2], each unit for itself:
///
///     dw_i = y_i (x - y_i w_i / a)
///
/// For `y = W x` the mean dynamics are `dw/dt = C w - (w^T C w) w / a`. The stable points are
/// `+-sqrt(a) e_1`; all other eigenvectors are saddles. Near e_1 a step multiplies the radial error
/// by `1 - 2 eta lambda_1` and the others by `1 - eta (lambda_1 - lambda_i)`.
///
/// | symbol | meaning | unit | default |
/// | --- | --- | --- | --- |
/// | a | squared length of the weights at rest | 1 | 1 |
/// | eta | rate; with 1/t decay the limit is exact | 1 | .005 |
///
/// References: [2] in the package.
///
/// @param squaredLength a, finite and above 0
@FromPaper(value = "hebbian-rules", at = "spec 3")
public record Oja(double squaredLength) implements PlasticityRule {
  /// Checks a.
  public Oja {
    if (!(squaredLength > 0 && squaredLength < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "squaredLength must be finite and above 0, was " + squaredLength);
    }
  }

  /// Rests at length 1.
  public Oja() {
    this(1);
  }

  @Override
  public String name() {
    return "Oja";
  }

  @Override
  public void add(Sample s, double[][] change) {
    for (int i = 0; i < s.units(); i++) {
      double y = s.y()[i];
      for (int j = 0; j < s.inputs(); j++) {
        change[i][j] += y * (s.x()[j] - y * s.weights()[i][j] / squaredLength);
      }
    }
  }

  /// `min(1 / lambda_1, 1/2 / |x|²_max)`: the first is the border of the mean map (exact), the
  /// second keeps single samples from overshooting (ours).
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return OptionalDouble.of(
        Math.min(1 / data.leadingVariance(), 0.5 / data.largestSquaredLength()));
  }
}
