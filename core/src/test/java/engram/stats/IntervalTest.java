// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void knowsWhatLiesInsideAndWhatItLiesIn() {
    Interval interval = new Interval(1, 2, 4);
    assertTrue(interval.contains(1) && interval.contains(4) && !interval.contains(4.5));
    assertTrue(interval.within(1, 4) && interval.within(0, Double.POSITIVE_INFINITY));
    assertFalse(interval.within(1.5, 4));
    assertTrue(interval.outside(4.1, 5) && interval.outside(-1, 0.9));
    assertFalse(interval.outside(4, 5));
    assertEquals(3, interval.width());
    assertEquals(0, Interval.exact(7).width());
  }

  @Test
  void refusesEndsOutOfOrderAndNaN() {
    assertEquals(
        "low must be at most high, was 2.0 > 1.0",
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1.5, 1)).getMessage());
    assertEquals(
        "middle must be a number, was NaN",
        assertThrows(IllegalArgumentException.class, () -> Interval.exact(Double.NaN))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1, 1));
  }
}
