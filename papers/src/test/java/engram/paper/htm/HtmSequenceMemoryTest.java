// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.paper.Pages;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class HtmSequenceMemoryTest {
  private static final int FEW = 5;
  private static final Pages PAGES = new Pages(new HtmSequenceMemory());

  @Test
  void everyClaimFindsWhatItIsJudgedByAndEveryPageIsDrawn() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(26, PAGES.claims());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void withTheMechanismOutNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(FEW);
  }
}
