// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import static engram.paper.modular.Grokking.DECAY;
import static engram.paper.modular.Grokking.NO_DECAY;
import static engram.paper.modular.Stages.COMMON;
import static engram.paper.modular.Stages.HALF;
import static engram.paper.modular.Stages.MEMORISED;
import static engram.paper.modular.Stages.MIRRORED;
import static engram.paper.modular.Stages.NORM;
import static engram.paper.modular.Stages.PEAK;
import static engram.paper.modular.Stages.PLATEAU;
import static engram.paper.modular.Stages.RARE;
import static engram.paper.modular.Stages.SYMMETRY;
import static engram.paper.modular.Stages.TEST;
import static engram.paper.modular.Stages.TRAIN;
import static engram.paper.modular.Stages.UNSEEN;
import static engram.paper.modular.Stages.UNSEEN_AT_END;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.List;

/// The claims of [Grokking].
final class GrokkingClaims {
  private GrokkingClaims() {}

  static List<Claim> all() {
    return List.of(late(), plateau(), mirrored(), common(), waves(), norm());
  }

  private static Claim late() {
    return Claim.named("generalises-late")
        .says("With weight decay the net knows shown pairs early and the others much later.")
        .published("train 1.0, test .962", "stored results, p = 23, wd 2", Known.CODE)
        .expected(
            "test .93 or more by step 16000, 4 seeds; memorised by about 3000; without decay the"
                + " plateau, .7 to .8")
        .passes(
            PassLine.all(
                PassLine.atLeast(TRAIN.in(DECAY), 0.999),
                PassLine.atLeast(TEST.in(DECAY), 0.9),
                PassLine.atMost(MEMORISED.in(DECAY), 5000)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(Control.ablation("no weight decay", PassLine.atMost(TEST.in(NO_DECAY), 0.8)))
        .control(
            Control.rival(
                "symmetry alone: what a table of the shown pairs knows of their mirrors",
                PassLine.gain(TEST.in(DECAY), SYMMETRY.in(DECAY), 0.1)))
        .build();
  }

  private static Claim plateau() {
    return Claim.named("plateau-is-symmetry")
        .says(
            "When all shown pairs are known the net knows as many of the others as have their"
                + " mirror among the shown.")
        .published("test .70 to .74 on the plateau", "blog; stored: .714 to .737", Known.CODE)
        .expected(".70 to step 5000: independent code; the share of mirrored pairs is about .72")
        .passes(
            PassLine.all(
                PassLine.between(PLATEAU.in(DECAY), 0.65, 0.8),
                PassLine.alike(PLATEAU.in(DECAY), SYMMETRY.in(DECAY), 0.05)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(
            Control.rival(
                "the plateau is the way to generalising: unseen pairs are half known already",
                PassLine.atMost(UNSEEN.in(DECAY), 0.25)))
        .control(
            Control.rival(
                "decay makes the plateau",
                PassLine.alike(PLATEAU.in(NO_DECAY), SYMMETRY.in(NO_DECAY), 0.05)))
        .build();
  }

  private static Claim mirrored() {
    return Claim.named("mirrors-known-others-not")
        .says(
            "At the first step with all shown pairs known, pairs whose mirror is shown are all"
                + " known, and of the others none.")
        .published("1.0 against 0 at the end of stage one", "blog, fig. 16", Known.READ)
        .expected("1.0 against 0.0, 4 seeds; the first half is by construction, f(x, y) = f(y, x)")
        .passes(
            PassLine.all(
                PassLine.atLeast(MIRRORED.in(DECAY), 0.99), PassLine.atMost(UNSEEN.in(DECAY), 0.1)),
            Origin.OURS)
        .control(
            Control.rival(
                "such a net can never know the others",
                PassLine.atLeast(UNSEEN_AT_END.in(DECAY), 0.6)))
        .build();
  }

  private static Claim common() {
    return Claim.named("common-before-rare")
        .says("Pairs shown in both orders are known before pairs shown in one.")
        .published("common pairs first, rare pairs at 0 % meanwhile", "blog, fig. 16", Known.READ)
        .expected("hundreds of steps between the two; not measured before by us")
        .passes(PassLine.gain(HALF.in(DECAY + RARE), HALF.in(DECAY + COMMON), 100), Origin.OURS)
        .control(
            Control.rival(
                "weight decay starves the rare pairs",
                PassLine.gain(HALF.in(NO_DECAY + RARE), HALF.in(NO_DECAY + COMMON), 100)))
        .build();
  }

  private static Claim waves() {
    return Claim.named("decay-cleans-the-waves")
        .says("With weight decay neurons end nearer to single waves than without.")
        .published("participation ratio .836 at the end", "overview, grokking", Known.CODE)
        .expected(
            "input .76, output .84, mean .80: independent code; without decay not measured before")
        .passes(PassLine.between(Portrait.RATIO.in(DECAY), 0.7, 0.9), Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(
            Control.ablation(
                "no weight decay",
                PassLine.gain(Portrait.RATIO.in(DECAY), Portrait.RATIO.in(NO_DECAY), 0.1)))
        .build();
  }

  private static Claim norm() {
    return Claim.named("norm-falls-at-last")
        .says("In the third stage the norm of the weights falls from its peak.")
        .published("slow clean-up after generalising", "blog, fig. 15", Known.READ)
        .expected("a peak near 50, then a fall of some units: independent code, one seed")
        .passes(PassLine.gain(PEAK.in(DECAY), NORM.in(DECAY), 2), Origin.OURS)
        .control(
            Control.ablation(
                "no weight decay: it never falls",
                PassLine.alike(PEAK.in(NO_DECAY), NORM.in(NO_DECAY), 0.5)))
        .build();
  }
}
