// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.rate;

/// A rate that falls along a line to 0: `eta (1 - step / steps)`, and 0 from `steps` on.
///
/// @param eta the first rate, finite, 0 or more
/// @param steps after how many steps it is 0, at least 1
public record LinearDecay(double eta, long steps) implements LearningRatePolicy {
  /// Checks rate and steps.
  public LinearDecay {
    LearningRatePolicy.requireRate("eta", eta);
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be at least 1, was " + steps);
    }
  }

  @Override
  public double rate(long step, double norm) {
    return step >= steps ? 0 : eta * (1 - step / (double) steps);
  }
}
