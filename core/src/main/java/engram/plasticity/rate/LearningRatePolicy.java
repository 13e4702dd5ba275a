// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.rate;

/// The learning rate of a unit at a step: `dW` is multiplied by it, row by row. An open interface:
/// whoever has a policy of their own (one that follows a loss, a rate that regulates itself)
/// implements it and keeps its state.
///
/// ```java
/// LearningRatePolicy eta = new LinearDecay(0.02, 6000);
/// for (long t = 0; t < 6000; t++) {
///   w += eta.rate(t) * change;
/// }
/// ```
@FunctionalInterface
public interface LearningRatePolicy {
  /// The rate, finite and 0 or more.
  ///
  /// @param step how many updates were made before this one, from 0
  /// @param norm the length of the unit's weight vector; NaN where a loop has no such thing
  double rate(long step, double norm);

  /// The rate where no length of weights is known.
  default double rate(long step) {
    return rate(step, Double.NaN);
  }

  /// Refuses a rate that is negative or not finite.
  static double requireRate(String name, double rate) {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and 0 or more, was " + rate);
    }
    return rate;
  }
}
