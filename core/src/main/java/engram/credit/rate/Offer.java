// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

/// A sample whose effect on the rate may be taken or left. The loop that trains gives it; what is
/// not asked for is not computed.
public interface Offer {
  /// What two rates would have been worth on the remembered samples.
  ///
  /// @param leave accuracy after an update with the rate as it is, in [0, 1]
  /// @param take accuracy after an update with the expected rate, in [0, 1]
  record Rehearsed(double leave, double take) {}

  /// The class that the learner believes.
  int guess();

  /// The class that it is.
  int label();

  /// Simulates one update with each of two rates and tests both on the memory. Changes nothing, and
  /// draws nothing.
  Rehearsed rehearse(double leave, double take);
}
