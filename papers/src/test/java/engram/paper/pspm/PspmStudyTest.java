// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.claim.Scale;
import engram.lab.measure.Results;
import engram.paper.Pages;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class PspmStudyTest {
  private static final Pages PAGES = new Pages(new PspmStudy());

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

  /// Taken out, homeostasis leaves the weights as they were, to the bit.
  @Test
  void sabotagedHomeostasisIsTheUntrainedNet() {
    SpikeTrains page = new SpikeTrains();
    Setting smoke = page.at(Scale.SMOKE).orElseThrow();
    Results idle = PAGES.run(page, page.sabotaged(smoke), 1);
    assertEquals(
        idle.value(0, Reading.F1.in(SpikeTrains.RANDOM)),
        idle.value(0, Reading.F1.in(SpikeTrains.HOMEOSTASIS)));
    assertEquals(
        idle.value(0, Reading.EXCITATORY.in(SpikeTrains.RANDOM)),
        idle.value(0, Reading.EXCITATORY.in(SpikeTrains.HOMEOSTASIS)));
  }

  /// Where nothing feeds back, a net without recurrence is the reference.
  @Test
  void withoutRecurrenceEveryNetIsTheReference() {
    SpikeTrains page = new SpikeTrains();
    Results weak = PAGES.run(page, Setting.smoke(1e-4), 1);
    assertTrue(weak.value(0, Reading.F1.in(SpikeTrains.NONE)).orElseThrow() > 0.99);
    assertTrue(weak.value(0, Reading.F1.in(SpikeTrains.RANDOM)).orElseThrow() > 0.99);
  }
}
