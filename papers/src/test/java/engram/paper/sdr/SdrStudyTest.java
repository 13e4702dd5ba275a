// SPDX-License-Identifier: Apache-2.0
package engram.paper.sdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Experiment;
import engram.lab.claim.Scale;
import engram.lab.measure.Results;
import engram.paper.Pages;
import engram.sequence.sdr.SdrMath;
import engram.sequence.sdr.UnionSize;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The experiments at smoke, against closed forms; and with their mechanisms taken out.
final class SdrStudyTest {
  private static final Pages PAGES = new Pages(new SdrStudy());

  private static <P extends Record> Results smoke(Experiment<P> page, int replicates) {
    return PAGES.run(page, page.at(Scale.SMOKE).orElseThrow(), replicates);
  }

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
  void withTheMechanismOutNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(5);
  }

  @Test
  void thresholdsAreThoseOfTheClosedForm() {
    Results results = smoke(new Thresholds(), 1);
    assertEquals(List.of(8.0), results.values(Thresholds.PUBLISHED));
    assertEquals(List.of(7.0), results.values(Thresholds.HALF));
    assertEquals(List.of(10.0), results.values(Thresholds.DOUBLE));
    assertEquals(22, results.series(0, Thresholds.MEDIAN.plain()).size());
  }

  @Test
  void randomInputsFireAtTheClosedForm() {
    Results results = smoke(new RandomInputs(), 20);
    var setting = new Setting(128, 300);
    double law = SdrMath.falsePositive(300, 128, 24, 12);
    double inputs = 20 * Math.ceil(20 / law);
    assertWithin(law, mean(results.values(RandomInputs.RATE.in(setting.arm()))), inputs);
  }

  @Test
  void movedCellsAreMissedAtTheClosedForm() {
    Results results = smoke(new MovedCells(), 4);
    double law = SdrMath.falseNegative(128, 30, 16, 64);
    assertWithin(law, mean(results.values(MovedCells.SIXTEEN)), 4 * 500);
  }

  @Test
  void sharedSegmentsFireAtTheClosedForm() {
    Results results = smoke(new SharedSegments(), 4);
    double law = SdrMath.unionFalsePositive(2000, 40, 20, 10, 40, UnionSize.EXACT);
    String arm = SharedSegments.SETTINGS.getFirst().arm(40);
    assertWithin(law, mean(results.values(SharedSegments.RATE.in(arm))), 4 * 4 * 500);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /// Within five standard deviations of a share of `trials`.
  private static void assertWithin(double law, double measured, double trials) {
    double deviation = Math.sqrt(law * (1 - law) / trials);
    assertTrue(
        Math.abs(measured - law) < 5 * deviation,
        "measured " + measured + ", law " + law + ", deviation " + deviation);
  }
}
