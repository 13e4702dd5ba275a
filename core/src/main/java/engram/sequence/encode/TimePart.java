// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import java.time.Instant;
import java.time.LocalDate;

/// What of a time, in UTC, may matter to a stream.
public enum TimePart {
  /// The day of the year, from 0, on a circle of 366; radius 91.5 by default.
  SEASON(366, 91.5),
  /// The day of the week, Monday 0, on a circle of 7; radius 1 by default.
  DAY_OF_WEEK(7, 1),
  /// 1 on Saturday and Sunday, else 0; the two share no bit.
  WEEKEND(1, 1),
  /// The hour of the day with its fraction, on a circle of 24; radius 4 by default.
  TIME_OF_DAY(24, 4);

  private static final long DAY_SECONDS = 86_400;
  private static final double HOUR_SECONDS = 3_600;
  private static final double NANO = 1e-9;
  private static final int DAYS = 7;
  private static final int THURSDAY = 3;
  private static final int SATURDAY = 5;

  private final double length;
  private final double radius;

  TimePart(double length, double radius) {
    this.length = length;
    this.radius = radius;
  }

  /// This part with its default radius.
  ///
  /// @param active how many bits are active, odd
  public Coded with(int active) {
    return with(active, radius);
  }

  /// This part with a radius of its own.
  ///
  /// @param active how many bits are active, odd
  /// @param codeRadius how far apart two values share no bit
  public Coded with(int active, double codeRadius) {
    ScalarRange.Edge edge = this == WEEKEND ? ScalarRange.Edge.REFUSE : ScalarRange.Edge.WRAP;
    ScalarRange range = new ScalarRange(0, length, edge);
    return new Coded(this, ScalarEncoder.ofRadius(range, active, codeRadius));
  }

  /// The part's value at a time.
  public double of(Instant time) {
    long day = Math.floorDiv(time.getEpochSecond(), DAY_SECONDS);
    return switch (this) {
      case SEASON -> LocalDate.ofEpochDay(day).getDayOfYear() - 1;
      case DAY_OF_WEEK -> dayOfWeek(day);
      case WEEKEND -> dayOfWeek(day) >= SATURDAY ? 1 : 0;
      case TIME_OF_DAY -> {
        long seconds = Math.floorMod(time.getEpochSecond(), DAY_SECONDS);
        yield (seconds + NANO * time.getNano()) / HOUR_SECONDS;
      }
    };
  }

  /// 1970 began with a Thursday.
  private static int dayOfWeek(long day) {
    return (int) Math.floorMod(day + THURSDAY, (long) DAYS);
  }

  /// A part and how it is encoded.
  public record Coded(TimePart part, ScalarEncoder encoder) {
    int bucket(Instant time) {
      return encoder.bucket(part.of(time));
    }
  }
}
