// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The last values of a stream, as many as fit, none of them missing.
public final class RecentValues {
  private static final String FORMAT = "recent-values";
  private static final int VERSION = 1;

  private final int capacity;
  private final Deque<TimedValue> values = new ArrayDeque<>();

  /// @param capacity how many fit, from 1
  public RecentValues(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
    }
    this.capacity = capacity;
  }

  /// Takes a value; the oldest goes where it is full.
  public void add(TimedValue value) {
    if (value.isMissing()) {
      throw new IllegalArgumentException("value must be finite, was missing at " + value.time());
    }
    if (isFull()) {
      values.removeFirst();
    }
    values.addLast(value);
  }

  /// Whether the next one makes the oldest go.
  public boolean isFull() {
    return values.size() == capacity;
  }

  /// How many there are.
  public int size() {
    return values.size();
  }

  /// All, from the oldest.
  public List<TimedValue> all() {
    return List.copyOf(values);
  }

  /// The scale of all.
  ///
  /// @throws IllegalStateException if there is none
  public Scale scale() {
    return scaleWithout(0);
  }

  /// The scale of all but the lowest and the highest hundredth.
  ///
  /// @throws IllegalStateException if there is none
  public Scale innerScale() {
    return scaleWithout(values.size() / 100);
  }

  private Scale scaleWithout(int atEachEnd) {
    if (values.isEmpty()) {
      throw new IllegalStateException("recent values must be 1 or more, were none");
    }
    double[] sorted = values.stream().mapToDouble(TimedValue::value).sorted().toArray();
    return new Scale(sorted[atEachEnd], sorted[sorted.length - 1 - atEachEnd]);
  }

  /// The median time from value to value, of those that go forward; zero if there are none.
  public Duration usualStep() {
    Duration[] steps = new Duration[values.size()];
    int count = 0;
    Instant before = null;
    for (TimedValue value : values) {
      if (before != null && value.time().isAfter(before)) {
        steps[count++] = Duration.between(before, value.time());
      }
      before = value.time();
    }
    Arrays.sort(steps, 0, count);
    return count == 0 ? Duration.ZERO : steps[(count - 1) / 2];
  }

  /// All, as they are kept.
  public Snapshot snapshot() {
    long[] seconds = new long[values.size()];
    int[] nanos = new int[values.size()];
    double[] kept = new double[values.size()];
    int i = 0;
    for (TimedValue value : values) {
      Instant time = value.time();
      seconds[i] = time.getEpochSecond();
      nanos[i] = time.getNano();
      kept[i++] = value.value();
    }
    return Snapshot.named(FORMAT, VERSION)
        .number("capacity", "1", capacity)
        .longs("seconds", "s", seconds)
        .ints("nanos", "ns", nanos)
        .doubles("values", "1", kept)
        .build();
  }

  /// Those of a snapshot, in as much room.
  ///
  /// @throws DataCorruptException if the snapshot is none of recent values of this capacity
  public RecentValues restored(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    long[] seconds = snapshot.longs("seconds");
    int[] nanos = snapshot.ints("nanos");
    double[] kept = snapshot.doubles("values");
    if (snapshot.number("capacity") != capacity
        || kept.length > capacity
        || kept.length != seconds.length
        || kept.length != nanos.length) {
      throw new DataCorruptException(
          "recent values must be at most "
              + capacity
              + " of "
              + capacity
              + " with their times, were "
              + kept.length
              + " of "
              + snapshot.number("capacity"));
    }
    RecentValues restored = new RecentValues(capacity);
    try {
      for (int i = 0; i < kept.length; i++) {
        restored.add(new TimedValue(Instant.ofEpochSecond(seconds[i], nanos[i]), kept[i]));
      }
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new DataCorruptException("recent values: " + e.getMessage(), e);
    }
    return restored;
  }
}
