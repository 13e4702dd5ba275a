// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

  /// Taken out, the rule has pools of other moments; its control stays what it was.
  @Test
  void sabotagedRuleIsItsControl() {
    HalfSeen page = new HalfSeen();
    Setting smoke = page.at(Scale.SMOKE).orElseThrow();
    Results whole = PAGES.smoke(page);
    Results broken = PAGES.run(page, page.sabotaged(smoke), 1);
    assertNotEquals(
        whole.value(0, HalfSeen.SEEN.in(HalfSeen.HALF)),
        broken.value(0, HalfSeen.SEEN.in(HalfSeen.HALF)));
    assertEquals(
        whole.value(0, HalfSeen.SEEN.in(HalfSeen.ELSEWHEN)),
        broken.value(0, HalfSeen.SEEN.in(HalfSeen.ELSEWHEN)));
  }

  /// Taken out, a gradient by itself is the whole one.
  @Test
  void sabotagedGradientIsTheWholeOne() {
    Learners page = new Learners();
    Results broken = PAGES.run(page, page.sabotaged(page.at(Scale.SMOKE).orElseThrow()), 1);
    for (double g : new double[] {Learners.WEAK, Learners.STRONG}) {
      assertEquals(
          broken.value(0, Reading.F1.in(Learners.at(Learners.WHOLE, g))),
          broken.value(0, Reading.F1.in(Learners.at(Learners.ITSELF, g))));
    }
  }
}
