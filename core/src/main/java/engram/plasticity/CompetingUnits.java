// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.OptionalDouble;

/// The rule of competing hidden units [8] and of SoftHebb [9]:
///
///     dw_i = y_i (x - u_i w_i)
///
/// | name | score u | activity y |
/// | --- | --- | --- |
/// | Krotov and Hopfield | p-inner product | 1 for the winner, `-delta` for the k-th |
/// | SoftHebb | inner product | softmax |
/// | SoftHebb in deep nets | inner product | softmax, negative for all but the winner |
///
/// With p-inner products the fixed points lie on the p-sphere `|w_i|_p = 1`. With inner products
/// `d|w_i|² = 2 eta y_i u_i (1 - |w_i|²)`: the length goes to 1 where `y_i u_i > 0` and away from
/// it where not, so start with long rows and positive inputs, or expect that units which unlearn
/// are repelled.
///
/// References: [8], [9] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 10, spec 11")
public record CompetingUnits() implements PlasticityRule {
  @Override
  public String name() {
    return "competing units";
  }

  @Override
  public void add(Sample s, double[][] change) {
    for (int i = 0; i < s.units(); i++) {
      for (int j = 0; j < s.inputs(); j++) {
        change[i][j] += s.y()[i] * (s.x()[j] - s.u()[i] * s.weights()[i][j]);
      }
    }
  }

  /// `1/2 / |x|²_max` (ours), as for Oja's rule, whose case y = u this is.
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return OptionalDouble.of(0.5 / data.largestSquaredLength());
  }
}
