// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.stats.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WordingTest {
  private static final At LARGE = Measure.of("accuracy", "share right").in("large step");
  private static final At SMALL = Measure.of("accuracy", "share right").in("small step");
  private static final At TIME = new Measure("time", "ms", "until it settles").plain();

  @Test
  void everyLineReadsAsASentence() {
    assertEquals(
        "mean of accuracy in 'large step' at least 0.95",
        Wording.of(PassLine.atLeast(LARGE, 0.95)));
    assertEquals("mean of time at most 12.5 ms", Wording.of(PassLine.atMost(TIME, 12.5)));
    assertEquals(
        "mean of time between 1000 and 2000 ms", Wording.of(PassLine.between(TIME, 1000, 2000)));
    assertEquals("mean of time within 0.5 of 3 ms", Wording.of(PassLine.near(TIME, 3, 0.5)));
    assertEquals(
        "mean of time within 0.3968 of 3.968 ms",
        Wording.of(PassLine.near(TIME, 3.968, 0.1 * 3.968)));
    assertEquals(
        "mean of accuracy in 'large step' minus accuracy in 'small step' at least 0.1",
        Wording.of(PassLine.gain(LARGE, SMALL, 0.1)));
    assertEquals(
        "mean of accuracy in 'large step' minus accuracy in 'small step' within 0.05 of 0",
        Wording.of(PassLine.alike(LARGE, SMALL, 0.05)));
    assertEquals(
        "rank correlation of time with its x at least 0.9", Wording.of(PassLine.rising(TIME, 0.9)));
    assertEquals(
        "time at most 5 ms in at least 57 % of replicates",
        Wording.of(PassLine.count(TIME, Double.NEGATIVE_INFINITY, 5, 0.57)));
    assertEquals(
        "accuracy in 'large step' equal to accuracy in 'small step' within a relative 1e-9",
        Wording.of(PassLine.same(LARGE, SMALL, 1e-9)));
    assertEquals(
        "accuracy in 'large step' equal to accuracy in 'small step' exactly",
        Wording.of(PassLine.same(LARGE, SMALL, 0)));
    assertEquals(
        "mean of time at least 1 ms; and mean of time at most 2 ms",
        Wording.of(PassLine.all(PassLine.atLeast(TIME, 1), PassLine.atMost(TIME, 2))));
  }

  @Test
  void numbersHaveThreeSignificantDigits() {
    assertEquals("0.950", Wording.number(0.95));
    assertEquals("1.00", Wording.number(0.9996));
    assertEquals("12.3", Wording.number(12.34));
    assertEquals("123", Wording.number(123.4));
    assertEquals("-12300", Wording.number(-12345));
    assertEquals("0.00123", Wording.number(0.0012345));
    assertEquals("1.23e-5", Wording.number(1.2345e-5));
    assertEquals("2.00e6", Wording.number(1_999_999));
    assertEquals("0", Wording.number(-0.0));
    assertEquals("infinite", Wording.number(Double.POSITIVE_INFINITY));
  }

  @Test
  void bordersKeepTheirDigits() {
    assertEquals("0.99995", Wording.exact(0.99995));
    assertEquals("1000", Wording.exact(1000));
    assertEquals("2.5e-7", Wording.exact(2.5e-7));
    assertEquals("0", Wording.exact(-0.0));
  }

  @Test
  void intervalsAndOutcomes() {
    assertEquals("0.957 [0.950, 0.964]", Wording.of(new Interval(0.95, 0.957, 0.964)));
    assertEquals("1.00", Wording.of(Interval.exact(1)));
    assertEquals("0", Wording.of(Interval.exact(0)));
    assertEquals("0.0030 [-0.0040, 0.0100]", Wording.of(new Interval(-0.004, 0.003, 0.01)));
    assertEquals(
        "2.34e-5 [2.11e-5, 2.57e-5] Hz", Wording.of(new Interval(2.11e-5, 2.34e-5, 2.57e-5), "Hz"));
    assertEquals(
        "0.500 [0.400, infinite]", Wording.of(new Interval(0.4, 0.5, Double.POSITIVE_INFINITY)));
    assertEquals("not tested", Wording.of(Outcome.NOT_TESTED));
  }

  @Test
  void aNarrowIntervalHasTheDigitsThatItsWidthNeeds() {
    assertEquals("0.99950 [0.99931, 0.99968]", Wording.of(new Interval(0.99931, 0.9995, 0.99968)));
  }

  @Test
  void countsVerdicts() {
    assertEquals(
        "0 hold, 0 but explained, 0 fail, 0 undecided, 0 not tested", Wording.of(List.of()));
  }
}
