// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.OptionalDouble;

/// The plain Hebbian product [1], and its opposite:
///
///     dw_ij = y_i x_j        (Hebbian)        dw_ij = -y_i x_j        (anti-Hebbian)
///
/// For `y = W x` the mean dynamics are `dw/dt = C w`, C = `<x x^T>`: the length grows as
/// `exp(lambda_1 t)` and the direction goes to the leading eigenvector, so the Hebbian sign needs a
/// constraint. With y = g(u), whitened x and unit rows it finds independent components, the sign
/// that of `<s g(s) - g'(s)>`.
///
/// References: [1] in the package.
///
/// @param sign the sign of the product
@FromPaper(value = "hebbian-rules", at = "spec 1, spec 12")
public record Hebb(Sign sign) implements PlasticityRule {
  /// The sign of the product.
  public enum Sign {
    /// What fires together is wired together.
    HEBBIAN,
    /// What fires together is driven apart.
    ANTI_HEBBIAN
  }

  /// The Hebbian sign.
  public Hebb() {
    this(Sign.HEBBIAN);
  }

  /// 1 or -1.
  public double factor() {
    return sign == Sign.HEBBIAN ? 1 : -1;
  }

  @Override
  public String name() {
    return sign == Sign.HEBBIAN ? "Hebb" : "anti-Hebb";
  }

  @Override
  public void add(Sample s, double[][] change) {
    for (int i = 0; i < s.units(); i++) {
      for (int j = 0; j < s.inputs(); j++) {
        change[i][j] += factor() * s.y()[i] * s.x()[j];
      }
    }
  }

  /// 0 for the Hebbian sign; `2 / lambda_1` for the other, whose error shrinks as `1 - eta lambda`.
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return OptionalDouble.of(sign == Sign.HEBBIAN ? 0 : 2 / data.leadingVariance());
  }
}
