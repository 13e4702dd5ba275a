// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import static engram.paper.modular.Portrait.ACCURACY;
import static engram.paper.modular.Portrait.FEWEST;
import static engram.paper.modular.Portrait.LOSS;
import static engram.paper.modular.Portrait.MOST;
import static engram.paper.modular.Portrait.RATIO;
import static engram.paper.modular.Portrait.SAME;
import static engram.paper.modular.Portrait.SWAPPED;
import static engram.paper.modular.Portrait.UNLOCKED;
import static engram.paper.modular.Portrait.read;
import static engram.paper.modular.StandardRun.KEPT;
import static engram.paper.modular.StandardRun.SCRAMBLED;
import static engram.paper.modular.StandardRun.TRAINED;
import static engram.paper.modular.StandardRun.UNTRAINED;

import engram.flow.fourier.Response;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.List;
import java.util.stream.Stream;

/// The claims of [StandardRun].
final class StandardClaims {
  private StandardClaims() {}

  static List<Claim> all() {
    return List.of(learned(), waves(), sameFrequency(), locked(), spread(), even(), soft());
  }

  private static Claim learned() {
    return Claim.named("addition-is-learned")
        .says("The standard run answers every pair after 5000 steps, with a loss near .05 nat.")
        .published("loss .0477, accuracy 1.0", "stored results, p = 23", Known.CODE)
        .expected("loss .044, accuracy 1.0: independent code, 3 seeds")
        .passes(
            PassLine.all(
                PassLine.atLeast(ACCURACY.in(TRAINED), 0.999),
                PassLine.between(LOSS.in(TRAINED), 0.03, 0.08)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(Control.nothing("untrained net", PassLine.atMost(ACCURACY.in(UNTRAINED), 0.1)))
        .build();
  }

  private static Claim waves() {
    return Claim.named("neurons-become-single-waves")
        .says("Training concentrates each neuron's weights on one frequency.")
        .published("participation ratio .167 at first, .650 at the end", "overview", Known.CODE)
        .expected(
            "input .63, output .69, mean .657: independent code; the scrambled table was not"
                + " measured before, near .2 by guess")
        .passes(PassLine.between(RATIO.in(TRAINED), 0.58, 0.72), Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(Control.nothing("untrained net", PassLine.atMost(RATIO.in(UNTRAINED), 0.2)))
        .control(
            Control.ablation(
                "a table in which nothing adds up", PassLine.atMost(RATIO.in(SCRAMBLED), 0.35)))
        .build();
  }

  private static Claim sameFrequency() {
    return Claim.named("layers-share-the-frequency")
        .says("A neuron's first and last weights have the same frequency.")
        .published("all 512 neurons on the diagonal", "blog", Known.READ)
        .expected(".99 of neurons: independent code; the scrambled table was not measured before")
        .passes(PassLine.atLeast(SAME.in(TRAINED), 0.95), Origin.OURS)
        .control(Control.nothing("untrained net", PassLine.atMost(SAME.in(UNTRAINED), 0.2)))
        .control(
            Control.ablation(
                "a table in which nothing adds up", PassLine.atMost(SAME.in(SCRAMBLED), 0.6)))
        .build();
  }

  private static Claim locked() {
    return Claim.named("phases-lock")
        .says("The output phase locks to twice the input phase.")
        .published("psi = 2 phi for all neurons", "blog", Known.READ)
        .expected("mean |sin D| .083: independent code; random phases give .637")
        .passes(PassLine.atMost(UNLOCKED.in(TRAINED), 0.12), Origin.OURS)
        .control(Control.nothing("untrained net", PassLine.atLeast(UNLOCKED.in(UNTRAINED), 0.55)))
        .control(
            Control.ablation(
                "a table in which nothing adds up", PassLine.atLeast(UNLOCKED.in(SCRAMBLED), 0.3)))
        .build();
  }

  private static Claim spread() {
    return Claim.named("all-frequencies-are-used")
        .says("Neurons spread over all eleven frequencies, no one rare.")
        .published("evenly over frequencies", "abstract, blog", Known.READ)
        .expected("38 to 58 of 512 neurons a frequency: independent code")
        .passes(
            PassLine.all(
                PassLine.atLeast(FEWEST.in(TRAINED), 25), PassLine.atMost(MOST.in(TRAINED), 75)),
            Origin.OURS)
        .control(
            Control.rival(
                "neurons keep the frequency that was largest at the start",
                PassLine.atMost(KEPT.in(TRAINED), 0.75)))
        .build();
  }

  private static PassLine least(String arm, double low, Response... responses) {
    return PassLine.all(
        Stream.of(responses)
            .map(response -> PassLine.atLeast(SWAPPED.in(read(arm, response)), low))
            .toList());
  }

  private static PassLine most(String arm, double high, Response... responses) {
    return PassLine.all(
        Stream.of(responses)
            .map(response -> PassLine.atMost(SWAPPED.in(read(arm, response)), high))
            .toList());
  }

  private static Claim even() {
    return Claim.named("even-responses-suffice")
        .says("A net that learned with ReLU answers every pair when read with |x|, x^2 or x^4.")
        .published("100 % each; x 4.1 %, x^3 3.6 %", "blog, table", Known.READ)
        .expected("1.000 each, .043 for x and x^3: independent code; scrambled: not measured")
        .passes(
            least(TRAINED, 0.99, Response.ABSOLUTE, Response.SQUARE, Response.FOURTH), Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(
            Control.ablation(
                "odd responses", most(TRAINED, 0.15, Response.IDENTITY, Response.CUBE)))
        .control(
            Control.rival(
                "any net that fits a symmetric table survives the swap",
                PassLine.gain(
                    SWAPPED.in(read(TRAINED, Response.FOURTH)),
                    SWAPPED.in(read(SCRAMBLED, Response.FOURTH)),
                    0.2)))
        .build();
  }

  private static Claim soft() {
    return Claim.named("soft-responses-suffice")
        .says("So it does when read with ln(1 + e^(2x)) or e^x.")
        .published("100 % each", "blog, table", Known.READ)
        .expected("it fails: .57 and .51 in independent code, the odd part of e^x does not cancel")
        .passes(least(TRAINED, 0.99, Response.SOFTPLUS, Response.EXPONENTIAL), Origin.PAPER)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(
            Control.ablation(
                "odd responses", most(TRAINED, 0.15, Response.IDENTITY, Response.CUBE)))
        .build();
  }
}
