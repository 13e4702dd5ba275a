// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.List;

/// What is claimed on the smaller pages.
final class PageClaims {
  private PageClaims() {}

  /// Of outcomes that come by chance.
  static List<Claim> chance() {
    return List.of(
        Claim.named("amplitude-is-probability")
            .says(
                "The amplitude of the prediction is the outcome's probability: slope .8 to 1.2 of"
                    + " the amplitude at 1, on a line with R2 of .95.")
            .published("amplitude proportional to probability", "abstract", Known.ABSTRACT)
            .expected(
                "holds: R2 .978 or more with eta .005 and 600 trials (independent code); any delta"
                    + " rule holds a running mean, so that the controls should do as well")
            .passes(
                PassLine.all(
                    PassLine.between(ChanceOutcomes.SLOPE.in(ChanceOutcomes.LOCAL), 0.8, 1.2),
                    PassLine.atLeast(ChanceOutcomes.FIT.in(ChanceOutcomes.LOCAL), 0.95)),
                Origin.OURS)
            .control(
                Control.rival(
                    "a delay line in place of the network",
                    PassLine.gain(
                        ChanceOutcomes.FIT.in(ChanceOutcomes.LOCAL),
                        ChanceOutcomes.FIT.in(ChanceOutcomes.DELAY),
                        0)))
            .control(
                Control.rival(
                    "the count of trials in which it came, without a network",
                    PassLine.gain(
                        ChanceOutcomes.FIT.in(ChanceOutcomes.LOCAL),
                        ChanceOutcomes.FIT.in(ChanceOutcomes.COUNT),
                        0)))
            .build());
  }

  /// Of probabilities that are exchanged.
  static List<Claim> swap() {
    return List.of(
        Claim.named("both-outcomes-follow-a-swap")
            .says(
                "60 trials after the probabilities of two outcomes were exchanged both amplitudes are"
                    + " within .1 and both peaks within 40 ms.")
            .published("rapid adaptation to changed probability", "abstract", Known.ABSTRACT)
            .expected(
                "no figure is known; at this step a trial's chance moves an amplitude by some .1")
            .passes(
                PassLine.all(
                    PassLine.atMost(SwappedOutcomes.MISSED.in(SwappedOutcomes.LOCAL), 0.1),
                    PassLine.atMost(SwappedOutcomes.MOVED.in(SwappedOutcomes.LOCAL), 40)),
                Origin.OURS)
            .control(
                Control.rival(
                    "a delay line in place of the network",
                    PassLine.gain(
                        SwappedOutcomes.MISSED.in(SwappedOutcomes.DELAY),
                        SwappedOutcomes.MISSED.in(SwappedOutcomes.LOCAL),
                        0)))
            .control(
                Control.nothing(
                    "no learning after the swap",
                    PassLine.atLeast(SwappedOutcomes.MISSED.in(SwappedOutcomes.OLD), 0.2)))
            .build());
  }

  /// Of noise.
  static List<Claim> noise() {
    return List.of(
        Claim.named("noise-undoes-the-clock")
            .says("With noise of .3 the network alone foretells next to nothing: error .8 or more.")
            .published("not stated", "", Known.NOT_STATED)
            .expected(
                "with strong recurrence (35 Hz) an error near 1 from noise of .02 on (independent"
                    + " code); with the recurrence of this page not known")
            .passes(
                PassLine.atLeast(NoiseSweep.ERROR.in(NoiseSweep.at(NoiseSweep.ALONE, 0.3)), 0.8),
                Origin.OURS)
            .control(
                Control.ablation(
                    "no noise",
                    PassLine.atMost(
                        NoiseSweep.ERROR.in(NoiseSweep.at(NoiseSweep.ALONE, 0.0)), 0.4)))
            .build(),
        Claim.named("waves-restore-it")
            .says("Slow waves into 30 % of the neurons bring the error at noise .3 below .4.")
            .published("not stated", "", Known.NOT_STATED)
            .expected("not known; that the waves can be read without a network is likely")
            .passes(
                PassLine.atMost(NoiseSweep.ERROR.in(NoiseSweep.at(NoiseSweep.WAVES, 0.3)), 0.4),
                Origin.OURS)
            .control(
                Control.ablation(
                    "network alone",
                    PassLine.gain(
                        NoiseSweep.ERROR.in(NoiseSweep.at(NoiseSweep.ALONE, 0.3)),
                        NoiseSweep.ERROR.in(NoiseSweep.at(NoiseSweep.WAVES, 0.3)),
                        0.1)))
            .control(
                Control.rival(
                    "the waves themselves, read without a network",
                    PassLine.gain(
                        NoiseSweep.ERROR.in(NoiseSweep.NO_NETWORK),
                        NoiseSweep.ERROR.in(NoiseSweep.at(NoiseSweep.WAVES, 0.3)),
                        0)))
            .build());
  }
}
