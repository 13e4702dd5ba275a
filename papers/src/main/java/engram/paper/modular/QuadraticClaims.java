// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import static engram.paper.modular.Portrait.ACCURACY;
import static engram.paper.modular.Portrait.ELSEWHERE;
import static engram.paper.modular.Portrait.LOSS;
import static engram.paper.modular.Portrait.RATIO;
import static engram.paper.modular.Portrait.WEIGHTED_UNLOCKED;
import static engram.paper.modular.QuadraticRuns.HALFWAY;
import static engram.paper.modular.QuadraticRuns.ODD;
import static engram.paper.modular.QuadraticRuns.RANDOM;
import static engram.paper.modular.QuadraticRuns.RELU;
import static engram.paper.modular.QuadraticRuns.SINGLE;
import static engram.paper.modular.QuadraticRuns.start;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.List;

/// The claims of [QuadraticRuns].
final class QuadraticClaims {
  private QuadraticClaims() {}

  static List<Claim> all() {
    return List.of(random(), single(), locked(), tiny());
  }

  private static Claim random() {
    return Claim.named("quadratic-neurons-become-waves")
        .says("Quadratic neurons from a random start learn all pairs and become single waves.")
        .published("loss .0083, accuracy 1.0", "stored results, quad random", Known.CODE)
        .expected("loss .0083, ratio .824 input, .727 output: independent code, one seed")
        .passes(
            PassLine.all(
                PassLine.atLeast(ACCURACY.in(RANDOM), 0.999),
                PassLine.between(LOSS.in(RANDOM), 0.0063, 0.0103),
                PassLine.between(RATIO.in(RANDOM), 0.7, 0.85)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(Control.nothing("untrained net", PassLine.atMost(RATIO.in(start(RANDOM)), 0.2)))
        .build();
  }

  private static Claim single() {
    return Claim.named("single-frequencies-stay")
        .says(
            "A quadratic neuron of one frequency stays on it: outside lies less than 1e-6 of its"
                + " squared weights at step 5000, less than .03 when all pairs are known.")
        .published("loss .0068, accuracy 1.0", "stored results, quad single-freq", Known.CODE)
        .expected(
            "loss .0067 to .0070, outside 1.9e-2 at step 10000, 4 seeds; ReLU's harmonics leak a"
                + " few per cent into the output weights, by derivation")
        .passes(
            PassLine.all(
                PassLine.atLeast(ACCURACY.in(SINGLE), 0.999),
                PassLine.between(LOSS.in(SINGLE), 0.0063, 0.0073),
                PassLine.atMost(HALFWAY.in(SINGLE), 1e-6),
                PassLine.atMost(ELSEWHERE.in(SINGLE), 0.03)),
            Origin.OURS)
        .evidence(Evidence.THEORY)
        .control(
            Control.ablation(
                "ReLU in place of the square", PassLine.atLeast(HALFWAY.in(RELU), 1e-4)))
        .build();
  }

  private static Claim locked() {
    return Claim.named("phases-lock-under-sgd")
        .says("Among neurons that say something the output phase locks to twice the input phase.")
        .published("D goes to 0 for every neuron", "paper, blog", Known.READ)
        .expected(
            "weighted |sin D| below .04, 4 seeds; only .54 to .60 of all neurons have |D| < .05,"
                + " the others are still small")
        .passes(PassLine.atMost(WEIGHTED_UNLOCKED.in(SINGLE), 0.04), Origin.OURS)
        .evidence(Evidence.THEORY)
        .control(
            Control.nothing(
                "untrained net", PassLine.atLeast(WEIGHTED_UNLOCKED.in(start(SINGLE)), 0.55)))
        .build();
  }

  private static Claim tiny() {
    return Claim.named("tiny-logits-suffice")
        .says("ReLU neurons of one frequency answer every pair while the loss is still near ln p.")
        .published("loss 3.13, accuracy 1.0", "stored results, ReLU single-freq", Known.CODE)
        .expected("as published; ln 23 = 3.1355; not measured before by us")
        .passes(
            PassLine.all(
                PassLine.atLeast(ACCURACY.in(RELU), 0.99),
                PassLine.between(LOSS.in(RELU), 3.12, 3.135)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(Control.nothing("untrained net", PassLine.atMost(ACCURACY.in(start(RELU)), 0.5)))
        .control(Control.ablation("read with x", PassLine.atMost(ODD.in(RELU), 0.15)))
        .build();
  }
}
