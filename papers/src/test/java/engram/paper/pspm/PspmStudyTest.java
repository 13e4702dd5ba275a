// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.paper.Pages;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class PspmStudyTest {
  private static final Pages PAGES = new Pages(new PspmStudy());

  @Test
  void everyClaimFindsWhatItIsJudgedBy() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(12, PAGES.claims());
    assertEquals(7, PAGES.study().experiments().size());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void sabotagedNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(5);
  }
}
