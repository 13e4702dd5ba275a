// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.lab.measure.Results;
import engram.paper.Pages;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

final class HebbianRulesTest {
  private static final Pages PAGES = new Pages(new HebbianRules());

  @Test
  void everyClaimFindsWhatItIsJudgedByAndEveryPageIsDrawn() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(22, PAGES.claims());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void withNothingLearnedNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(3);
  }

  @Test
  void theOnePassGoesOnAfterTheStagesThatItHadFinished() {
    assumeTrue(Pages.hasData(OnePass.wide()));
    PAGES.cutMeasuresTheSame(OnePass.wide(), 3);
  }

  @Test
  void linesAreThereWithProbabilityOneEighth() {
    Lines lines = new Lines(Seeds.of(3).stream("lines"));
    double dark = 0;
    for (int t = 0; t < 20_000; t++) {
      dark += 1 - lines.next()[19];
    }
    assertEquals(7.0 / 8 * 7 / 8, dark / 20_000, 0.01);
  }

  @Test
  void aLineIsLearnedByAUnitThatKnowsNoOther() {
    float[] weights = new float[2 * Lines.PIXELS];
    for (int k = 0; k < Lines.SIDE; k++) {
      weights[3 * Lines.SIDE + k] = 1;
      weights[Lines.PIXELS + k] = 1;
      weights[Lines.PIXELS + 8 + k] = 1;
    }
    assertEquals(1.0 / 16, Lines.learned(weights));
  }

  @Test
  void codesAreCounted() {
    Codes codes = new Codes(2);
    codes.add(new int[] {1, 1});
    codes.add(new int[] {0, 0});
    assertEquals(0.5, codes.activity());
    assertEquals(0.25, codes.dependence());
  }

  @Test
  void unconnectedUnitsDepend() {
    FoldiakLines page = new FoldiakLines();
    Results results = PAGES.run(page, new FoldiakLines.Setting(3000, 500, 0.1), 1);
    double with = results.value(0, FoldiakLines.DEPENDENCE.in("Foldiak's network")).orElseThrow();
    double without = results.value(0, FoldiakLines.DEPENDENCE.in("units alone")).orElseThrow();
    assertTrue(with < without, with + " and " + without);
  }
}
