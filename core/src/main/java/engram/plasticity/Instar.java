// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.OptionalDouble;

/// The instar [5]: an active unit moves to what it sees.
///
///     dw_i = y_i (x - w_i)
///
/// With a hard winner it is competitive learning, and with the rate `1 / count_i` online k-means
/// exactly: w_i is the mean of its samples. With a neighbourhood on a grid it is the
/// self-organising map. For inputs divided by their sum it is the rule of Rumelhart and Zipser.
///
/// References: [5] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 8")
public record Instar() implements PlasticityRule {
  @Override
  public String name() {
    return "instar";
  }

  @Override
  public void add(Sample s, double[][] change) {
    for (int i = 0; i < s.units(); i++) {
      for (int j = 0; j < s.inputs(); j++) {
        change[i][j] += s.y()[i] * (s.x()[j] - s.weights()[i][j]);
      }
    }
  }

  /// 2 for y in [0, 1] and one sample at a time: a step multiplies the distance by `1 - eta y`.
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return OptionalDouble.of(2);
  }
}
