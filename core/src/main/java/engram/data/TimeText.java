// SPDX-License-Identifier: Apache-2.0
package engram.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as people write them into tables:
///
/// | form | example |
/// | --- | --- |
/// | a date | `2014-07-01` |
/// | date and time, by a blank or `T`, seconds and their fraction as you like | `2014-07-01 00:30`, `2014-07-01T00:30:00.000000` |
/// | the same with a zone | `2014-07-01T00:30:00Z`, `... 00:30:00+02:00`, `+0200`, `+02` |
/// | seconds, milliseconds, microseconds or nanoseconds since 1970 | `1404174600`, `1404174600000`, `1404174600.5` |
///
/// `/` may stand for `-` where the year comes first. A date that begins with the day or the month
/// is refused: nobody can tell which of both.
///
/// Numbers since 1970 are told apart by their size: seconds below 10^11, milliseconds below 10^14,
/// microseconds below 10^17, nanoseconds above. Seconds so reach the year 5138; the other units
/// begin in 1973.
public final class TimeText {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})"
              + "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
              + " ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?)?");
  private static final Pattern COUNTED = Pattern.compile("(\\d{1,19})(?:\\.(\\d{1,9}))?");
  private static final long SECONDS_BELOW = 100_000_000_000L;
  private static final long NANOS = 1_000_000_000L;

  private TimeText() {}

  /// The time that a text says; times without a zone are in UTC.
  public static Optional<Instant> instant(String text) {
    return instant(text, ZoneOffset.UTC);
  }

  /// The time that a text says; empty if it says none.
  ///
  /// @param zone of times without one. Where its clocks are put back, the earlier of the two times
  ///   is meant; where they are put forward, the skipped time is moved by what was skipped.
  public static Optional<Instant> instant(String text, ZoneId zone) {
    String trimmed = text.strip();
    Matcher written = WRITTEN.matcher(trimmed);
    if (written.matches()) {
      try {
        return Optional.of(written(written, zone));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    Matcher counted = COUNTED.matcher(trimmed);
    return counted.matches() ? counted(counted) : Optional.empty();
  }

  /// Whether a text says a time by its date, not by a count since 1970.
  static boolean isWritten(String text) {
    return WRITTEN.matcher(text.strip()).matches() && instant(text).isPresent();
  }

  private static Instant written(Matcher m, ZoneId zone) {
    LocalDate date = LocalDate.of(number(m, 1), number(m, 3), number(m, 4));
    LocalTime time =
        m.group(5) == null
            ? LocalTime.MIDNIGHT
            : LocalTime.of(number(m, 5), number(m, 6), number(m, 7), (int) nanos(m.group(8)));
    String offset = m.group(9);
    ZoneId in = zone;
    if (offset != null) {
      in =
          offset.startsWith("+") || offset.startsWith("-") ? ZoneOffset.of(offset) : ZoneOffset.UTC;
    }
    return date.atTime(time).atZone(in).toInstant();
  }

  private static int number(Matcher m, int group) {
    return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
  }

  private static long nanos(String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
  }

  private static Optional<Instant> counted(Matcher m) {
    if (m.group(1).length() == 19 && m.group(1).compareTo("9223372036854775807") > 0) {
      return Optional.empty();
    }
    long count = Long.parseLong(m.group(1));
    long perSecond = 1;
    for (long below = SECONDS_BELOW; count >= below && perSecond < NANOS; below *= 1000) {
      perSecond *= 1000;
    }
    if (perSecond > 1 && m.group(2) != null) {
      return Optional.empty();
    }
    long nanos = count % perSecond * (NANOS / perSecond) + nanos(m.group(2));
    return Optional.of(Instant.ofEpochSecond(count / perSecond, nanos));
  }
}
