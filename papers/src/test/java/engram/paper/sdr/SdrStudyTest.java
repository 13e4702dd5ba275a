// SPDX-License-Identifier: Apache-2.0
package engram.paper.sdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Experiment;
import engram.lab.claim.Claim;
import engram.lab.claim.Outcome;
import engram.lab.claim.Scale;
import engram.lab.judge.Judge;
import engram.lab.judge.Verdict;
import engram.lab.measure.Results;
import engram.lab.run.InMemory;
import engram.sequence.sdr.SdrMath;
import engram.sequence.sdr.UnionSize;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The experiments at smoke, against closed forms; and with their mechanisms taken out.
final class SdrStudyTest {
  private static final long SEED = 5;

  private static <P extends Record> Results smoke(Experiment<P> experiment, int replicates) {
    return InMemory.run(
        "sdr", experiment, experiment.at(Scale.SMOKE).orElseThrow(), replicates, SEED);
  }

  private static <P extends Record> Results sabotaged(Experiment<P> experiment, int replicates) {
    P taken = experiment.sabotaged(experiment.at(Scale.SMOKE).orElseThrow());
    return InMemory.run("sdr", experiment, taken, replicates, SEED);
  }

  @Test
  void noClaimPlainlyHoldsWithoutItsMechanism() {
    int claims = 0;
    for (Experiment<?> experiment : new SdrStudy().experiments()) {
      Results results = sabotaged(experiment, experiment.id().equals("thresholds") ? 1 : 5);
      for (Claim claim : experiment.claims()) {
        Verdict verdict = Judge.judgeAtAnyScale(claim, results);
        assertFalse(verdict.plainlyHolds(), claim.id() + " holds without its mechanism");
        claims++;
      }
    }
    assertEquals(8, claims);
  }

  @Test
  void everyClaimIsJudgedAndEveryFigureIsThere() {
    for (Experiment<?> experiment : new SdrStudy().experiments()) {
      Results results = smoke(experiment, experiment.id().equals("thresholds") ? 1 : 5);
      for (Claim claim : experiment.claims()) {
        Verdict verdict = Judge.judgeAtAnyScale(claim, results);
        assertFalse(verdict.outcome() == Outcome.NOT_TESTED, claim.id());
      }
      assertEquals(
          List.of(experiment.id()), experiment.figures(results).stream().map(f -> f.id()).toList());
    }
  }

  @Test
  void thresholdsAreThoseOfTheClosedForm() {
    Results results = smoke(new Thresholds(), 1);
    assertEquals(List.of(8.0), results.values(Thresholds.PUBLISHED));
    assertEquals(List.of(7.0), results.values(Thresholds.HALF));
    assertEquals(List.of(10.0), results.values(Thresholds.DOUBLE));
    assertEquals(22, results.series(0, Thresholds.MEDIAN.plain()).size());
  }

  @Test
  void randomInputsFireAtTheClosedForm() {
    Results results = smoke(new RandomInputs(), 20);
    var setting = new Setting(128, 300);
    double law = SdrMath.falsePositive(300, 128, 24, 12);
    double inputs = 20 * Math.ceil(20 / law);
    assertWithin(law, mean(results.values(RandomInputs.RATE.in(setting.arm()))), inputs);
  }

  @Test
  void movedCellsAreMissedAtTheClosedForm() {
    Results results = smoke(new MovedCells(), 4);
    double law = SdrMath.falseNegative(128, 30, 16, 64);
    assertWithin(law, mean(results.values(MovedCells.SIXTEEN)), 4 * 500);
  }

  @Test
  void sharedSegmentsFireAtTheClosedForm() {
    Results results = smoke(new SharedSegments(), 4);
    double law = SdrMath.unionFalsePositive(2000, 40, 20, 10, 40, UnionSize.EXACT);
    String arm = SharedSegments.SETTINGS.getFirst().arm(40);
    assertWithin(law, mean(results.values(SharedSegments.RATE.in(arm))), 4 * 4 * 500);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /// Within five standard deviations of a share of `trials`.
  private static void assertWithin(double law, double measured, double trials) {
    double deviation = Math.sqrt(law * (1 - law) / trials);
    assertTrue(
        Math.abs(measured - law) < 5 * deviation,
        "seed " + SEED + ": measured " + measured + ", law " + law + ", deviation " + deviation);
  }
}
