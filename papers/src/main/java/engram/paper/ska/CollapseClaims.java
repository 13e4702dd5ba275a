// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import static engram.paper.ska.Collapse.ACCURACY;
import static engram.paper.ska.Collapse.LAYERS;
import static engram.paper.ska.Collapse.PCA;
import static engram.paper.ska.Collapse.SHARE;
import static engram.paper.ska.Collapse.layer;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.measure.At;
import java.util.ArrayList;
import java.util.List;

/// The claims of [Collapse]: the paper's sentence on classes, and what its figures do not show. On
/// the optical digits the first layer does not reach its peak within 50 steps, so nothing is said
/// of it there.
final class CollapseClaims {
  private CollapseClaims() {}

  static List<Claim> of(Source source) {
    return source == Source.DIGITS
        ? List.of(separates(), collapses(source, 2))
        : List.of(collapses(source, 1));
  }

  private static Claim separates() {
    At after = ACCURACY.in(layer("trained", 4));
    return Claim.named("digits-classes-separate")
        .says("Knowledge accumulation makes the digits easier to tell apart at the output layer.")
        .published("class separation grows", "2503.13942 fig. 4 and text", Known.READ)
        .expected(
            "fails: on MNIST the output layer falls from .39 to .19 (the spec's independent code);"
                + " the figure shows means over all images, which do spread")
        .passes(PassLine.gain(after, ACCURACY.in(layer("untrained", 4)), 0.02), Origin.OURS)
        .control(Control.rival(PCA, PassLine.gain(after, ACCURACY.in(PCA), 0)))
        .control(
            Control.ablation(
                "untrained weights of the same size",
                PassLine.gain(after, ACCURACY.in(layer("scaled", 4)), 0)))
        .build();
  }

  private static Claim collapses(Source source, int from) {
    List<PassLine> line = new ArrayList<>();
    List<PassLine> sameSize = new ArrayList<>();
    for (int l = from; l <= LAYERS; l++) {
      At after = ACCURACY.in(layer("trained", l));
      line.add(PassLine.atMost(after, 0.35));
      line.add(PassLine.gain(ACCURACY.in(layer("untrained", l)), after, 0.1));
      line.add(PassLine.atLeast(SHARE.in(layer("trained", l)), 0.95));
      sameSize.add(PassLine.gain(ACCURACY.in(layer("scaled", l)), after, 0.1));
    }
    Claim.Builder claim =
        Claim.named(source.id() + "-collapse")
            .says(
                from == 1
                    ? "Knowledge accumulation makes every layer give all digits nearly one output."
                    : "From the second layer on, all digits end with nearly one output.")
            .expected(
                from == 1
                    ? "holds: .67/.64/.58/.39 to .22/.19/.19/.19, shares .97 to 1.0 (spec)"
                    : "holds as on MNIST; the first layer stays at .58 to .64 (spec)")
            .passes(PassLine.all(line), Origin.OURS)
            .control(Control.ablation("untrained weights of the same size", PassLine.all(sameSize)))
            .control(Control.rival(PCA, PassLine.atLeast(ACCURACY.in(PCA), 0.5)));
    if (from == 1) {
      claim.control(
          Control.ablation(
              "mean image taken away", PassLine.atLeast(ACCURACY.in(layer("mean-free", 1)), 0.5)));
    }
    return claim.build();
  }
}
