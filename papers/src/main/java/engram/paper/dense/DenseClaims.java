// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import static engram.paper.dense.ImageClasses.DENSE;
import static engram.paper.dense.ImageClasses.NEAREST;
import static engram.paper.dense.ImageClasses.SHUFFLED;
import static engram.paper.dense.ImageClasses.TWO;
import static engram.paper.dense.ImageClasses.accuracy;
import static engram.paper.dense.Reading.EXAMPLE_OVERLAP;
import static engram.paper.dense.Reading.OVERLAP;
import static engram.paper.dense.Reading.RECOVERED;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;

/// The claims of pages that are full: [SolvedTheory], [RetrievalBorder] and [ImageClasses].
final class DenseClaims {
  private DenseClaims() {}

  static Claim rsMatchesMonteCarlo() {
    return Claim.named("rs-matches-monte-carlo")
        .replicates(Reading.REPLICATES)
        .says(
            "The replica-symmetric equations give m and n of a three-body network within 0.03,"
                + " with 30 and with 10 examples a class.")
        .published("theory matched by Monte Carlo", "abstract", Known.ABSTRACT)
        .expected("m = .937 and .797 (spec, 4 seeds), 1/M and 1/N effects of about .01")
        .passes(
            PassLine.all(
                PassLine.near(OVERLAP.in(SolvedTheory.arm(30)), 0.9430, 0.03),
                PassLine.near(EXAMPLE_OVERLAP.in(SolvedTheory.arm(30)), 0.9220, 0.03),
                PassLine.near(OVERLAP.in(SolvedTheory.arm(10)), 0.8118, 0.03),
                PassLine.near(EXAMPLE_OVERLAP.in(SolvedTheory.arm(10)), 0.8270, 0.03)),
            Origin.OURS)
        .evidence(Evidence.THEORY)
        .control(
            Control.rival(
                "the equations without load (m = .979, .871)",
                PassLine.all(
                    PassLine.atMost(OVERLAP.in(SolvedTheory.arm(30)), 0.949),
                    PassLine.atMost(OVERLAP.in(SolvedTheory.arm(10)), 0.841))))
        .control(
            Control.rival(
                "the equations for perfect examples, rho = 0 (m = .993)",
                PassLine.atMost(OVERLAP.in(SolvedTheory.arm(30)), 0.963)))
        .control(
            Control.rival(
                "the mean of the examples alone, erf(1/sqrt(2 rho)) = .998, .932",
                PassLine.all(
                    PassLine.atMost(OVERLAP.in(SolvedTheory.arm(30)), 0.968),
                    PassLine.atMost(OVERLAP.in(SolvedTheory.arm(10)), 0.902))))
        .control(
            Control.ablation(
                "the pairwise network at equal load",
                PassLine.atMost(SolvedTheory.EQUAL_LOAD, 0.7)))
        .build();
  }

  static Claim rsAtFiveExamples() {
    return Claim.named("rs-at-five-examples")
        .replicates(Reading.REPLICATES)
        .says("The same equations hold within 0.03 with only five examples a class.")
        .expected(
            "fails in n: the mean of five examples is binomial, not Gaussian, and the equations"
                + " with a binomial average give m .684, n .799 (ours), with a Gaussian one"
                + " .676, .763")
        .passes(
            PassLine.all(
                PassLine.near(OVERLAP.in(SolvedTheory.arm(5)), 0.6763, 0.03),
                PassLine.near(EXAMPLE_OVERLAP.in(SolvedTheory.arm(5)), 0.7630, 0.03)),
            Origin.OURS)
        .evidence(Evidence.THEORY)
        .control(
            Control.rival(
                "the binomial average: must be farther off",
                PassLine.atMost(EXAMPLE_OVERLAP.in(SolvedTheory.arm(5)), 0.781)))
        .build();
  }

  static Claim borderOfRetrieval() {
    return Claim.named("border-of-retrieval")
        .replicates(Reading.REPLICATES)
        .says(
            "Simulated three-body networks cease to retrieve within a fifth of the load where the"
                + " replica-symmetric solution ends, with perfect examples and with noisy ones.")
        .published("phase diagram matched by Monte Carlo", "abstract", Known.ABSTRACT)
        .expected(
            "ratios of .9 to 1.1 at rho = 0, .1, .3, where the line stands at .461, .412, .374; 160"
                + " spins and broken symmetry cost some of it")
        .passes(
            PassLine.all(
                PassLine.near(RetrievalBorder.OVER_THEORY.in(RetrievalBorder.arm(0.0)), 1, 0.2),
                PassLine.near(RetrievalBorder.OVER_THEORY.in(RetrievalBorder.arm(0.1)), 1, 0.2),
                PassLine.near(RetrievalBorder.OVER_THEORY.in(RetrievalBorder.arm(0.3)), 1, 0.2)),
            Origin.OURS)
        .evidence(Evidence.THEORY)
        .control(
            Control.rival(
                "load alone: noisier examples must lower the border",
                PassLine.gain(
                    RetrievalBorder.BORDER.in(RetrievalBorder.arm(0.0)),
                    RetrievalBorder.BORDER.in(RetrievalBorder.arm(0.3)),
                    0.03)))
        .control(
            Control.ablation(
                "pairwise couplings of the same patterns",
                PassLine.atMost(RetrievalBorder.PAIRWISE, 0.5)))
        .build();
  }

  static Claim classes(Source source) {
    Claim.Builder claim =
        Claim.named(source.id() + "-classes")
            .replicates(Reading.REPLICATES)
            .says(
                words(source)
                    + ": the class retrieved from a test image is oftener right with more examples,"
                    + " and oftener with four bodies than with two.");
    if (source != Source.DIGITS) {
      claim.published(
          "learning, storing and retrieval of MNIST and Fashion-MNIST follow the random theory",
          "abstract",
          Known.ABSTRACT);
    }
    return claim
        .expected(
            expected(source)
                + "; two bodies lose classes that overlap. Explained away: relaxation picks the"
                + " class mean nearest at the start, so the nearest class mean does as well")
        .passes(
            PassLine.all(
                PassLine.gain(accuracy(DENSE, "many"), accuracy(DENSE, "few"), 0.02),
                PassLine.gain(accuracy(DENSE, "many"), accuracy(TWO, "many"), 0.02)),
            Origin.OURS)
        .control(
            Control.rival(
                "nearest class mean on the same signs: must be worse",
                PassLine.gain(accuracy(DENSE, "many"), accuracy(NEAREST, "many"), 0)))
        .control(Control.nothing("labels shuffled", PassLine.atMost(SHUFFLED, 0.25)))
        .control(
            Control.ablation(
                "single images in place of class means: four bodies must recover more of them",
                PassLine.gain(RECOVERED.in(DENSE), RECOVERED.in(TWO), 0.02)))
        .build();
  }

  static String words(Source source) {
    return switch (source) {
      case DIGITS -> "Digits of 8 x 8";
      case MNIST -> "MNIST";
      case FASHION -> "Fashion-MNIST";
    };
  }

  private static String expected(Source source) {
    return switch (source) {
      case DIGITS -> "four bodies .7 with 4 images a class and .85 with 100";
      case MNIST -> "four bodies .65 with 10 images a class and .75 with 1000";
      case FASHION -> "four bodies .55 with 10 images a class and .6 with 1000";
    };
  }
}
