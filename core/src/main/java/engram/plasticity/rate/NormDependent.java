// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.rate;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// A rate for each unit that falls as its weights come to a length: `eta_i = eta | |w_i| - R |^q`
/// [2]. Units that have settled stay; units far away move fast.
///
/// References: [2] in the package.
///
/// @param eta the rate at distance 1, finite, 0 or more
/// @param radius the length R, 0 or more; usual 1
/// @param exponent q, above 0; .5 in deep nets, .2 in one layer [code of 2]
@FromPaper(value = "hebbian-rules", at = "spec 11")
public record NormDependent(double eta, double radius, double exponent)
    implements LearningRatePolicy {
  /// Checks all three.
  public NormDependent {
    LearningRatePolicy.requireRate("eta", eta);
    if (!(radius >= 0 && radius < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("radius must be finite and 0 or more, was " + radius);
    }
    if (!(exponent > 0 && exponent < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("exponent must be finite and above 0, was " + exponent);
    }
  }

  @Override
  public double rate(long step, double norm) {
    if (!(norm >= 0 && norm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("norm must be finite and 0 or more, was " + norm);
    }
    double distance = Math.abs(norm - radius);
    return distance == 0 ? 0 : eta * Doubles.exp(exponent * Doubles.log(distance));
  }
}
