// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The last values of a stream, each in the slot of a grid of equal steps that begins at the first
/// value: `slot = floor((time - first) / step + 1/2)`. A slot without a value is NaN, so a gap in
/// the stream moves nothing. Of two values in one slot the later stays.
final class TimeSlots {
  private static final String FORMAT = "time-slots";
  private static final int VERSION = 1;

  private final Duration step;
  private final double[] ring;
  private @Nullable Instant first;
  private long newest = -1;

  /// @param step between two slots
  /// @param slots how many are kept, the newest included
  TimeSlots(Duration step, int slots) {
    this.step = step;
    ring = new double[slots];
    Arrays.fill(ring, Double.NaN);
  }

  /// Puts a value into its slot.
  ///
  /// @throws IllegalArgumentException if the slot lies before the newest; nothing is changed then
  void put(TimedValue input) {
    Instant origin = first == null ? input.time() : first;
    Duration since = Duration.between(origin, input.time());
    long slot = since.isNegative() ? -1 : since.plus(step.dividedBy(2)).dividedBy(step);
    if (slot < 0 || slot < newest) {
      throw new IllegalArgumentException(
          "time must not go back by a step or more, was " + input.time());
    }
    first = origin;
    for (long s = Math.max(newest + 1, slot - ring.length + 1); s < slot; s++) {
      ring[(int) (s % ring.length)] = Double.NaN;
    }
    ring[(int) (slot % ring.length)] = input.value();
    newest = slot;
  }

  /// The value that many slots before the newest; NaN if there is none.
  double before(long slots) {
    return slots >= ring.length || slots > newest
        ? Double.NaN
        : ring[(int) ((newest - slots) % ring.length)];
  }

  Snapshot snapshot() {
    int used = (int) Math.min(newest + 1, ring.length);
    double[] values = new double[used];
    for (int i = 0; i < used; i++) {
      values[i] = before(used - 1 - i);
    }
    long[] origin =
        first == null ? new long[0] : new long[] {first.getEpochSecond(), first.getNano()};
    return Snapshot.named(FORMAT, VERSION)
        .longs("step", "s,ns", new long[] {step.getSeconds(), step.getNano()})
        .number("slots", "1", ring.length)
        .longs("first", "s,ns", origin)
        .number("newest", "1", newest)
        .doubles("values", "1", values)
        .build();
  }

  void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    long[] origin = snapshot.longs("first");
    long last = snapshot.number("newest");
    double[] values = snapshot.doubles("values");
    boolean same =
        snapshot.number("slots") == ring.length
            && Arrays.equals(
                snapshot.longs("step"), new long[] {step.getSeconds(), step.getNano()});
    if (!same
        || last < -1
        || origin.length != (last < 0 ? 0 : 2)
        || values.length != Math.min(last + 1, ring.length)) {
      throw new DataCorruptException(
          "slots must be "
              + ring.length
              + " of "
              + step
              + " with a value up to the newest, had "
              + snapshot.number("slots")
              + " with "
              + values.length
              + " values up to "
              + last);
    }
    first = last < 0 ? null : Instant.ofEpochSecond(origin[0], origin[1]);
    newest = last;
    Arrays.fill(ring, Double.NaN);
    for (int i = 0; i < values.length; i++) {
      ring[(int) ((last - values.length + 1 + i) % ring.length)] = values[i];
    }
  }
}
