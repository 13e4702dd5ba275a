// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.lab.claim.Claim;
import engram.paper.Pages;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class WhatWhenTest {
  private static final Pages PAGES = new Pages(new WhatWhen());

  @Test
  void everyClaimFindsWhatItIsJudgedBy() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(8, PAGES.claims());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void aReplicateThatGoesOnMeasuresTheSame() {
    PAGES.cutMeasuresTheSame(new LatencySwitch(), 8);
    PAGES.cutMeasuresTheSame(new ChanceOutcomes(), 5);
    PAGES.cutMeasuresTheSame(new SwappedOutcomes(), 4);
    PAGES.cutMeasuresTheSame(new NoiseSweep(), 11);
  }

  @Test
  void withTheGateShutNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(Claim.USUAL_REPLICATES);
  }
}
