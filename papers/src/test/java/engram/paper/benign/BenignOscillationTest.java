// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Experiment;
import engram.lab.claim.Claim;
import engram.lab.claim.Outcome;
import engram.lab.claim.Scale;
import engram.lab.judge.Judge;
import engram.lab.measure.Results;
import engram.paper.Pages;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter, not a
/// test's.
final class BenignOscillationTest {
  private static final int USUAL = Claim.USUAL_REPLICATES;

  private static final Pages PAGES = new Pages(new BenignOscillation());

  @Test
  void everyClaimFindsWhatItIsJudgedByAndEveryPageIsDrawn() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(8, PAGES.claims());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void aDescentThatDivergesHasNoAccuracyAndIsCounted() {
    WeakFeature page = new WeakFeature();
    WeakFeature.Setting wild = new WeakFeature.Setting(10, 0.2, 10, 0.5, 400, 20, 100);
    Results results = PAGES.run(page, wild, 1);
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
      Results broken = PAGES.run(page, page.sabotaged(small), USUAL);
      for (Claim claim : page.claims()) {
        assertFalse(Judge.judgeAtAnyScale(claim, broken).plainlyHolds(), claim.id());
      }
    }
  }

  @Test
  void theSabotageIsWhatBreaksTheNoiseThreshold() {
    NoiseThreshold page = new NoiseThreshold();
    Results whole = PAGES.run(page, page.at(Scale.SMALL).orElseThrow(), USUAL);
    assertEquals(Outcome.HOLDS, Judge.judgeAtAnyScale(page.claims().getFirst(), whole).outcome());
  }
}
