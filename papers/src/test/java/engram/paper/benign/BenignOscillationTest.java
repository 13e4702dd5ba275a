// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Experiment;
import engram.lab.claim.Claim;
import engram.lab.claim.Outcome;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.judge.Judge;
import engram.lab.measure.Results;
import engram.lab.run.InMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter, not a
/// test's.
final class BenignOscillationTest {
  private static final int USUAL = Claim.USUAL_REPLICATES;

  private static <P extends Record> Results smoke(Experiment<P> experiment) {
    return run(experiment, experiment.at(Scale.SMOKE).orElseThrow(), 1);
  }

  private static <P extends Record> Results run(Experiment<P> experiment, P p, int replicates) {
    return InMemory.run(BenignOscillation.SLUG, experiment, p, replicates, 42);
  }

  @Test
  void everyClaimFindsWhatItIsJudgedBy() {
    List<Experiment<?>> experiments = new BenignOscillation().experiments();
    int claims = 0;
    for (Experiment<?> experiment : experiments) {
      Results results = smoke(experiment);
      for (Claim claim : experiment.claims()) {
        claims++;
        Judge.judgeAtAnyScale(claim, results)
            .findings()
            .forEach(
                finding -> assertEquals(1, finding.replicates() + finding.diverged(), claim.id()));
        Judge.judgeAtAnyScale(claim, results).controls().stream()
            .flatMap(control -> control.findings().stream())
            .forEach(
                finding -> assertEquals(1, finding.replicates() + finding.diverged(), claim.id()));
      }
      List<Figure> figures = experiment.figures(results);
      assertEquals(1, figures.size());
    }
    assertEquals(7, experiments.size());
    assertEquals(8, claims);
  }

  @Test
  void oneSeedGivesOneDigest() {
    NoiseThreshold page = new NoiseThreshold();
    assertEquals(
        smoke(page).replicates().getFirst().digest(), smoke(page).replicates().getFirst().digest());
  }

  @Test
  void aDescentThatDivergesHasNoAccuracyAndIsCounted() {
    WeakFeature page = new WeakFeature();
    WeakFeature.Setting wild = new WeakFeature.Setting(10, 0.2, 10, 0.5, 400, 20, 100);
    Results results = run(page, wild, 1);
    assertEquals(1, results.value(0, Reading.DIVERGED.in("large step")).orElseThrow());
    assertTrue(results.value(0, Reading.ACCURACY.in("large step")).isEmpty());
    assertFalse(results.divergence(0, Reading.ACCURACY.in("large step")).isEmpty());
    assertEquals(0, results.value(0, Reading.DIVERGED.in("small step")).orElseThrow());
  }

  @Test
  void withStepsHeldBelowTheThresholdNothingPlainlyHolds() {
    for (Experiment<Training> page :
        List.of(new NoiseThreshold(), new NoisePatch(), new LabelNoise())) {
      Training small = page.at(Scale.SMALL).orElseThrow();
      Results broken = run(page, page.sabotaged(small), USUAL);
      for (Claim claim : page.claims()) {
        assertFalse(Judge.judgeAtAnyScale(claim, broken).plainlyHolds(), claim.id());
      }
    }
  }

  @Test
  void theSabotageIsWhatBreaksTheNoiseThreshold() {
    NoiseThreshold page = new NoiseThreshold();
    Results whole = run(page, page.at(Scale.SMALL).orElseThrow(), USUAL);
    assertEquals(Outcome.HOLDS, Judge.judgeAtAnyScale(page.claims().getFirst(), whole).outcome());
  }
}
