// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as people write them into tables:
///
/// | form | example |
/// | --- | --- |
/// | a date | `2014-07-01`, `2014/7/1`, `1.7.2014` |
/// | date and time, by a blank or `T`, seconds and their fraction as you like | `2014-07-01 00:30`, `2014-07-01T00:30:00.000000`, `2014-07-01 12:30 AM` |
/// | the same with a zone | `2014-07-01T00:30:00Z`, `... 00:30:00+02:00`, `+0200`, `+02` |
/// | seconds, milliseconds, microseconds or nanoseconds since 1970 | `1404174600`, `1404174600000`, `1404174600.5` |
///
/// A date with points begins with the day. One with strokes that ends with the year, `1/7/2014`, is
/// a time only where [DateOrder] says what comes first; so is one with two digits for the year, of
/// which 69 and above are of the twentieth century.
///
/// Numbers since 1970 are told apart by their size: seconds below 10^11, milliseconds below 10^14,
/// microseconds below 10^17, nanoseconds above. Seconds so reach the year 5138; the other units
/// begin in 1973.
public final class TimeText {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([AaPp])[Mm])?"
              + " ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern COUNTED = Pattern.compile("(\\d{1,19})(?:\\.(\\d{1,9}))?");
  private static final long SECONDS_BELOW = 100_000_000_000L;
  private static final long NANOS = 1_000_000_000L;
  private static final int NOON = 12;
  private static final int PIVOT = 69;

  private TimeText() {}

  /// The time that a text says; without a zone in UTC, its date beginning with the year.
  public static Optional<Instant> instant(String text) {
    return instant(text, ZoneOffset.UTC, DateOrder.YEAR_FIRST);
  }

  /// The time that a text says; empty if it says none.
  ///
  /// @param zone of times without one. Where its clocks are put back, the earlier of the two times
  ///   is meant; where they are put forward, the skipped time is moved by what was skipped.
  /// @param order of dates with strokes that end with the year
  public static Optional<Instant> instant(String text, ZoneId zone, DateOrder order) {
    String trimmed = text.strip();
    Matcher counted = COUNTED.matcher(trimmed);
    return counted.matches() ? counted(counted) : written(trimmed, zone, order);
  }

  /// Whether a text says a time by its date, not by a count since 1970.
  public static boolean isWritten(String text, DateOrder order) {
    return written(text.strip(), ZoneOffset.UTC, order).isPresent();
  }

  /// Whether a text is a date without a time of day.
  public static boolean isDateOnly(String text, DateOrder order) {
    return isWritten(text, order) && text.indexOf(':') < 0;
  }

  /// Whether a text is a time of day without a date.
  public static boolean isClock(String text) {
    return CLOCK.matcher(text.strip()).matches();
  }

  private static Optional<Instant> written(String text, ZoneId zone, DateOrder order) {
    int cut = 0;
    while (cut < text.length() && text.charAt(cut) != ' ' && text.charAt(cut) != 'T') {
      cut++;
    }
    Optional<LocalDate> date = date(text.substring(0, cut), order);
    if (date.isEmpty()) {
      return Optional.empty();
    }
    if (cut == text.length()) {
      return Optional.of(date.get().atStartOfDay(zone).toInstant());
    }
    Matcher clock = CLOCK.matcher(text.substring(cut + 1).strip());
    if (!clock.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(date.get().atTime(time(clock)).atZone(zone(clock, zone)).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text, DateOrder order) {
    Matcher m = YEAR_FIRST.matcher(text);
    int year = 1;
    int month = 3;
    int day = 4;
    if (!m.matches()) {
      m = YEAR_LAST.matcher(text);
      boolean known =
          m.matches()
              && (order != DateOrder.YEAR_FIRST
                  || (m.group(2).equals(".") && m.group(4).length() == 4));
      if (!known) {
        return Optional.empty();
      }
      boolean monthFirst = order == DateOrder.MONTH_FIRST && !m.group(2).equals(".");
      year = 4;
      month = monthFirst ? 1 : 3;
      day = monthFirst ? 3 : 1;
    }
    try {
      int written = number(m, year);
      int full = m.group(year).length() == 4 ? written : written + (written < PIVOT ? 2000 : 1900);
      return Optional.of(LocalDate.of(full, number(m, month), number(m, day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalTime time(Matcher clock) {
    int hour = number(clock, 1);
    String half = clock.group(5);
    if (half != null) {
      if (hour < 1 || hour > NOON) {
        throw new DateTimeException("hour before noon or after must be in [1, 12], was " + hour);
      }
      hour = hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
    }
    return LocalTime.of(hour, number(clock, 2), number(clock, 3), (int) nanos(clock.group(4)));
  }

  private static ZoneId zone(Matcher clock, ZoneId otherwise) {
    String offset = clock.group(6);
    if (offset == null) {
      return otherwise;
    }
    boolean shifted = offset.startsWith("+") || offset.startsWith("-");
    return shifted ? ZoneOffset.of(offset) : ZoneOffset.UTC;
  }

  private static int number(Matcher m, int group) {
    return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
  }

  private static long nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
  }

  private static Optional<Instant> counted(Matcher m) {
    String digits = m.group(1);
    if (digits.length() == 19 && digits.compareTo(Long.toString(Long.MAX_VALUE)) > 0) {
      return Optional.empty();
    }
    long count = Long.parseLong(digits);
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
