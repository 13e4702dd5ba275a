// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import engram.source.FromPaper;

/// The paper's rate (its LRH): takes what it expects to be good for it, and gets what is true.
///
/// "Better" is strict: where both simulated updates are right equally often, nothing changes.
///
/// References: [1] in the package.
@FromPaper(value = "homeostatic", at = "lrh.py")
public final class Homeostatic implements RegulatedRate {
  private final HomeostaticRegulator regulator;
  private double eta;
  private Decisions decisions = Decisions.NONE;

  /// At its first rate.
  public Homeostatic(HomeostaticRegulator regulator) {
    this.regulator = regulator;
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
    int guess = offer.guess();
    int label = offer.label();
    Offer.Rehearsed seen = offer.rehearse(eta, regulator.moved(eta, guess));
    boolean better = seen.take() > seen.leave();
    if (better) {
      eta = regulator.moved(eta, label);
    }
    decisions = decisions.with(better, seen.take() == seen.leave(), guess == label);
  }

  @Override
  public Decisions decisions() {
    return decisions;
  }
}
