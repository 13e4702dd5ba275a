// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import static engram.paper.curl.Landings.END;
import static engram.paper.curl.Landings.LOSS;
import static engram.paper.curl.Landings.RISE;
import static engram.paper.curl.Landings.START;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.List;
import java.util.stream.Stream;

/// The claims of [Landings] and its figure.
final class LandingClaims {
  private static final double ZERO = 1e-10;
  private static final double PLATEAU = 0.005;
  private static final String WIDE = Cell.flipsInputs(50, 169, 50).arm();
  private static final String GENTLE = Cell.flipsHidden(6, 213, 0).arm();
  private static final String STRONG = Cell.flipsHidden(6, 213, 127).arm();
  private static final String NARROW = Cell.flipsHidden(136, 83, 41).arm();

  private LandingClaims() {}

  static List<Claim> all() {
    return List.of(expansive(), threshold(), recover());
  }

  private static PassLine lands(Cell cell) {
    return PassLine.atMost(LOSS.in(cell.arm()), ZERO);
  }

  private static PassLine stays(String arm) {
    return PassLine.atLeast(LOSS.in(arm), PLATEAU);
  }

  private static Claim expansive() {
    return Claim.named("expansive-net-bears-every-input")
        .says(
            "A linear net of ten hidden units an input learns to zero error with half and with all"
                + " of its inputs flipped.")
        .published("weak curl keeps the solutions stable", "abstract", Known.ABSTRACT)
        .expected(
            "final loss below 1e-25 with 0, 10 and 20 of 20 flipped (independent code, 4 seeds);"
                + " the edge is 3.7 |W2|^2 with all flipped")
        .passes(
            PassLine.all(
                Stream.concat(
                        Landings.EXPANSIVE.stream().map(LandingClaims::lands),
                        Landings.EXPANSIVE.stream().map(c -> PassLine.atLeast(END.in(c.arm()), 0)))
                    .toList()),
            Origin.OURS)
        .control(Control.rival("any net with more hidden units than inputs bears it", stays(WIDE)))
        .control(Control.nothing("every sign flipped, ascent", stays(Landings.ASCENT.arm())))
        .build();
  }

  private static Claim threshold() {
    return Claim.named("inputs-beyond-threshold-fail")
        .says(
            "A net of 50-169 bears 12 flipped inputs and not 25, a net of 83-136 not 8: the loss then"
                + " stays on a plateau for good.")
        .published(
            "beyond a critical value the solutions lose stability; this can destroy performance",
            "abstract",
            Known.ABSTRACT)
        .expected(
            "0 and 12 of 50 below 1e-20; 25, 40, 50 of 50 and 8, 20, 83 of 83 stay at .013 to .036"
                + " (independent code, 4 seeds); 25 of 50 is below the edge of random weights, .56:"
                + " learning moves the weights")
        .passes(
            PassLine.all(
                Stream.concat(
                        Landings.BEARABLE.stream().map(LandingClaims::lands),
                        Landings.BEYOND.stream().map(c -> stays(c.arm())))
                    .toList()),
            Origin.OURS)
        .control(Control.rival("a step too large: a tenth of it, as long", stays(Landings.TENTH)))
        .control(
            Control.rival(
                "the number of flips: an expansive net with as many, 20",
                lands(Cell.flipsInputs(20, 199, 20))))
        .build();
  }

  private static Claim recover() {
    return Claim.named("hidden-flips-climb-and-recover")
        .says(
            "With 60 % of the hidden units of an expansive net flipped the loss first rises, then"
                + " learning finds a stable solution.")
        .published("escape by temporarily ascending the loss", "abstract", Known.ABSTRACT)
        .expected(
            "edge -14 to -18 at the start, above 0 at the end; loss rises by 2.6 to 6.5 and ends"
                + " at 0 (independent code, 4 seeds)")
        .passes(
            PassLine.all(
                PassLine.atMost(START.in(STRONG), -2),
                PassLine.atLeast(RISE.in(STRONG), 1.5),
                PassLine.atMost(LOSS.in(STRONG), ZERO),
                PassLine.atLeast(END.in(STRONG), -0.02)),
            Origin.OURS)
        .control(Control.ablation("nothing flipped", PassLine.atMost(RISE.in(GENTLE), 1.01)))
        .control(
            Control.rival(
                "any net recovers: half of the hidden units of 136-83",
                PassLine.atLeast(LOSS.in(NARROW), 1e-6)))
        .control(
            Control.rival(
                "any flips recover: 80 % of the inputs of 50-169",
                stays(Cell.flipsInputs(50, 169, 40).arm())))
        .build();
  }

  static Figure figure(Results all) {
    List<String> arms =
        Stream.of(Landings.EXPANSIVE, Landings.BEARABLE, Landings.BEYOND, Landings.HIDDEN)
            .flatMap(List::stream)
            .map(Cell::arm)
            .toList();
    List<String> beyond = Landings.BEYOND.stream().map(Cell::arm).toList();
    List<String> others = arms.stream().filter(a -> !beyond.contains(a)).toList();
    Summary summary = Summary.ranges(all);
    return new Figure(
        "final-loss",
        "Loss after 8000 steps",
        "Nets land at rounding error or stay on a plateau near 0.01; flipped hidden units lie between.",
        Axis.category("inputs-hidden units, flips"),
        Axis.log("loss", "1"),
        List.of(
            summary.bars("flips that are borne, and hidden ones", others, LOSS::in).among(arms),
            summary.bars("inputs beyond the threshold", beyond, LOSS::in)));
  }
}
