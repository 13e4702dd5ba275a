// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.match;

import static engram.paper.pspm.shared.Reading.EXCITATORY;
import static engram.paper.pspm.shared.Reading.F1;
import static engram.paper.pspm.shared.Reading.FRESH_F1;
import static engram.paper.pspm.shared.Reading.INHIBITORY;
import static engram.paper.pspm.shared.Reading.RATE_ERROR;
import static engram.paper.pspm.shared.Reading.VAN_ROSSUM;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;

/// The claims on spikes and weights. Sentences follow the abstracts where these say something;
/// lines are the spec's, which is ours, or ours. F1 is the strict one, which is never above the
/// spec's. Expectations come from the spec's independent code and from four to six runs of this
/// code with other seeds.
final class MatchClaims {
  private MatchClaims() {}

  static Claim similarityRises() {
    return Claim.named("similarity-rises")
        .says(
            "At g = .05 the local rule brings the spikes of a net to those of another: F1 .95 or"
                + " more and van Rossum distance .30 or less.")
        .published("raises spike-train similarity of all-to-all nets", "abstract", Known.ABSTRACT)
        .expected(
            "holds: F1 .99, distance .20; no recurrence .69, random weights .68, homeostasis .70")
        .passes(
            PassLine.all(
                PassLine.atLeast(F1.in(SpikeTrains.LOCAL), 0.95),
                PassLine.atMost(VAN_ROSSUM.in(SpikeTrains.LOCAL), 0.30)),
            Origin.OURS)
        .control(Control.rival("no recurrence at all", above(SpikeTrains.NONE)))
        .control(Control.rival("random weights of the same law", above(SpikeTrains.RANDOM)))
        .control(Control.rival("the true weights, shuffled", above(SpikeTrains.SHUFFLED)))
        .control(Control.ablation("pools of other moments", above(SpikeTrains.ELSEWHEN)))
        .control(Control.ablation("homeostasis alone", above(SpikeTrains.HOMEOSTASIS)))
        .build();
  }

  private static PassLine above(String arm) {
    return PassLine.gain(F1.in(SpikeTrains.LOCAL), F1.in(arm), 0.1);
  }

  static Claim homeostasisFitsRates() {
    String own = SpikeTrains.HOMEOSTASIS;
    return Claim.named("homeostasis-fits-rates-not-times")
        .says(
            "At g = .05 homeostasis alone brings the neurons' rates to within 5 %, and F1 up by no"
                + " more than .10.")
        .published("similarity is sensitive to the local updates", "abstract", Known.ABSTRACT)
        .expected("holds: rate error .035, F1 .70 from .68; the rates begin at an error of .16")
        .passes(
            PassLine.all(
                PassLine.atMost(RATE_ERROR.in(own), 0.05),
                new PassLine.Gain(
                    F1.in(own), F1.in(SpikeTrains.RANDOM), Double.NEGATIVE_INFINITY, 0.1)),
            Origin.OURS)
        .control(
            Control.rival(
                "random weights have these rates",
                PassLine.gain(RATE_ERROR.in(SpikeTrains.RANDOM), RATE_ERROR.in(own), 0.05)))
        .control(Control.ablation("local updates raise F1 by as little", above(own)))
        .build();
  }

  static Claim weightsDiffer() {
    String own = LearnedWeights.LOCAL;
    return Claim.named("weights-differ")
        .says(
            "Weights that the local rule learns at g = .05 are not the true ones: within classes"
                + " they correlate below .2 (excitatory) and .45 (inhibitory).")
        .published("often differ from the ground truth", "abstract", Known.ABSTRACT)
        .expected(
            "holds: .08 and .27. A perceptron that repeats every spike has .12 and .13, so the"
                + " recording leaves weights open; from ten times the recording it has .6 and .9,"
                + " so the last control should explain the claim away: the recording is short")
        .passes(
            PassLine.all(
                PassLine.atMost(EXCITATORY.in(own), 0.2),
                PassLine.atMost(INHIBITORY.in(own), 0.45)),
            Origin.OURS)
        .control(
            Control.rival("weights that were never learned", PassLine.atLeast(F1.in(own), 0.95)))
        .control(
            Control.rival(
                "a perceptron finds them in the same recording",
                PassLine.atMost(EXCITATORY.in(LearnedWeights.PERCEPTRON), 0.2)))
        .control(
            Control.rival(
                "a perceptron finds them in ten times the recording",
                PassLine.atMost(EXCITATORY.in(LearnedWeights.LONG), 0.2)))
        .build();
  }

  static Claim overfits() {
    String own = LearnedWeights.LOCAL;
    return Claim.named("no-better-on-fresh-input")
        .says(
            "On input that was not recorded, a net that the local rule trained at g = .05 is no"
                + " better than random weights.")
        .expected("holds: .65 against .69; the spec's code .708 against .746, lenient F1")
        .passes(
            new PassLine.Gain(
                FRESH_F1.in(own), FRESH_F1.in(LearnedWeights.RANDOM), Double.NEGATIVE_INFINITY, 0),
            Origin.OURS)
        .control(Control.rival("it learned nothing at all", PassLine.atLeast(F1.in(own), 0.95)))
        .control(
            Control.rival(
                "no learner gets better from this recording",
                PassLine.gain(
                    FRESH_F1.in(LearnedWeights.PERCEPTRON),
                    FRESH_F1.in(LearnedWeights.RANDOM),
                    0.02)))
        .build();
  }

  static Claim teacherForcedStalls() {
    String own = LearnedWeights.TEACHER;
    return Claim.named("teacher-forced-pool-stalls")
        .says(
            "Under a teacher, with pools from the target's spikes, the local rule stays at F1 .90"
                + " or below when the net then runs freely, at g = .05.")
        .expected(
            "holds: .78; but a perceptron under the same teacher reaches 1.00: the teacher is not"
                + " what stalls it")
        .passes(PassLine.atMost(F1.in(own), 0.9), Origin.OURS)
        .control(
            Control.ablation(
                "the rule stalls without a teacher, too",
                PassLine.gain(F1.in(LearnedWeights.LOCAL), F1.in(own), 0.05)))
        .control(
            Control.rival(
                "another learner under the same teacher does not stall",
                PassLine.atMost(F1.in(LearnedWeights.PERCEPTRON), 0.9)))
        .build();
  }

  static Claim recurrenceHurts() {
    return Claim.named("recurrence-hurts")
        .says("The stronger the recurrence, the lower the F1 that the local rule reaches.")
        .expected(
            "holds: .99, .78, .55, .31 at g = .05, .1, .2, .4; the gain over no recurrence .31,"
                + " .26, .20, .07. In lenient F1 the gain over random weights does not fall up to"
                + " .2")
        .passes(PassLine.rising(Recurrence.REACHED.in(Recurrence.LOCAL), 0.9), Origin.OURS)
        .control(
            Control.rival(
                "nets without recurrence lose as much: the gain over them stays",
                PassLine.rising(Recurrence.GAINED.in(Recurrence.LOCAL), 0.5)))
        .control(
            Control.ablation(
                "homeostasis alone", PassLine.all(beyondHomeostasis(0.05), beyondHomeostasis(0.1))))
        .build();
  }

  private static PassLine beyondHomeostasis(double g) {
    return PassLine.gain(
        F1.in(Recurrence.at(Recurrence.LOCAL, g)),
        F1.in(Recurrence.at(Recurrence.HOMEOSTASIS, g)),
        0.1);
  }
}
