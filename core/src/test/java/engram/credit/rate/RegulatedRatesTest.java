// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.rate.LearningRatePolicy;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the rates do with an offer, whatever loop makes it.
@FromPaper(value = "homeostatic", at = "lrh.py")
@FromPaper(value = "homeostatic", at = "spec: LRR")
@FromPaper(value = "homeostatic", at = "spec: shadow arm")
final class RegulatedRatesTest {
  /// An offer whose rehearsal gives fixed accuracies and keeps what it was asked.
  private static final class Fixed implements Offer {
    private final int guess;
    private final int label;
    private final Rehearsed seen;
    private double asked = Double.NaN;

    Fixed(int guess, int label, double leave, double take) {
      this.guess = guess;
      this.label = label;
      seen = new Rehearsed(leave, take);
    }

    @Override
    public int guess() {
      return guess;
    }

    @Override
    public int label() {
      return label;
    }

    @Override
    public Rehearsed rehearse(double leave, double take) {
      asked = take;
      return seen;
    }
  }

  @Test
  void takesOnlyWhatIsStrictlyBetter() {
    Homeostatic eta = new Homeostatic(HomeostaticRegulator.ofPaper());
    eta.decide(new Fixed(7, 7, 0.55, 0.55));
    assertEquals(0.001, eta.rate());
    eta.decide(new Fixed(7, 7, 0.60, 0.55));
    assertEquals(0.001, eta.rate());
    eta.decide(new Fixed(7, 7, 0.55, 0.60));
    assertEquals(0.0011, eta.rate(), 1e-18);
    assertEquals(new Decisions(3, 1, 1, 3), eta.decisions());
    assertEquals(1 / 3.0, eta.decisions().takeRate());
    assertEquals(1 / 3.0, eta.decisions().tieRate());
    assertEquals(1, eta.decisions().guessAccuracy());
    assertEquals(0, Decisions.NONE.takeRate());
  }

  /// It expects the guess's effect and gets the label's.
  @Test
  void wrongGuessHarms() {
    Homeostatic eta = new Homeostatic(HomeostaticRegulator.ofPaper());
    Fixed offer = new Fixed(9, 0, 0.5, 0.6);
    eta.decide(offer);
    assertEquals(0.0011, offer.asked, 1e-18);
    assertEquals(0.0009, eta.rate(), 1e-18);
    assertEquals(0, eta.decisions().rightGuesses());
  }

  /// A coin takes half of the offers; the walk is reflected at the floor and has no upper bound, so
  /// that in the mean it rises.
  @Test
  void randomRateIsAReflectedWalk() {
    double mean = 0;
    for (int run = 0; run < 200; run++) {
      Seeds seeds = Seeds.of(run);
      RandomRegulated eta =
          new RandomRegulated(HomeostaticRegulator.ofPaper(), seeds.stream("coin"));
      var labels = seeds.stream("labels");
      for (int i = 0; i < 1000; i++) {
        int label = labels.nextInt(10);
        eta.decide(new Fixed(label, label, 0, 0));
        assertTrue(eta.rate() >= 1e-8, "run " + run + " offer " + i + " was " + eta.rate());
      }
      assertEquals(0.5, eta.decisions().takeRate(), 0.08, "run " + run);
      mean += eta.rate() / 200;
    }
    // |10 + S| for a walk S of variance 500 has mean sqrt(2 500 / pi) e^(-.1) + 10 erf(.32) = 19.6
    // steps of 1e-4
    assertEquals(0.00196, mean, 0.0003);
  }

  @Test
  void shadowIsTheMeanRate() {
    LearningRatePolicy shadow = Shadow.of(List.of(0.1, 0.2, 0.6));
    assertEquals(0.3, shadow.rate(0), 1e-16);
    assertEquals(0.3, shadow.rate(999, 7), 1e-16);
  }

  /// The rate in a loop that knows no net: a number follows a target that jumps, remembers its last
  /// targets, and calls it right where it is near. Rises are excitatory.
  @Test
  void anyLoopCanHaveARegulatedRate() {
    RegulatedRate eta =
        new Homeostatic(
            HomeostaticRegulator.from(0.01)
                .withEffect(Effect.risingFrom(1, 2))
                .withTimes(new DecisionTimes(1, 1, false)));
    double[] w = {0};
    for (int i = 0; i < 400; i++) {
      double gap = 1 - w[0];
      if (eta.isDue(i)) {
        eta.decide(
            new Offer() {
              @Override
              public int guess() {
                return 1;
              }

              @Override
              public int label() {
                return 1;
              }

              @Override
              public Rehearsed rehearse(double leave, double take) {
                return new Rehearsed(
                    1 - Math.abs(gap) * (1 - leave), 1 - Math.abs(gap) * (1 - take));
              }
            });
      }
      w[0] += eta.rate(i) * gap;
    }
    assertEquals(1, w[0], 1e-9);
    assertTrue(eta.rate() > 0.1, "was " + eta.rate());
  }
}
