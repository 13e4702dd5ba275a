// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeTextTest {
  private static void means(String instant, String... texts) {
    for (String text : texts) {
      assertEquals(Optional.of(Instant.parse(instant)), TimeText.instant(text), text);
    }
  }

  @Test
  void readsWhatPeopleWrite() {
    means("2014-07-01T00:00:00Z", "2014-07-01", "2014/7/1", " 2014-07-01 00:00 ");
    means(
        "2014-07-01T00:30:00Z",
        "2014-07-01 00:30:00",
        "2014-07-01T00:30",
        "2014-07-01 0:30:00.000000",
        "2014-07-01T00:30:00Z",
        "2014-07-01 00:30:00 UTC",
        "2014-07-01T02:30:00+02:00",
        "2014-07-01T02:30:00+0200",
        "2014-06-30 19:30:00-05",
        "1404174600",
        "1404174600000",
        "1404174600000000",
        "1404174600000000000");
    means("2014-07-01T00:30:00.5Z", "2014-07-01 00:30:00.5", "1404174600.5", "1404174600500");
    means("1970-01-01T00:00:00Z", "0");
  }

  @Test
  void refusesWhatSaysNoTime() {
    for (String text :
        new String[] {
          "",
          "monday",
          "01/07/2014",
          "2014-02-30",
          "2014-07-01 24:01",
          "2014-13-01",
          "2014-07",
          "2014-07-01 00:30:61",
          "-5",
          "1e9",
          "NaN",
          "99999999999999999999",
          "9999999999999999999",
          "2014-07-01 00:30 CET",
          "2014-07/01",
          "1404174600000.5",
          "2014-07-01T00:30:00+99:00"
        }) {
      assertEquals(Optional.empty(), TimeText.instant(text), text);
    }
  }

  /// Berlin's clocks went from 3:00 back to 2:00 on 2014-10-26 and from 2:00 to 3:00 on 2014-03-30.
  @Test
  void aZoneIsForTimesWithoutOne() {
    assertEquals(Optional.of(Instant.parse("2014-07-01T00:30:00Z")), berlin("2014-07-01 02:30"));
    assertEquals(Optional.of(Instant.parse("2014-07-01T02:30:00Z")), berlin("2014-07-01 02:30Z"));
    assertEquals(Optional.of(Instant.parse("2014-10-26T00:30:00Z")), berlin("2014-10-26 02:30"));
    assertEquals(Optional.of(Instant.parse("2014-03-30T01:30:00Z")), berlin("2014-03-30 02:30"));
  }

  private static Optional<Instant> berlin(String text) {
    return TimeText.instant(text, ZoneId.of("Europe/Berlin"), DateOrder.YEAR_FIRST);
  }

  @Test
  void anOrderIsForDatesThatEndWithTheYear() {
    Optional<Instant> first = Optional.of(Instant.parse("2014-07-01T00:00:00Z"));
    Optional<Instant> seventh = Optional.of(Instant.parse("2014-01-07T00:00:00Z"));
    for (DateOrder order : DateOrder.values()) {
      assertEquals(first, TimeText.instant("1.7.2014", ZoneOffset.UTC, order));
      assertEquals(first, TimeText.instant("2014/07/01", ZoneOffset.UTC, order));
    }
    for (String text : new String[] {"1/7/2014", "01-07-2014", "1/7/14", "1/7/2014 12:00 am"}) {
      assertEquals(first, TimeText.instant(text, ZoneOffset.UTC, DateOrder.DAY_FIRST));
      assertEquals(seventh, TimeText.instant(text, ZoneOffset.UTC, DateOrder.MONTH_FIRST));
      assertEquals(Optional.empty(), TimeText.instant(text));
    }
  }

  @Test
  void halvesOfTheDay() {
    means("2014-07-01T00:30:00Z", "2014-07-01 12:30 AM", "2014-07-01 12:30:00am");
    means("2014-07-01T12:30:00Z", "2014-07-01 12:30 PM");
    means("2014-07-01T13:05:00Z", "2014-07-01 1:05 PM", "2014-07-01 1:05 PM Z");
    assertEquals(Optional.empty(), TimeText.instant("2014-07-01 13:05 PM"));
    assertEquals(Optional.empty(), TimeText.instant("2014-07-01 0:05 AM"));
  }
}
