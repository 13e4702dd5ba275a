// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import engram.random.RandomStream;
import engram.source.FromPaper;

/// The paper's random control (its LRR): at the moments at which [Homeostatic] decides, a coin
/// does. The rate walks by the true labels' effects, is reflected at the floor and has no upper
/// bound but that of its clip, so its mean drifts upwards.
///
/// References: [1] in the package.
@FromPaper(value = "homeostatic", at = "spec: LRR")
public final class RandomRegulated implements RegulatedRate {
  private final HomeostaticRegulator regulator;
  private final RandomStream coin;
  private double eta;
  private Decisions decisions = Decisions.NONE;

  /// At its first rate.
  ///
  /// @param coin a stream of its own, so that the learner's data do not depend on it
  public RandomRegulated(HomeostaticRegulator regulator, RandomStream coin) {
    this.regulator = regulator;
    this.coin = coin;
    eta = regulator.eta0();
  }

  @Override
  public HomeostaticRegulator regulator() {
    return regulator;
  }

  @Override
  public double rate() {
    return eta;
  }

  @Override
  public void decide(Offer offer) {
    boolean heads = coin.nextBoolean();
    if (heads) {
      eta = regulator.moved(eta, offer.label());
    }
    decisions = decisions.with(heads, false, offer.guess() == offer.label());
  }

  @Override
  public Decisions decisions() {
    return decisions;
  }
}
