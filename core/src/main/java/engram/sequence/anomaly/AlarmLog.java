// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The alarms so far: how many there were, and the last thousand of them.
final class AlarmLog {
  private static final String FORMAT = "alarm-log";
  private static final int VERSION = 1;
  private static final int KEPT = 1000;
  private static final int NUMBERS = 7;
  private static final int TIMES = 8;

  private final int joinRows;
  private final List<Entry> kept = new ArrayList<>();
  private long count;

  /// An alarm and the row on which it went on last.
  private record Entry(Alarm alarm, long lastRow) {}

  AlarmLog(int joinRows) {
    this.joinRows = joinRows;
  }

  long count() {
    return count;
  }

  List<Alarm> alarms() {
    return kept.stream().map(Entry::alarm).toList();
  }

  /// Takes an unusual row; gives the alarm if it begins one.
  ///
  /// @param row its number in the stream
  Optional<Alarm> add(long row, long line, Instant time, int column, Finding finding) {
    for (int i = kept.size() - 1; i >= 0; i--) {
      Entry entry = kept.get(i);
      if (entry.alarm.column() == column) {
        if (row - entry.lastRow - 1 > joinRows) {
          break;
        }
        kept.set(i, new Entry(entry.alarm.with(time, finding.score()), row));
        return Optional.empty();
      }
    }
    Alarm alarm = new Alarm(column, line, time, finding, 1, time, finding.score());
    if (kept.size() == KEPT) {
      kept.removeFirst();
    }
    kept.add(new Entry(alarm, row));
    count++;
    return Optional.of(alarm);
  }

  Snapshot snapshot() {
    double[] numbers = new double[kept.size() * NUMBERS];
    long[] times = new long[kept.size() * TIMES];
    StringBuilder causes = new StringBuilder();
    for (int i = 0; i < kept.size(); i++) {
      Alarm alarm = kept.get(i).alarm;
      Finding first = alarm.first();
      Expectation expected = first.expected();
      Instant begun = alarm.time();
      Instant last = alarm.last();
      System.arraycopy(
          new double[] {
            first.value(),
            expected.value(),
            expected.low(),
            expected.high(),
            first.score(),
            first.likelihood(),
            alarm.peak()
          },
          0,
          numbers,
          i * NUMBERS,
          NUMBERS);
      System.arraycopy(
          new long[] {
            alarm.column(),
            alarm.line(),
            alarm.rows(),
            kept.get(i).lastRow,
            begun.getEpochSecond(),
            begun.getNano(),
            last.getEpochSecond(),
            last.getNano()
          },
          0,
          times,
          i * TIMES,
          TIMES);
      causes.append(' ').append(first.cause());
    }
    return Snapshot.named(FORMAT, VERSION)
        .number("count", "1", count)
        .doubles("numbers", "1", numbers, kept.size(), NUMBERS)
        .longs("times", "1", times, kept.size(), TIMES)
        .note("causes", "are" + causes)
        .build();
  }

  static AlarmLog restored(int joinRows, Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    double[] numbers = snapshot.doubles("numbers");
    long[] times = snapshot.longs("times");
    String[] causes = snapshot.notes().getOrDefault("causes", "").split(" ", -1);
    int stored = causes.length - 1;
    AlarmLog log = new AlarmLog(joinRows);
    log.count = snapshot.number("count");
    if (stored > KEPT
        || numbers.length != stored * NUMBERS
        || times.length != stored * TIMES
        || log.count < stored) {
      throw new DataCorruptException(
          "alarms must be at most "
              + KEPT
              + " with their numbers and times, were "
              + stored
              + " of "
              + log.count);
    }
    try {
      for (int i = 0; i < stored; i++) {
        log.kept.add(entry(numbers, i * NUMBERS, times, i * TIMES, causes[i + 1]));
      }
    } catch (RuntimeException e) {
      throw new DataCorruptException("alarms: " + e.getMessage(), e);
    }
    return log;
  }

  private static Entry entry(double[] numbers, int n, long[] times, int t, String cause) {
    Finding first =
        new Finding(
            Finding.State.JUDGED,
            numbers[n],
            new Expectation(numbers[n + 1], numbers[n + 2], numbers[n + 3]),
            numbers[n + 4],
            numbers[n + 5],
            Finding.Cause.valueOf(cause));
    Alarm alarm =
        new Alarm(
            Math.toIntExact(times[t]),
            times[t + 1],
            Instant.ofEpochSecond(times[t + 4], times[t + 5]),
            first,
            times[t + 2],
            Instant.ofEpochSecond(times[t + 6], times[t + 7]),
            numbers[n + 6]);
    return new Entry(alarm, times[t + 3]);
  }
}
