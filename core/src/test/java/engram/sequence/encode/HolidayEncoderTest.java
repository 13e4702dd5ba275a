// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.source.FromPaper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The ramp before and after a holiday, by its equation.
@FromPaper(value = "htm", at = "spec encoders")
final class HolidayEncoderTest {
  private static final HolidayEncoder CHRISTMAS =
      new HolidayEncoder(List.of(LocalDate.of(2014, 12, 25)), 5);

  @Test
  void theRampRisesADayAheadAndFallsADayAfter() {
    assertEquals(0, nearness("2014-12-23T23:59:59Z"));
    assertEquals(0, nearness("2014-12-24T00:00:00Z"));
    assertEquals(0.25, nearness("2014-12-24T06:00:00Z"));
    assertEquals(0.75, nearness("2014-12-24T18:00:00Z"));
    assertEquals(1, nearness("2014-12-25T00:00:00Z"));
    assertEquals(1, nearness("2014-12-25T23:59:59.999999999Z"));
    assertEquals(1, nearness("2014-12-26T00:00:00Z"));
    assertEquals(0.75, nearness("2014-12-26T06:00:00Z"));
    assertEquals(0, nearness("2014-12-27T00:00:00Z"));
    assertEquals(0, nearness("2015-12-25T12:00:00Z"));
  }

  @Test
  void codesAreBlocksThatMoveWithTheRamp() {
    assertEquals(10, CHRISTMAS.width());
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, code("2014-12-01T00:00:00Z"));
    assertArrayEquals(new int[] {5, 6, 7, 8, 9}, code("2014-12-25T12:00:00Z"));
    // 14:24 is 0.6 of a day, three of five steps.
    assertArrayEquals(new int[] {3, 4, 5, 6, 7}, code("2014-12-24T14:24:00Z"));
  }

  @Test
  void betweenTwoHolidaysTheNearerCounts() {
    HolidayEncoder around =
        new HolidayEncoder(List.of(LocalDate.of(2014, 12, 24), LocalDate.of(2014, 12, 26)), 5);
    assertEquals(0.75, around.nearness(Instant.parse("2014-12-25T06:00:00Z")));
    assertEquals(0.5, around.nearness(Instant.parse("2014-12-25T12:00:00Z")));
    assertEquals(0.75, around.nearness(Instant.parse("2014-12-25T18:00:00Z")));
    assertEquals(1, around.nearness(Instant.parse("2014-12-26T12:00:00Z")));
  }

  @Test
  void refusesBadSettings() {
    refused("holidays must be 1 or more, was 0", () -> new HolidayEncoder(List.of(), 5));
    refused(
        "active must be odd and 1 or more, was 2",
        () -> new HolidayEncoder(List.of(LocalDate.EPOCH), 2));
  }

  private static double nearness(String time) {
    return CHRISTMAS.nearness(Instant.parse(time));
  }

  private static int[] code(String time) {
    return CHRISTMAS.encode(Instant.parse(time)).cells();
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
