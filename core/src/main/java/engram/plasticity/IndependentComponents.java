// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.OptionalDouble;

/// Independent components by the natural gradient [11]:
///
///     dW = (I - y u^T) W,   y = f(u), u = W x
///
/// The fixed points have `<f(u_i) u_k> = [i = k]`. f = tanh separates sources with heavy tails, f =
/// u³ those with light ones; Gaussian sources cannot be separated. There are as many units as
/// inputs, or fewer.
///
/// References: [11] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 12")
public record IndependentComponents() implements PlasticityRule {
  @Override
  public String name() {
    return "independent components";
  }

  @Override
  public void add(Sample s, double[][] change) {
    double[] projected = new double[s.inputs()];
    for (int k = 0; k < s.units(); k++) {
      for (int j = 0; j < s.inputs(); j++) {
        projected[j] += s.u()[k] * s.weights()[k][j];
      }
    }
    for (int i = 0; i < s.units(); i++) {
      for (int j = 0; j < s.inputs(); j++) {
        change[i][j] += s.weights()[i][j] - s.y()[i] * projected[j];
      }
    }
  }

  /// None is known that depends on the inputs' size alone.
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return OptionalDouble.empty();
  }
}
