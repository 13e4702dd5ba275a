// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.nab;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.List;

/// What the benchmark's page decides. Five points of the score count as a difference: three
/// programs of this detector by others score 64.6, 65.3 and 65.5.
final class NabClaims {
  private static final double POINTS = 5;
  private static final String BOARD = "NAB scoreboard";

  private NabClaims() {}

  static List<Claim> all() {
    return List.of(asPublished(), aboveGaussian(), likelihood(), noLookAhead());
  }

  private static Claim asPublished() {
    return claim("anomalies-scored-as-published")
        .says("The memory with its likelihood scores in all three profiles as its authors report.")
        .published("64.6, 56.7 and 69.2 (standard, low FP, low FN)", BOARD, Known.CODE)
        .expected(
            "64.6, 56.7 and 69.2, their run; one pass of ours had given 66.9 on the first before."
                + " One cell a column may do as well: it did in another program (Andrews 2016)")
        .passes(
            PassLine.all(
                near(Profile.STANDARD, 64.6),
                near(Profile.LOW_FP, 56.7),
                near(Profile.LOW_FN, 69.2)),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(Control.rival(Watched.RANGE, over(Watched.MEMORY, Watched.RANGE)))
        .control(
            Control.ablation(
                "one cell a column: first order", over(Watched.MEMORY, Watched.ONE_CELL)))
        .control(
            Control.nothing(
                Watched.MOVED,
                PassLine.atMost(AnomalyBenchmark.score(Watched.MOVED, Profile.STANDARD), 30)))
        .build();
  }

  private static Claim aboveGaussian() {
    return claim("anomalies-found-beyond-gaussian")
        .says("In each profile the memory scores ten points more than a Gaussian over a window.")
        .published("39.6, 20.9 and 47.4 for the Gaussian: 25, 36 and 22 less", BOARD, Known.CODE)
        .expected("24, 33 and 21 more: their memory over our Gaussian's known 40.1, 23.9 and 47.7")
        .passes(
            PassLine.all(
                Profile.ALL.stream()
                    .map(profile ->
                        PassLine.gain(
                            AnomalyBenchmark.score(Watched.MEMORY, profile),
                            AnomalyBenchmark.score(Watched.GAUSSIAN, profile),
                            2 * POINTS))
                    .toList()),
            Origin.OURS)
        .evidence(Evidence.PUBLISHED_NUMBER)
        .control(Control.rival(Watched.RANGE, over(Watched.MEMORY, Watched.RANGE)))
        .control(
            Control.rival(
                "the threshold chosen on the labels: on the other half they differ too",
                PassLine.gain(
                    AnomalyBenchmark.heldOut(Watched.MEMORY),
                    AnomalyBenchmark.heldOut(Watched.GAUSSIAN),
                    2 * POINTS)))
        .build();
  }

  private static Claim likelihood() {
    return claim("likelihood-adds-to-surprise")
        .says("The likelihood of surprise scores five points more than surprise itself.")
        .published("53.6 without it, 70.1 with it, of an older memory", BOARD, Known.CODE)
        .expected("11 to 16 more: the published gap, and 65.3 against 52.5 (Andrews 2016)")
        .passes(over(Watched.MEMORY, Watched.SURPRISE), Origin.OURS)
        .evidence(Evidence.DIRECTION)
        .control(Control.rival(Watched.MEAN, over(Watched.MEMORY, Watched.MEAN)))
        .control(Control.rival(Watched.RANGE, over(Watched.MEMORY, Watched.RANGE)))
        .build();
  }

  private static Claim noLookAhead() {
    return claim("no-look-ahead-needed")
        .says("Without each file's range known before, at most five points are lost.")
        .expected("0 to 5 less: not known; the rows of the probation set the resolution instead")
        .passes(
            PassLine.gain(
                AnomalyBenchmark.score(Watched.CAUSAL, Profile.STANDARD),
                AnomalyBenchmark.score(Watched.MEMORY, Profile.STANDARD),
                -POINTS),
            Origin.OURS)
        .evidence(Evidence.DIRECTION)
        .control(
            Control.ablation(
                "values ten times as coarse: the range must matter",
                over(Watched.MEMORY, Watched.COARSE)))
        .control(Control.rival(Watched.RANGE, over(Watched.CAUSAL, Watched.RANGE)))
        .build();
  }

  private static Claim.Builder claim(String id) {
    return Claim.named(id).replicates(5);
  }

  private static PassLine near(Profile profile, double published) {
    return PassLine.near(AnomalyBenchmark.score(Watched.MEMORY, profile), published, POINTS);
  }

  private static PassLine over(String arm, String rival) {
    return PassLine.gain(
        AnomalyBenchmark.score(arm, Profile.STANDARD),
        AnomalyBenchmark.score(rival, Profile.STANDARD),
        POINTS);
  }
}
