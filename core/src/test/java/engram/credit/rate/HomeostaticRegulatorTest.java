// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table of effects in the spec, the floor, times, refusals.
@FromPaper(value = "homeostatic", at = "lrh.py")
final class HomeostaticRegulatorTest {
  private static final HomeostaticRegulator PAPER = HomeostaticRegulator.ofPaper();

  @Test
  void labelsMoveTheRateAsThePublishedProgramDoes() {
    assertEquals(0.0011, PAPER.moved(0.001, 7), 1e-18);
    assertEquals(0.0009, PAPER.moved(0.001, 2), 1e-18);
    assertEquals(1e-8, PAPER.moved(0.00005, 2));
    assertEquals(1e-8 + 1e-4, PAPER.moved(1e-8, 7));
  }

  /// The decision on the floor: .05 less ten times .005 leaves dust that the literal test keeps.
  @Test
  void floorTakesWhatTheLiteralTestMisses() {
    HomeostaticRegulator ours = HomeostaticRegulator.from(0.05);
    HomeostaticRegulator literal = ours.withClip(RateClip.literal());
    double eta = 0.05;
    for (int i = 0; i < 9; i++) {
      eta = ours.moved(eta, 0);
      assertTrue(eta > 1e-3);
    }
    double dust = literal.moved(eta, 0);
    assertTrue(dust > 0 && dust < 1e-17, "was " + dust);
    assertEquals(1e-8, ours.moved(eta, 0));
    assertEquals(0, RateClip.literal().clipped(0));
    assertEquals(1e-8, RateClip.ofPaper().clipped(0));
    assertEquals(1e-8, RateClip.literal().clipped(-1e-300));
    assertEquals(1e-8, RateClip.ofPaper().clipped(1e-8));
  }

  @Test
  void upperBoundHolds() {
    HomeostaticRegulator bounded =
        HomeostaticRegulator.from(0.05).withClip(RateClip.ofPaper().upTo(0.052));
    assertEquals(0.052, bounded.moved(0.05, 9));
    assertEquals(0.055, HomeostaticRegulator.from(0.05).moved(0.05, 9), 1e-17);
  }

  /// A share of itself never reaches 0, and up after down is not where it began.
  @Test
  void multiplicativeStepKeepsTheRateAboveZero() {
    HomeostaticRegulator share = PAPER.withStep(new RateStep.Multiplicative(0.1));
    assertEquals(0.0011, share.moved(0.001, 5), 1e-18);
    assertEquals(0.001 * 0.99, share.moved(share.moved(0.001, 5), 4), 1e-18);
    double eta = 0.001;
    for (int i = 0; i < 100; i++) {
      eta = share.moved(eta, 0);
    }
    assertEquals(0.001 * 2.6561398887587544e-5, eta, 1e-20);
  }

  @Test
  void offersFallEveryTenSamplesBehindAWholeMemory() {
    DecisionTimes times = DecisionTimes.ofPaper();
    assertFalse(times.isDue(0));
    assertFalse(times.isDue(20), "sample 20 has 20 before it, but the program asks for more");
    assertTrue(times.isDue(30));
    assertFalse(times.isDue(31));
    int offers = 0;
    for (int i = 0; i < 30_000; i++) {
      offers += times.isDue(i) ? 1 : 0;
    }
    assertEquals(5994, 2 * offers, "offers in two epochs, from the spec");
  }

  @Test
  void effectsBelongToLabels() {
    assertEquals(List.of(-1, -1, -1, -1, -1, 1, 1, 1, 1, 1), Effect.ofPaper().signs());
    assertEquals(0.3, PAPER.withEffect(Effect.none(10)).moved(0.3, 9));
    assertEquals(1, new Effect(List.of(1, 0, -1)).of(0));
  }

  @Test
  void refusals() {
    refused("eta0 must be above 0 and finite, was 0.0", () -> HomeostaticRegulator.from(0));
    refused("eta0 must be above 0 and finite, was -0.1", () -> HomeostaticRegulator.from(-0.1));
    refused("by must be above 0 and finite, was 0.0", () -> new RateStep.Additive(0));
    refused("share must be inside (0, 1), was 1.0", () -> new RateStep.Multiplicative(1));
    refused("signs must be -1, 0 or 1, was [2]", () -> new Effect(List.of(2)));
    refused("signs must be one a class, was []", () -> Effect.none(0));
    refused("label must be in [0, 9], was 10", () -> PAPER.moved(0.1, 10));
    refused("floor must be above 0 and finite, was 0.0", () -> new RateClip(0, 0, 1));
    refused("below must be in [0, 0.1], was 0.2", () -> new RateClip(0.1, 0.2, 1));
    refused("most must be at least 1.0E-8, was 0.0", () -> RateClip.ofPaper().upTo(0));
    refused("interval must be at least 1, was 0", () -> new DecisionTimes(0, 20, false));
    refused("memory must be at least 1, was 0", () -> new DecisionTimes(10, 0, false));
    refused("rates must be at least one, was none", () -> Shadow.of(List.of()));
    refused("eta must be finite and 0 or more, was NaN", () -> new Shadow(Double.NaN));
  }

  @Test
  void timesRefuseBatchesThatTheyDoNotFit() {
    DecisionTimes.ofPaper().requireFits(10, 30_000);
    new DecisionTimes(5, 20, false).requireFits(10, 100);
    new DecisionTimes(20, 20, false).requireFits(10, 100);
    new DecisionTimes(15, 20, true).requireFits(10, 100);
    refused(
        "interval must divide the batch of 10 or be a multiple of it, unless any is allowed, was 15",
        () -> new DecisionTimes(15, 20, false).requireFits(10, 100));
    refused(
        "memory must be at most the 100 samples of an epoch, was 101",
        () -> new DecisionTimes(10, 101, false).requireFits(10, 100));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
