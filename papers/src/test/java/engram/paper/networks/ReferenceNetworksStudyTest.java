// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.paper.Pages;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class ReferenceNetworksStudyTest {
  private static final Pages PAGES = new Pages(new ReferenceNetworks());

  @Test
  void everyClaimFindsWhatItIsJudgedBy() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(8, PAGES.claims());
    assertEquals(5, PAGES.study().experiments().size());
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
