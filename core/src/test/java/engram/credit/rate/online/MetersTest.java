// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

final class MetersTest {
  @Test
  void prequentialMeterCountsAllAndTheLast() {
    PrequentialMeter meter = new PrequentialMeter(4);
    boolean[] answers = {true, true, false, true, false, false, true};
    for (boolean answer : answers) {
      meter.add(answer);
    }
    assertEquals(4 / 7.0, meter.accuracy());
    assertEquals(2 / 4.0, meter.recent());
    assertEquals(7, meter.count());
  }

  @Test
  void windowIsTheMeanOfItsAnswers() {
    RandomStream stream = Seeds.of(9).stream("answers");
    boolean[] all = new boolean[500];
    PrequentialMeter meter = new PrequentialMeter(37);
    for (int i = 0; i < all.length; i++) {
      all[i] = stream.nextDouble() < 0.3;
      meter.add(all[i]);
      int hits = 0;
      int from = Math.max(0, i - 36);
      for (int k = from; k <= i; k++) {
        hits += all[k] ? 1 : 0;
      }
      assertEquals(hits / (double) (i + 1 - from), meter.recent(), "answer " + i);
    }
  }

  @Test
  void chanceLabelsAreRightInATenth() {
    RandomStream stream = Seeds.of(1).stream("labels");
    PrequentialMeter meter = new PrequentialMeter(1);
    for (int i = 0; i < 100_000; i++) {
      int guess = stream.nextInt(10);
      meter.add(guess == stream.nextInt(10));
    }
    assertEquals(0.1, meter.accuracy(), 0.005);
  }

  /// All right, then wrong for 30 answers, then right: a window of 10 reaches .9 with its ninth
  /// right answer, the 39th since the exchange.
  @Test
  void recoveryIsCountedFromTheExchange() {
    RecoveryMeter meter = new RecoveryMeter(10, 0.9);
    feed(meter, 20, true);
    meter.shifted();
    feed(meter, 30, false);
    assertEquals(0, meter.recovered());
    assertTrue(Double.isNaN(meter.meanSamples()));
    feed(meter, 8, true);
    assertEquals(0, meter.recovered());
    feed(meter, 1, true);
    assertEquals(1, meter.recovered());
    assertEquals(39, meter.meanSamples());
    assertEquals(1, meter.shifts());
  }

  @Test
  void whoIsNotHitRecoversWithTheFirstWindow() {
    RecoveryMeter meter = new RecoveryMeter(10, 0.9);
    feed(meter, 20, true);
    meter.shifted();
    feed(meter, 15, true);
    assertEquals(10, meter.meanSamples());
  }

  @Test
  void theNextExchangeEndsTheWaiting() {
    RecoveryMeter meter = new RecoveryMeter(10, 0.9);
    feed(meter, 9, true);
    meter.shifted();
    assertEquals(0, meter.shifts(), "before the first window nothing is known");
    feed(meter, 11, true);
    meter.shifted();
    feed(meter, 9, true);
    meter.shifted();
    assertEquals(2, meter.shifts());
    assertEquals(0, meter.recovered());
  }

  private static void feed(RecoveryMeter meter, int count, boolean hit) {
    for (int i = 0; i < count; i++) {
      meter.add(hit);
    }
  }

  @Test
  void refusals() {
    assertEquals(
        "window must be at least 1, was 0",
        assertThrows(IllegalArgumentException.class, () -> new PrequentialMeter(0)).getMessage());
    assertEquals(
        "share must be in (0, 1], was 1.1",
        assertThrows(IllegalArgumentException.class, () -> new RecoveryMeter(5, 1.1)).getMessage());
    assertEquals(
        "answers must be at least one, was none",
        assertThrows(IllegalStateException.class, () -> new PrequentialMeter(3).accuracy())
            .getMessage());
  }
}
