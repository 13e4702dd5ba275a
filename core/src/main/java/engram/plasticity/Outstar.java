// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.OptionalDouble;

/// The outstar [5]: the weights that leave an active input move to the activity they meet.
///
///     dw_ij = x_j (y_i - w_ij)
///
/// At rest `w_ij = <x_j y_i> / <x_j>`.
///
/// References: [5] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 8")
public record Outstar() implements PlasticityRule {
  @Override
  public String name() {
    return "outstar";
  }

  @Override
  public void add(Sample s, double[][] change) {
    for (int i = 0; i < s.units(); i++) {
      for (int j = 0; j < s.inputs(); j++) {
        change[i][j] += s.x()[j] * (s.y()[i] - s.weights()[i][j]);
      }
    }
  }

  /// `2 / |x|_max`, a bound for `2 / x_j`.
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return OptionalDouble.of(2 / Math.sqrt(data.largestSquaredLength()));
  }
}
