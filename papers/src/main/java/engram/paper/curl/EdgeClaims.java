// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import static engram.paper.curl.StabilityEdge.EDGE;
import static engram.paper.curl.StabilityEdge.EDGES;
import static engram.paper.curl.StabilityEdge.HIDDEN;
import static engram.paper.curl.StabilityEdge.HIDDEN_RATIOS;
import static engram.paper.curl.StabilityEdge.INPUTS;
import static engram.paper.curl.StabilityEdge.UNFLIPPED;
import static engram.paper.curl.StabilityEdge.at;

import engram.credit.curl.SpectralEdge;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.List;

/// The claims of [StabilityEdge].
final class EdgeClaims {
  /// Where the edge crosses 0 steeply enough for a net of 400 inputs to place the crossing.
  private static final List<Double> STEEP = List.of(0.35, 0.4, 0.5, 0.7);

  private EdgeClaims() {}

  static List<Claim> all() {
    return List.of(edge(), inputs(), hidden());
  }

  private static Claim edge() {
    List<PassLine> near =
        EDGES.stream()
            .map(c -> {
              double theory = SpectralEdge.ofInputs(c, 1).least();
              return PassLine.near(EDGE.in(at(c)), theory, 0.08 * (1 + Math.abs(theory)));
            })
            .toList();
    return Claim.named("all-inputs-flipped-edge")
        .says(
            "With every input flipped the least eigenvalue over |W2|^2 is (1 - sqrt c)^2 / c - 1:"
                + " above 0 for c below 1/4, below 0 beyond.")
        .published("stability depends on inputs over hidden units", "abstract, scripts", Known.CODE)
        .expected(
            "11.0, 3.5, .46, -.01, -.30, -.85, -.96 at c = .05 to .7 (independent code, 3 seeds);"
                + " line: 8 % of 1 + |value|")
        .passes(PassLine.all(near), Origin.DERIVED)
        .evidence(Evidence.THEORY)
        .control(
            Control.rival(
                "the mean without fluctuations, 1/c - 1",
                PassLine.all(
                    PassLine.atMost(EDGE.in(at(0.1)), 9 - 0.08 * 10),
                    PassLine.atMost(EDGE.in(at(0.2)), 4 - 0.08 * 5),
                    PassLine.atMost(EDGE.in(at(0.5)), 1 - 0.08 * 2))))
        .control(
            Control.ablation(
                "no input flipped: stable at every ratio",
                PassLine.all(
                    EDGES.stream().map(c -> PassLine.atLeast(UNFLIPPED.in(at(c)), 1)).toList())))
        .build();
  }

  private static Claim inputs() {
    return Claim.named("critical-share-of-inputs")
        .says(
            "The share of flipped inputs that a net bears falls with c as the theory of free"
                + " matrices says.")
        .published(
            "a critical share, depending on c; no figure read", "fig. 2, scripts", Known.CODE)
        .expected(
            "theory .317, .177, .047, 0 at c = .35 to .7; finite nets of 200 inputs bear .03 more"
                + " (independent code: .21, .08, .01), of 400 about .02 more; c = .3 is drawn and"
                + " not judged, there a net of 200 bears .08 more")
        .passes(
            PassLine.all(
                STEEP.stream()
                    .map(c ->
                        PassLine.near(
                            INPUTS.in(at(c)), SpectralEdge.criticalInputs(c).orElseThrow(), 0.05))
                    .toList()),
            Origin.DERIVED)
        .evidence(Evidence.THEORY)
        .control(
            Control.rival(
                "the mean without fluctuations: all may be flipped for c < 1",
                PassLine.all(
                    STEEP.stream().map(c -> PassLine.atMost(INPUTS.in(at(c)), 0.9)).toList())))
        .control(
            Control.rival(
                "one share for every ratio",
                PassLine.gain(INPUTS.in(at(0.35)), INPUTS.in(at(0.5)), 0.1)))
        .build();
  }

  private static Claim hidden() {
    return Claim.named("critical-share-of-hidden")
        .says(
            "The share of flipped hidden units that a net bears follows the edge of a difference of"
                + " two Wishart matrices.")
        .published("edges from the discriminant of a cubic", "scripts, fig. 2", Known.CODE)
        .expected(
            "theory .245, .178, .097, .055, .029 at c = .1 to 2; nets of 200 inputs .26, .20, .14,"
                + " .08, .06 (independent code), of 400 nearer")
        .passes(
            PassLine.all(
                HIDDEN_RATIOS.stream()
                    .map(c -> PassLine.near(HIDDEN.in(at(c)), SpectralEdge.criticalHidden(c), 0.05))
                    .toList()),
            Origin.DERIVED)
        .evidence(Evidence.THEORY)
        .control(
            Control.rival(
                "the mean without fluctuations, (1 + c) / 2",
                PassLine.all(
                    HIDDEN_RATIOS.stream()
                        .map(c -> PassLine.atMost(HIDDEN.in(at(c)), (1 + c) / 2 - 0.05))
                        .toList())))
        .control(
            Control.rival(
                "one share for every ratio",
                PassLine.gain(HIDDEN.in(at(0.1)), HIDDEN.in(at(1)), 0.1)))
        .build();
  }
}
