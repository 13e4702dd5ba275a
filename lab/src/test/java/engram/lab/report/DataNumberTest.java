// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DataNumberTest {
  @Test
  void wholeNumbersStandInFull() {
    assertEquals("0", DataNumber.text(-0.0, 5));
    assertEquals("1234567", DataNumber.text(1_234_567, 5));
  }

  @Test
  void othersHaveSoManyDigitsAndNoZerosAtTheEnd() {
    assertEquals("0.5", DataNumber.text(0.5, 5));
    assertEquals("3.1416", DataNumber.text(Math.PI, 5));
    assertEquals("0.00012346", DataNumber.text(0.000123456, 5));
  }

  @Test
  void farNumbersHaveAPower() {
    assertEquals("-1.2346e-7", DataNumber.text(-1.23456e-7, 5));
    assertEquals("6.0221e23", DataNumber.text(6.02214e23, 5));
  }

  @Test
  void whatIsNoNumberIsShownAsSuch() {
    assertEquals("–", DataNumber.text(Double.NaN, 5));
    assertEquals("-∞", DataNumber.text(Double.NEGATIVE_INFINITY, 5));
  }
}
