// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.source.FromPaper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Encodes how near a time is to a holiday, as a ramp: 0 until a day before, rising to 1 at the
/// holiday's beginning, 1 throughout it, falling to 0 a day after it has ended.
///
///     nearness = max(0, 1 - d)
///
/// where d is the distance in days to the nearest moment of a holiday. The ramp has w steps; a
/// holiday and an ordinary day share no bit. Days begin at midnight in UTC. Beside other parts of a
/// time it stands in a [MultiEncoder].
///
/// References: see the package, [2].
@FromPaper(value = "htm", at = "spec encoders")
public final class HolidayEncoder implements Encoder<Instant> {
  private static final ScalarRange RAMP = new ScalarRange(0, 1, ScalarRange.Edge.REFUSE);
  private static final double DAY_NANOS = 86_400e9;

  private final NavigableSet<LocalDate> holidays;
  private final ScalarEncoder ramp;

  /// @param holidays at least one
  /// @param active how many bits are active, w, odd; a code has 2 w
  public HolidayEncoder(Collection<LocalDate> holidays, int active) {
    if (holidays.isEmpty()) {
      throw new IllegalArgumentException("holidays must be 1 or more, was 0");
    }
    this.holidays = new TreeSet<>(holidays);
    this.ramp = ScalarEncoder.ofRadius(RAMP, active, 1);
  }

  /// How near a time is to a holiday, in [0, 1].
  public double nearness(Instant time) {
    LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    if (holidays.contains(day)) {
      return 1;
    }
    double before = holidays.contains(day.plusDays(1)) ? 1 - days(time, start(day.plusDays(1))) : 0;
    double after = holidays.contains(day.minusDays(1)) ? 1 - days(start(day), time) : 0;
    return Math.max(before, after);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / DAY_NANOS;
  }

  @Override
  public int width() {
    return ramp.width();
  }

  @Override
  public void encode(Instant time, int at, ActiveBits into) {
    ramp.encode(nearness(time), at, into);
  }
}
