// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import static engram.paper.ska.TimeInvariance.DEVIATION;
import static engram.paper.ska.TimeInvariance.LAYERS;
import static engram.paper.ska.TimeInvariance.OTHER;
import static engram.paper.ska.TimeInvariance.RATIO;
import static engram.paper.ska.TimeInvariance.arm;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.ArrayList;
import java.util.List;

/// The claim of [TimeInvariance].
final class TimeClaims {
  private TimeClaims() {}

  static Claim invariance() {
    List<PassLine> same = new ArrayList<>();
    List<PassLine> otherDraw = new ArrayList<>();
    List<PassLine> euler = new ArrayList<>();
    for (int l = 1; l <= LAYERS; l++) {
      same.add(PassLine.atMost(DEVIATION.in(arm(20, l)), 0.05));
      otherDraw.add(PassLine.gain(DEVIATION.in(OTHER + l), DEVIATION.in(arm(20, l)), 0));
    }
    for (int l = 1; l <= 3; l++) {
      euler.add(PassLine.near(RATIO.in("layer " + l), 2.25, 0.35));
    }
    return Claim.named("digits-time-invariance")
        .says("Entropy trajectories coincide for equal eta K, from step .02 to step .001.")
        .published("identical", "2504.03214 figs. 1 and 2, no number", Known.READ)
        .expected(
            "fails: .26/.40/.50/.19 of the peak on MNIST at .02 (spec); they converge like the"
                + " first-order method that they are, 2.25 from .01 to .005")
        .passes(PassLine.all(same), Origin.OURS)
        .control(Control.rival("another draw of the first weights", PassLine.all(otherDraw)))
        .control(Control.rival("a step error of first order", PassLine.all(euler)))
        .build();
  }
}
