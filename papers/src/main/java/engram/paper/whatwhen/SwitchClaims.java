// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import static engram.paper.whatwhen.LatencySwitch.DELAY;
import static engram.paper.whatwhen.LatencySwitch.FORCE;
import static engram.paper.whatwhen.LatencySwitch.FORGETTING;
import static engram.paper.whatwhen.LatencySwitch.LOCAL;
import static engram.paper.whatwhen.LatencySwitch.RESET;
import static engram.paper.whatwhen.LatencySwitch.SHUT;
import static engram.paper.whatwhen.LatencySwitch.UNCENTRED;
import static engram.paper.whatwhen.Switch.PEAK;
import static engram.paper.whatwhen.Switch.RELOCK;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.List;

/// What is claimed of a latency that changes. The sentences are the abstract's; the paper's figures
/// could not be read, lines are ours.
final class SwitchClaims {
  private static final int SOON = 25;
  private static final double LOW_MS = Switch.EARLY_MS - 50;
  private static final double HIGH_MS = Switch.EARLY_MS + 50;

  private SwitchClaims() {}

  static List<Claim> all() {
    return List.of(localRuleRelocks(), leastSquaresStay(), resetFollows());
  }

  private static Claim localRuleRelocks() {
    return Claim.named("local-rule-relocks")
        .says(
            "After 60 trials at 500 ms the local rule foretells that time, and within 25 trials at"
                + " 800 ms it foretells the new one.")
        .published("rapid adaptation to changed latency", "abstract", Known.ABSTRACT)
        .expected(
            "holds: relock at trials 4 to 19 in 8 of 8, peak at 491 ms before (independent code);"
                + " what a delay line does was not known")
        .passes(
            PassLine.all(
                PassLine.between(PEAK.in(LOCAL), LOW_MS, HIGH_MS),
                PassLine.atMost(RELOCK.in(LOCAL), SOON)),
            Origin.OURS)
        .control(
            Control.rival(
                "a delay line of 60 cells in place of the network",
                PassLine.gain(RELOCK.in(DELAY), RELOCK.in(LOCAL), 1)))
        .control(
            Control.ablation(
                "traces not centred", PassLine.atLeast(RELOCK.in(UNCENTRED), SOON + 1)))
        .control(Control.nothing("gate shut", PassLine.atLeast(RELOCK.in(SHUT), SOON + 1)))
        .build();
  }

  private static Claim leastSquaresStay() {
    return Claim.named("least-squares-stay")
        .says(
            "Recursive least squares that learned 500 ms do not foretell 800 ms within 25 trials.")
        .published("FORCE does not adapt without explicit resets", "abstract", Known.ABSTRACT)
        .expected(
            "the line holds: at 493 ms for all 50 trials, in 2 of 8 the new peak leads by trial 49;"
                + " but a factor of forgetting of .999 should adapt, which would make it a statement"
                + " about remembering everything and not about FORCE")
        .passes(
            PassLine.all(
                PassLine.between(PEAK.in(FORCE), LOW_MS, HIGH_MS),
                PassLine.atLeast(RELOCK.in(FORCE), SOON)),
            Origin.OURS)
        .control(
            Control.rival(
                "the same with a factor of forgetting, .999 a row",
                PassLine.atLeast(RELOCK.in(FORGETTING), SOON)))
        .build();
  }

  private static Claim resetFollows() {
    return Claim.named("a-reset-follows")
        .says("Least squares whose gain is reset at the switch foretell 800 ms within 3 trials.")
        .published("FORCE adapts with explicit resets", "abstract", Known.ABSTRACT)
        .expected("holds: at trial 1 in 8 of 8 (independent code)")
        .passes(PassLine.atMost(RELOCK.in(RESET), 3), Origin.OURS)
        .control(Control.ablation("no reset", PassLine.atLeast(RELOCK.in(FORCE), SOON)))
        .build();
  }
}
