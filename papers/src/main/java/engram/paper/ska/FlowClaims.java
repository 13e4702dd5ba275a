// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import static engram.paper.ska.FlowTimes.CROSSING;
import static engram.paper.ska.FlowTimes.GAP;
import static engram.paper.ska.FlowTimes.LAW_ERROR;
import static engram.paper.ska.FlowTimes.LEFT;
import static engram.paper.ska.FlowTimes.PEAK;
import static engram.paper.ska.FlowTimes.SHIFT;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import java.util.List;

/// The claims of [FlowTimes]. Theirs are the paper's sentences; the controls ask whether a digit is
/// needed: one image, the mean of all, shown twice, has nothing to organise.
final class FlowClaims {
  private static final String MEAN_IMAGE = "the mean image alone, twice";

  private FlowClaims() {}

  static List<Claim> all() {
    return List.of(peaks(), aligned(), characteristicTime(), crossing());
  }

  private static At layer(int number) {
    return PEAK.in("layer " + number);
  }

  /// At most so much in layers 1, 2 and 3.
  private static PassLine inEachLayer(Measure measure, double most) {
    return PassLine.all(
        PassLine.atMost(measure.in("layer 1"), most),
        PassLine.atMost(measure.in("layer 2"), most),
        PassLine.atMost(measure.in("layer 3"), most));
  }

  private static Claim peaks() {
    return Claim.named("mnist-flow-peaks")
        .says("Knowledge flow peaks at steps 28, 16 and 24 in layers 1, 2 and 3.")
        .published("K about 28, 16, 24", "2504.03214, knowledge flow", Known.READ)
        .expected(
            "29 to 30, 17 to 18, 24 to 30 by draw (spec): layers 1 and 2 inside 3 steps, layer 3 at"
                + " the border; the mean image alone and 1025 / |mean image|^2 give the same times")
        .passes(
            PassLine.all(
                PassLine.near(layer(1), 28, 3),
                PassLine.near(layer(2), 16, 3),
                PassLine.near(layer(3), 24, 3)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(Control.nothing(MEAN_IMAGE, PassLine.atLeast(SHIFT.plain(), 3)))
        .control(
            Control.rival(
                "1025 / |mean image|^2 without a network",
                PassLine.atLeast(LAW_ERROR.plain(), 0.06)))
        .build();
  }

  private static Claim aligned() {
    return Claim.named("mnist-entropy-at-flow-peak")
        .says("Entropy is least when knowledge flows most, in layers 1 to 3.")
        .published("minima align with flow peaks", "2504.03214 fig. 3", Known.READ)
        .expected(
            "holds within 2 steps (spec, 8 draws); also for one image, since H is nearly the flow"
                + " times a slowly changing factor")
        .passes(inEachLayer(GAP, 2), Origin.OURS)
        .control(Control.nothing(MEAN_IMAGE, PassLine.atLeast(GAP.in("mean image layer 1"), 3)))
        .build();
  }

  private static Claim characteristicTime() {
    return Claim.named("mnist-characteristic-time")
        .says("By time eta K = 0.5 the layers have done their work: a tenth of the flow is left.")
        .published("characteristic time T = 0.5", "2504.03214", Known.READ)
        .expected(
            "fails: layer 1 keeps .57 of its peak flow and falls like 1/t afterwards (spec); brighter"
                + " images peak by 1.25^2 earlier, so no time is the network's own")
        .passes(inEachLayer(LEFT, 0.1), Origin.OURS)
        .control(
            Control.rival(
                "images brighter by 1.25",
                PassLine.alike(PEAK.in("brighter layer 1"), layer(1), 3)))
        .build();
  }

  private static Claim crossing() {
    return Claim.named("mnist-net-crossing")
        .says("The Tensor Net changes sign at steps 24 and 23 in layers 1 and 3.")
        .published("K about 24 and 23", "2504.03214, Tensor Net", Known.READ)
        .expected(
            "layer 1 at 22 to 27 by draw; layer 3 fails: in half of the draws it never changes sign"
                + " (spec)")
        .passes(
            PassLine.all(
                PassLine.near(CROSSING.in("layer 1"), 24, 3),
                PassLine.near(CROSSING.in("layer 3"), 23, 3)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(
            Control.rival(
                "the sign that the paper prints",
                PassLine.near(CROSSING.in("printed sign layer 1"), 24, 3)))
        .build();
  }
}
