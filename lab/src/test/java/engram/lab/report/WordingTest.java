// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.stats.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void numbersHaveThreeSignificantDigits() {
    assertEquals("0.942", Wording.number(0.94217));
    assertEquals("12.3", Wording.number(12.345));
    assertEquals("0.00123", Wording.number(0.0012345));
    assertEquals("1.00", Wording.number(0.99999));
    assertEquals("-3.14", Wording.number(-Math.PI));
    assertEquals("3140", Wording.number(3141.59));
  }

  @Test
  void wholeNumbersStandInFull() {
    assertEquals("0", Wording.number(0));
    assertEquals("0", Wording.number(-0.0));
    assertEquals("512", Wording.number(512));
    assertEquals("123456", Wording.number(123456));
  }

  @Test
  void farNumbersHaveAPower() {
    assertEquals("1.23e-7", Wording.number(1.2345e-7));
    assertEquals("-1.00e-30", Wording.number(-1e-30));
    assertEquals("6.02e23", Wording.number(6.02214e23));
  }

  @Test
  void whatIsNoNumberIsShownAsSuch() {
    assertEquals("–", Wording.number(Double.NaN));
    assertEquals("∞", Wording.number(Double.POSITIVE_INFINITY));
    assertEquals("-∞", Wording.number(Double.NEGATIVE_INFINITY));
  }

  @Test
  void definitionsStandAsGiven() {
    assertEquals("0.9", Wording.given(0.9));
    assertEquals("0.0001", Wording.given(1e-4));
    assertEquals("8e-6", Wording.given(1e-5 - 2e-6));
    assertEquals("100", Wording.given(100));
    assertEquals("0", Wording.given(0));
  }

  @Test
  void theEndsOfAnIntervalHaveOneNumberOfDecimals() {
    assertEquals("0.912 [0.905, 0.919]", Wording.interval(new Interval(0.905, 0.912, 0.919)));
    assertEquals("0.0030 [-0.0040, 0.0100]", Wording.interval(new Interval(-0.004, 0.003, 0.01)));
    assertEquals("0", Wording.interval(Interval.exact(0)));
  }

  @Test
  void aNarrowIntervalHasTheDigitsThatItsWidthNeeds() {
    assertEquals(
        "0.99950 [0.99931, 0.99968]", Wording.interval(new Interval(0.99931, 0.9995, 0.99968)));
  }

  @Test
  void farIntervalsHavePowersAndUnits() {
    assertEquals(
        "2.34e-5 [2.11e-5, 2.57e-5] Hz",
        Wording.interval(new Interval(2.11e-5, 2.34e-5, 2.57e-5), "Hz"));
    assertEquals(
        "0.500 [0.400, ∞]", Wording.interval(new Interval(0.4, 0.5, Double.POSITIVE_INFINITY)));
  }

  @Test
  void namesTheFiveWordsOfVerdicts() {
    assertEquals(
        List.of("holds", "holds, but", "fails", "undecided", "not tested"),
        Samples.verdicts("trained").stream().map(Wording::verdict).toList());
  }

  @Test
  void countsVerdicts() {
    assertEquals(
        "1 holds, 1 but explained, 1 fails, 1 undecided, 1 not tested",
        Wording.counts(Samples.verdicts("trained")));
    assertEquals(
        "0 hold, 0 but explained, 0 fail, 0 undecided, 0 not tested", Wording.counts(List.of()));
  }
}
