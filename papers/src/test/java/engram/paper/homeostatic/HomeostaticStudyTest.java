// SPDX-License-Identifier: Apache-2.0
package engram.paper.homeostatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.lab.Experiment;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.judge.Judge;
import engram.lab.measure.Replicate;
import engram.lab.measure.Results;
import engram.paper.Pages;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class HomeostaticStudyTest {
  private static final Pages PAGES = new Pages(new HomeostaticStudy());

  @Test
  void everyClaimFindsWhatItIsJudgedBy() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(10, PAGES.claims());
    assertEquals(8, PAGES.study().experiments().size());
  }

  @Test
  void oneSeedGivesOneDigest() {
    NoShift page = new NoShift(Source.MNIST);
    assumeTrue(Pages.hasData(page), "data set mnist is not on this machine");
    assertEquals(
        PAGES.smoke(page).replicates().getFirst().digest(),
        PAGES.smoke(page).replicates().getFirst().digest());
  }

  @Test
  void aReplicateThatGoesOnMeasuresTheSame() {
    Seasons page = new Seasons(Source.MNIST);
    assumeTrue(Pages.hasData(page), "data set mnist is not on this machine");
    PAGES.cutMeasuresTheSame(page, 5);
  }

  /// With no effect of any class the homeostatic rate is the constant one, to the bit, and the take
  /// rate says so.
  @Test
  void sabotagedTheHomeostaticRateIsTheConstantOne() {
    FirstOrderShift page = new FirstOrderShift(Source.MNIST);
    assumeTrue(Pages.hasData(page), "data set mnist is not on this machine");
    Setting smoke = page.at(Scale.SMOKE).orElseThrow();
    Results idle = PAGES.run(page, page.sabotaged(smoke), 1);
    for (int s : FirstOrderShift.SWAPS) {
      String own = FirstOrderShift.at(FirstOrderShift.HOMEOSTATIC, s);
      String constant = FirstOrderShift.at(FirstOrderShift.CONSTANT, s);
      assertEquals(
          idle.value(0, Reading.ONLINE.in(constant)), idle.value(0, Reading.ONLINE.in(own)));
      assertEquals(0, idle.value(0, Reading.TAKEN.in(own)).orElseThrow());
      assertEquals(1, idle.value(0, Reading.TIES.in(own)).orElseThrow());
      assertEquals(0, idle.value(0, Reading.ADVANTAGE.in("s=" + s)).orElseThrow());
    }
  }

  /// Without effects every paired difference is 0 and nothing is taken, in each replicate alike:
  /// one replicate stands for all eight.
  @Test
  void sabotagedNothingPlainlyHolds() {
    for (Experiment<?> page : PAGES.study().experiments()) {
      if (Pages.hasData(page)) {
        Results eight = repeated(sabotaged(page).replicates().getFirst());
        for (Claim claim : page.claims()) {
          assertFalse(Judge.judgeAtAnyScale(claim, eight).plainlyHolds(), claim.id());
        }
      }
    }
  }

  private static <P extends Record> Results sabotaged(Experiment<P> page) {
    return PAGES.run(page, page.sabotaged(page.at(Scale.SMOKE).orElseThrow()), 1);
  }

  private static Results repeated(Replicate one) {
    return new Results(
        IntStream.range(0, Claim.USUAL_REPLICATES)
            .mapToObj(i -> new Replicate(i, one.entries()))
            .toList());
  }

  /// A rate that no net survives ends an arm and not the replicate.
  @Test
  void aRunThatDivergesIsCounted() {
    NoShift page = new NoShift(Source.MNIST);
    assumeTrue(Pages.hasData(page), "data set mnist is not on this machine");
    Results wild = PAGES.run(page, new Setting(600, 1, 100, 1e9, false), 1);
    assertTrue(
        wild.divergence(0, Reading.ONLINE.in(NoShift.CONSTANT)).contains("must be finite"),
        "constant rate of 1e9");
    assertTrue(wild.value(0, Reading.ONLINE.in("Adam")).isPresent());
  }

  @Test
  void paceOfShiftDoesNotDependOnTheEpoch() {
    Setting whole = new Setting(30_000, 2, 1000, 0.05, false);
    assertEquals(600, whole.swaps(600));
    assertEquals(0, whole.swaps(0));
    Setting third = new Setting(10_000, 2, 1000, 0.05, false);
    assertEquals(20, third.swaps(60));
    assertEquals(1, new Setting(600, 1, 100, 0.05, false).swaps(6));
  }
}
