// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.rate;

/// A rate that falls as 1/t: `eta / (1 + step / halving)`. Its sum grows without limit and the sum
/// of its squares does not, which is what convergence to a point asks for [1].
///
/// References: [1] in the package.
///
/// @param eta the first rate, finite, 0 or more
/// @param halving after how many steps it is half of that, above 0; `eta = halving = 1` is the
///   running mean `1 / (1 + step)`
public record Reciprocal(double eta, double halving) implements LearningRatePolicy {
  /// Checks both.
  public Reciprocal {
    LearningRatePolicy.requireRate("eta", eta);
    if (!(halving > 0)) {
      throw new IllegalArgumentException("halving must be above 0, was " + halving);
    }
  }

  @Override
  public double rate(long step, double norm) {
    return eta / (1 + step / halving);
  }
}
