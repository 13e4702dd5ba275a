// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import static engram.paper.rules.FoldiakLines.ACTIVITY;
import static engram.paper.rules.FoldiakLines.ALONE;
import static engram.paper.rules.FoldiakLines.DEPENDENCE;
import static engram.paper.rules.FoldiakLines.LEARNED;
import static engram.paper.rules.FoldiakLines.NETWORK;
import static engram.paper.rules.FoldiakLines.WINNER;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.List;

/// The claims of [FoldiakLines].
final class LinesClaims {
  private LinesClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.named("each-unit-a-line")
            .says("Sixteen units with anti-Hebbian connections learn the sixteen lines, one each.")
            .published("16 units each learn one line", "figure and text", Known.RECALLED)
            .expected("all 16: a test of the library with one seed, 6,000 images")
            .passes(PassLine.atLeast(LEARNED.in(NETWORK), 0.95), Origin.OURS)
            .control(
                Control.ablation(
                    "units alone, no connections",
                    PassLine.gain(LEARNED.in(NETWORK), LEARNED.in(ALONE), 0.2)))
            .control(
                Control.rival(
                    "winner takes all",
                    PassLine.gain(LEARNED.in(NETWORK), LEARNED.in(WINNER), 0.05)))
            .build(),
        Claim.named("codes-independent-in-pairs")
            .says("Units are active with probability p and, in pairs, nearly independently.")
            .published("P(y_i) = p, P(y_i, y_j) = p² at rest", "equations", Known.RECALLED)
            .expected("activity .125 within .01; dependence below half of p²")
            .passes(
                PassLine.all(
                    PassLine.near(ACTIVITY.in(NETWORK), 0.125, 0.01),
                    PassLine.atMost(DEPENDENCE.in(NETWORK), 0.5)),
                Origin.OURS)
            .control(
                Control.ablation(
                    "units alone, no connections", PassLine.atLeast(DEPENDENCE.in(ALONE), 1)))
            .build());
  }
}
