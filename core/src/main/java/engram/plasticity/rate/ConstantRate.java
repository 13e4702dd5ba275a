// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.rate;

/// The same rate at every step.
///
/// @param eta finite, 0 or more
public record ConstantRate(double eta) implements LearningRatePolicy {
  /// Checks the rate.
  public ConstantRate {
    LearningRatePolicy.requireRate("eta", eta);
  }

  @Override
  public double rate(long step, double norm) {
    return eta;
  }
}
