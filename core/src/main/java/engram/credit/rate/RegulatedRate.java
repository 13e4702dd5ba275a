// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import engram.plasticity.rate.LearningRatePolicy;

/// A learning rate that moves with what a learner meets. Any loop can have one: it asks [#isDue]
/// for each sample of an epoch, hands over an [Offer] where that is so, and uses [#rate] for its
/// next update.
///
/// ```java
/// RegulatedRate eta = new Homeostatic(HomeostaticRegulator.ofPaper());
/// for (int i = 0; i < samples; i++) {
///   if (eta.isDue(i)) {
///     eta.decide(offerOf(i));
///   }
///   w -= eta.rate() * gradient(i);
/// }
/// ```
public interface RegulatedRate extends LearningRatePolicy {
  /// Its settings.
  HomeostaticRegulator regulator();

  /// The rate now.
  double rate();

  @Override
  default double rate(long step, double norm) {
    return rate();
  }

  /// Whether the sample of an epoch, from 0, is to be offered.
  default boolean isDue(int sample) {
    return regulator().times().isDue(sample);
  }

  /// Takes the effect of a sample or leaves it.
  void decide(Offer offer);

  /// What it did so far.
  Decisions decisions();
}
