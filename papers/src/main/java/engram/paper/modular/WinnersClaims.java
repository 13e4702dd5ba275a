// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import static engram.paper.modular.Winners.ADAM;
import static engram.paper.modular.Winners.EQUAL;
import static engram.paper.modular.Winners.FORETOLD;
import static engram.paper.modular.Winners.RULES_AGREE;
import static engram.paper.modular.Winners.SGD;
import static engram.paper.modular.Winners.byOther;
import static engram.paper.modular.Winners.said;

import engram.flow.fourier.Lottery.Rule;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.measure.At;
import java.util.List;

/// The claims of [Winners].
final class WinnersClaims {
  private WinnersClaims() {}

  static List<Claim> all() {
    return List.of(sgd(), adam(), rule(), equals());
  }

  private static At by(String arm, Rule rule) {
    return FORETOLD.in(said(arm, rule));
  }

  private static Control beats(String arm, Rule rule, double least) {
    return Control.rival(
        Winners.name(rule), PassLine.gain(by(arm, Rule.FLOW), by(arm, rule), least));
  }

  private static Control chance(String arm) {
    return Control.nothing(
        "each neuron given another's forecast", PassLine.atMost(FORETOLD.in(byOther(arm)), 0.2));
  }

  private static Claim sgd() {
    return Claim.named("flow-foretells-winners")
        .says("The decoupled flow foretells from the start which frequency wins a neuron by SGD.")
        .published("a lottery, decided by the start", "abstract", Known.ABSTRACT)
        .expected(
            ".92, .91 against .71 (drive), .48 (alpha), .21 (|D|), .09 (guess): independent code")
        .passes(PassLine.atLeast(by(SGD, Rule.FLOW), 0.85), Origin.OURS)
        .evidence(Evidence.THEORY)
        .control(beats(SGD, Rule.LARGEST_DRIVE, 0.1))
        .control(beats(SGD, Rule.LARGEST_INPUT, 0.2))
        .control(beats(SGD, Rule.SMALLEST_MISALIGNMENT, 0.3))
        .control(chance(SGD))
        .build();
  }

  private static Claim adam() {
    return Claim.named("flow-foretells-winners-of-adamw")
        .says("It foretells most of them where AdamW trains, whose dynamics it does not describe.")
        .expected(
            ".78, .79 against .62 (drive), .49 (alpha), .18 (|D|), .09 (guess): independent code")
        .passes(PassLine.atLeast(by(ADAM, Rule.FLOW), 0.65), Origin.OURS)
        .evidence(Evidence.DIRECTION)
        .control(beats(ADAM, Rule.LARGEST_DRIVE, 0.05))
        .control(beats(ADAM, Rule.LARGEST_INPUT, 0.1))
        .control(beats(ADAM, Rule.SMALLEST_MISALIGNMENT, 0.3))
        .control(chance(ADAM))
        .build();
  }

  private static Claim rule() {
    return Claim.named("smallest-misalignment-wins")
        .says("From a Gaussian start the frequency with the smallest misalignment wins a neuron.")
        .published(
            "the smallest initial misalignment wins, at equal magnitudes", "paper", Known.READ)
        .expected("it fails: .205 by SGD in independent code; magnitudes decide as well")
        .passes(PassLine.atLeast(by(SGD, Rule.SMALLEST_MISALIGNMENT), 0.5), Origin.OURS)
        .control(chance(SGD))
        .control(
            Control.rival(
                "largest alpha",
                PassLine.gain(
                    by(SGD, Rule.SMALLEST_MISALIGNMENT), by(SGD, Rule.LARGEST_INPUT), 0.0)))
        .build();
  }

  private static Claim equals() {
    return Claim.named("smallest-misalignment-wins-among-equals")
        .says("Where all magnitudes are equal the frequency with the smallest misalignment wins.")
        .published("winner = argmin of the initial misalignment", "paper", Known.READ)
        .expected(
            "flow and rule agree in every neuron, by theory; trained nets below .9, as races of"
                + " small |D| are close; not measured before")
        .passes(
            PassLine.all(
                PassLine.atLeast(by(EQUAL, Rule.SMALLEST_MISALIGNMENT), 0.6),
                PassLine.atLeast(RULES_AGREE.in(EQUAL), 1)),
            Origin.OURS)
        .evidence(Evidence.THEORY)
        .control(
            Control.ablation(
                "unequal magnitudes", PassLine.atMost(by(SGD, Rule.SMALLEST_MISALIGNMENT), 0.35)))
        .control(chance(EQUAL))
        .build();
  }
}
