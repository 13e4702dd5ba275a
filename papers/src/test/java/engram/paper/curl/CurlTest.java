// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.credit.curl.CurlDescent;
import engram.credit.curl.Nonlinearity;
import engram.lab.claim.Claim;
import engram.lab.measure.Results;
import engram.paper.Pages;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class CurlTest {
  private static final Pages PAGES = new Pages(new Curl());

  @Test
  void everyClaimFindsWhatItIsJudgedBy() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(12, PAGES.claims());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void aReplicateThatGoesOnMeasuresTheSame() {
    PAGES.cutMeasuresTheSame(new SpeedUp(), 26);
    PAGES.cutMeasuresTheSame(new FreeNorms(), 18);
  }

  @Test
  void withoutFlipsNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(Claim.USUAL_REPLICATES);
  }

  /// At a size that is not the run's: flipped, expansive nets stay stable and others do not;
  /// unflipped, all do.
  @Test
  void theSabotageIsWhatBreaksTheEdge() {
    StabilityEdge page = new StabilityEdge();
    StabilityEdge.Setting p = new StabilityEdge.Setting(64, 24, true);
    Results whole = PAGES.run(page, p, 1);
    Results broken = PAGES.run(page, page.sabotaged(p), 1);
    for (double ratio : StabilityEdge.EDGES) {
      double edge = whole.value(0, StabilityEdge.EDGE.in(StabilityEdge.at(ratio))).orElseThrow();
      if (ratio != 0.25) {
        assertEquals(ratio < 0.25, edge > 0, "c " + ratio + ", edge " + edge);
      }
      assertEquals(
          broken.value(0, StabilityEdge.UNFLIPPED.in(StabilityEdge.at(ratio))),
          broken.value(0, StabilityEdge.EDGE.in(StabilityEdge.at(ratio))));
    }
  }

  @Test
  void arrivalsAreCountedAndCappedWithinTheirTime() {
    SpeedUp.Setting p = new SpeedUp.Setting(200, 400, 1);
    Race race = new Race(Nonlinearity.IDENTITY, 2, p, Seeds.of(1));
    double arrives = race.log2Steps(CurlDescent.of(0.2), 0);
    assertTrue(arrives > 3 && arrives < 8, "log2 of the steps " + arrives);
    double wanders = race.log2Steps(CurlDescent.of(1e-9), 0);
    assertEquals(8.6439, wanders, 1e-4); // log2 of 400
    assertEquals(6.6439, race.log2Steps(CurlDescent.of(60), 0), 1e-4); // of a quarter
  }

  @Test
  void cellsOfOneSizeShareTheirStart() {
    Seeds seeds = Seeds.of(5);
    double none = Cell.flipsInputs(20, 199, 0).learner(0.1, true, seeds).loss();
    double all = Cell.flipsInputs(20, 199, 20).learner(0.1, true, seeds).loss();
    assertEquals(none, all);
    assertFalse(none == Cell.flipsInputs(50, 169, 0).learner(0.1, true, seeds).loss());
    assertEquals("20-199 in10", Cell.flipsInputs(20, 199, 10).arm());
    assertEquals("6-213 none", Cell.flipsHidden(6, 213, 0).arm());
  }
}
