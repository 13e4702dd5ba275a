// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import engram.data.series.TimedRow;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.htm.AnomalyModel;
import engram.state.Machine;
import engram.state.Snapshot;
import engram.state.stream.Recorder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Watches a table of measurements: one [ColumnDetector] for each value column, their alarms, and
/// the course of values and scores for a picture, all in bounded memory.
///
/// ```java
/// RowDetector detector = new RowDetector(DetectorSettings.usual(), Seeds.of(1));
/// for (Optional<TimedRow> row = rows.next(); row.isPresent(); row = rows.next()) {
///   detector.step(row.get()).raised().forEach(this::tell);
/// }
/// ```
///
/// The first row says how many columns there are. References: see the package, [1].
public final class RowDetector implements Machine<TimedRow, RowFinding> {
  private static final String FORMAT = "row-detector";
  private static final int VERSION = 1;
  private static final int BINS = 1440;
  private static final int MOST_SERIES = 1 << 16;
  private static final double NANO = 1e-9;

  private final DetectorSettings settings;
  private final AnomalyModel blank;
  private List<ColumnDetector> columns = List.of();
  private AlarmLog alarms;
  private Recorder course = new Recorder(BINS, MOST_SERIES);
  private long rows;

  /// A detector that has seen nothing.
  public RowDetector(DetectorSettings settings, Seeds seeds) {
    this(settings, AnomalyModel.of(settings.model(), seeds));
  }

  private RowDetector(DetectorSettings settings, AnomalyModel blank) {
    this.settings = settings;
    this.blank = blank;
    this.alarms = new AlarmLog(settings.joinRows());
  }

  /// How many rows it has seen.
  public long rows() {
    return rows;
  }

  /// How many alarms there were.
  public long alarmCount() {
    return alarms.count();
  }

  /// The last thousand alarms, from the oldest.
  public List<Alarm> alarms() {
    return alarms.alarms();
  }

  /// The course of values and scores over the time in seconds since 1970: series `value i` and
  /// `score i` for column i.
  public Recorder course() {
    return course;
  }

  /// @throws IllegalArgumentException if the row has other columns than those before it
  @Override
  public RowFinding step(TimedRow row) {
    int width = row.values().length;
    if (rows == 0) {
      columns = detectors(width);
    }
    if (width != columns.size()) {
      throw new IllegalArgumentException(
          "row on line " + row.line() + " must have " + columns.size() + " values, was " + width);
    }
    List<Finding> findings = new ArrayList<>(width);
    List<Alarm> raised = new ArrayList<>();
    Instant time = row.time();
    double at = time.getEpochSecond() + NANO * time.getNano();
    for (int i = 0; i < width; i++) {
      Finding finding = columns.get(i).step(row.value(i));
      findings.add(finding);
      if (finding.state() != Finding.State.MISSING) {
        course.add("value " + i, "1", at, finding.value());
        course.add("score " + i, "1", at, finding.score());
      }
      if (finding.isUnusual(settings.threshold())) {
        alarms.add(rows, row.line(), time, i, finding).ifPresent(raised::add);
      }
    }
    rows++;
    return RowFinding.of(row, findings, raised);
  }

  private List<ColumnDetector> detectors(int count) {
    List<ColumnDetector> made = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      made.add(new ColumnDetector(settings, blank));
    }
    return made;
  }

  @Override
  public Snapshot snapshot() {
    Snapshot.Builder builder =
        Snapshot.named(FORMAT, VERSION)
            .number("warm-up-rows", "1", settings.warmUpRows())
            .number("rows", "1", rows)
            .number("columns", "1", columns.size())
            .part("alarms", alarms.snapshot())
            .part("course", course.snapshot());
    for (int i = 0; i < columns.size(); i++) {
      builder.part("column " + i, columns.get(i).snapshot());
    }
    return builder.build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    long warmUp = snapshot.number("warm-up-rows");
    long behind = snapshot.number("rows");
    long count = snapshot.number("columns");
    if (warmUp != settings.warmUpRows()) {
      throw new DataCorruptException(
          "model must have a warm-up of " + settings.warmUpRows() + " rows, was " + warmUp);
    }
    if (behind < 0 || count < 0 || count > MOST_SERIES / 2 || (behind > 0) != (count > 0)) {
      throw new DataCorruptException(
          "model must have rows and columns, was " + behind + " and " + count);
    }
    List<ColumnDetector> restored = detectors((int) count);
    for (int i = 0; i < restored.size(); i++) {
      restored.get(i).restore(snapshot.part("column " + i));
    }
    AlarmLog log = AlarmLog.restored(settings.joinRows(), snapshot.part("alarms"));
    Recorder recorder = new Recorder(BINS, MOST_SERIES);
    recorder.restore(snapshot.part("course"));
    columns = restored;
    alarms = log;
    course = recorder;
    rows = behind;
  }

  @Override
  public RowDetector fork() {
    RowDetector fork = new RowDetector(settings, blank);
    fork.restore(snapshot());
    return fork;
  }
}
