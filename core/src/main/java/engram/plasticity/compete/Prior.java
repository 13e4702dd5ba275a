// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.compete;

import engram.kernel.Doubles;
import engram.source.FromPaper;
import java.util.Arrays;

/// The bias of SoftHebb [2], which learns how often each unit is active: `y = softmax(t (u + b))`
/// and, over a batch of B samples,
///
///     db_i = eta (sum y_i - B e^(t b_i)) / e^(t b_i)
///
/// At the fixed point `e^(t b_i)` is the mean of `y_i`, so b is a log prior.
///
/// References: [2] in the package, its code.
@FromPaper(value = "hebbian-rules", at = "spec 11")
public final class Prior {
  private final Competition.Soft soft;
  private final double[] bias;

  /// Begins with equal shares: `b = ln(1/m) / t`.
  ///
  /// @param units m, at least 1
  /// @param t inverse temperature, finite and above 0
  public Prior(int units, double t) {
    this.soft = new Competition.Soft(t);
    soft.requireUnits(units);
    this.bias = new double[units];
    Arrays.fill(bias, -Doubles.log(units) / t);
  }

  /// The activity for the scores of one sample.
  public double[] activity(double[] u) {
    double[] biased = new double[bias.length];
    for (int i = 0; i < bias.length; i++) {
      biased[i] = u[i] + bias[i];
    }
    return soft.activity(biased);
  }

  /// Follows the activities of a batch.
  ///
  /// @param y samples x units
  /// @param eta the rate, finite, 0 or more
  public void follow(double[][] y, double eta) {
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be finite and 0 or more, was " + eta);
    }
    for (int i = 0; i < bias.length; i++) {
      double sum = 0;
      for (double[] sample : y) {
        sum += sample[i];
      }
      double share = Doubles.exp(soft.t() * bias[i]);
      bias[i] += eta * (sum - y.length * share) / share;
    }
  }

  /// The prior share of each unit, `e^(t b_i)`.
  public double[] shares() {
    double[] shares = new double[bias.length];
    for (int i = 0; i < bias.length; i++) {
      shares[i] = Doubles.exp(soft.t() * bias[i]);
    }
    return shares;
  }
}
