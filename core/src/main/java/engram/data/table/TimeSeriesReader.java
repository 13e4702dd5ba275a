// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.data.series.TimedRow;
import engram.error.DataCorruptException;
import engram.state.Snapshot;
import engram.state.stream.StreamSource;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Reads a person's table of measurements row by row: a file, one that is still growing, or a pipe.
///
/// ```java
/// try (TimeSeriesReader rows = TimeSeriesReader.open(file, TimeSeriesOptions.guessing())) {
///   rows.layout().ifPresent(layout -> show(layout.says()));
///   for (Optional<TimedRow> row = rows.next(); row.isPresent(); row = rows.next()) {
///     detector.step(row.get().value(0));
///   }
///   rows.issues().says().forEach(this::show);
/// }
/// ```
///
/// What is a time, what a value and what a name is guessed from the first rows, as many as are
/// there at once, 50 at most; [TimeSeriesLayout#says] tells. One odd row never ends the reading:
/// [RowIssue] lists what can be odd and what is done, [#issues] counts it. What is refused is what
/// is no table at all, and a file that became shorter.
///
/// [#position] can be kept in a snapshot; [#seek] goes there again in constant time, and knows a
/// file that is not the one it left. A pipe cannot go back: after `seek`, rows up to the time of
/// the last one given are taken as known and left out.
///
/// Memory holds one record, a mebibyte at most, and the sample.
public final class TimeSeriesReader implements StreamSource<TimedRow>, AutoCloseable {
  private static final String FORMAT = "time-series-reader";
  private static final int VERSION = 1;
  private static final int SAMPLE = 50;

  private final ByteInput input;
  private final TimeSeriesOptions options;
  private final CsvStream records;
  private final Deque<CsvRecord> ahead = new ArrayDeque<>();
  private final RowIssues issues = new RowIssues();
  private @Nullable CsvRecord comment;
  private @Nullable TimeSeriesLayout layout;
  private @Nullable Instant last;
  private @Nullable Instant known;
  private long rows;

  private TimeSeriesReader(ByteInput input, TimeSeriesOptions options) {
    this.input = input;
    this.options = options;
    records = new CsvStream(input);
  }

  /// A reader of a file.
  ///
  /// @throws engram.error.DataMissingException if there is no such file
  public static TimeSeriesReader open(Path file, TimeSeriesOptions options) {
    return new TimeSeriesReader(ByteInput.OfFile.open(file, options.growing()), options);
  }

  /// A reader of a pipe, which waits for its rows and stays open when this is closed. With options
  /// that say it grows it does not wait: `available` of the stream tells whether there is something
  /// now, and must not be 0 at its end.
  ///
  /// @param name what messages call it
  public static TimeSeriesReader of(InputStream in, String name, TimeSeriesOptions options) {
    return new TimeSeriesReader(new ByteInput.OfPipe(name, in, options.growing()), options);
  }

  /// What was found; reads as far as is needed. Empty if a growing file has no row yet.
  ///
  /// @throws DataCorruptException if there is no row, or no table of measurements
  /// @throws IllegalArgumentException if a column that the options name is not there
  public Optional<TimeSeriesLayout> layout() {
    while (layout == null) {
      Optional<CsvRecord> record = records.next();
      record.ifPresent(this::keepForSample);
      boolean full = ahead.size() >= SAMPLE;
      boolean whole = record.isEmpty() && !input.mayGrow();
      if (!ahead.isEmpty() && (full || record.isEmpty() || !records.hasLine())) {
        List<CsvRecord> sample = new ArrayList<>(ahead);
        if (comment != null) {
          sample.addFirst(comment);
        }
        layout = new LayoutGuess(input.name(), options).of(sample, whole).orElse(null);
      }
      if (layout == null && (full || whole)) {
        throw noRows();
      }
      if (layout == null && record.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(layout);
  }

  /// Of blank lines and comments the last comment above all else is kept: it may name the columns.
  private void keepForSample(CsvRecord record) {
    if (record.isComment()) {
      comment = ahead.isEmpty() ? record : comment;
    } else if (!record.isBlank()) {
      ahead.add(record);
    }
  }

  private DataCorruptException noRows() {
    long lines = records.line() - 1;
    String was = "had none in " + lines + (lines == 1 ? " line" : " lines");
    if (!ahead.isEmpty() && ahead.stream().allMatch(r -> r.state() == CsvRecord.State.TOO_LONG)) {
      was = "had only lines longer than " + CsvStream.LONGEST + " bytes";
    }
    return new DataCorruptException(
        input.name() + " must have a row of numbers, " + (lines == 0 ? "was empty" : was));
  }

  /// The next row; empty if there is none, or none now in a growing file.
  ///
  /// @throws DataCorruptException as [#layout] does, or if the file became shorter
  @Override
  public Optional<TimedRow> next() {
    Optional<TimeSeriesLayout> found = layout();
    while (found.isPresent()) {
      CsvRecord waiting = ahead.poll();
      Optional<CsvRecord> record = waiting == null ? records.next() : Optional.of(waiting);
      if (record.isEmpty()) {
        break;
      }
      boolean words = record.get().isBlank() || record.get().isComment();
      if (record.get().offset() >= found.get().form().dataOffset() && !words) {
        Optional<TimedRow> row = row(record.get(), found.get());
        if (row.isPresent()) {
          return row;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<TimedRow> row(CsvRecord record, TimeSeriesLayout in) {
    Optional<List<String>> fields = record.fields(in.form().delimiter());
    if (fields.isEmpty()) {
      boolean tooLong = record.state() == CsvRecord.State.TOO_LONG;
      return leftOut(record, tooLong ? RowIssue.TOO_LONG : RowIssue.DAMAGED);
    }
    Optional<Instant> time =
        in.times().exist()
            ? RowTime.of(fields.get(), in.times(), options.zone())
            : Optional.of(Instant.ofEpochSecond(rows));
    if (time.isEmpty()) {
      return leftOut(record, RowIssue.NO_TIME);
    }
    if (known != null) {
      if (!time.get().isAfter(known)) {
        return Optional.empty();
      }
      known = null;
    }
    if (fields.get().size() != in.names().size()) {
      issues.add(RowIssue.OTHER_WIDTH, record.line());
    }
    noteTime(time.get(), in.times().usualStep(), record.line());
    double[] values = new double[in.valueColumns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(fields.get(), in.valueColumns().get(i), in, record.line());
    }
    last = time.get();
    rows++;
    return Optional.of(new TimedRow(record.line(), time.get(), values));
  }

  private Optional<TimedRow> leftOut(CsvRecord record, RowIssue issue) {
    if (known == null) {
      issues.add(issue, record.line());
    }
    return Optional.empty();
  }

  private void noteTime(Instant time, Duration step, long line) {
    if (last == null) {
      return;
    }
    if (time.equals(last)) {
      issues.add(RowIssue.REPEATED_TIME, line);
    } else if (time.isBefore(last)) {
      issues.add(RowIssue.EARLIER_TIME, line);
    } else if (!step.isZero() && time.isAfter(last.plus(step.multipliedBy(3).dividedBy(2)))) {
      issues.add(RowIssue.GAP, line);
    }
  }

  private double value(List<String> fields, int column, TimeSeriesLayout in, long line) {
    String field = column < fields.size() ? fields.get(column) : "";
    OptionalDouble number = FieldText.number(field, in.form().decimalComma());
    if (number.isEmpty()) {
      issues.add(FieldText.issue(field), line);
    }
    return number.orElse(Double.NaN);
  }

  /// What was odd so far.
  public RowIssues issues() {
    return issues;
  }

  @Override
  public Snapshot position() {
    CsvRecord next = ahead.peek();
    long offset = next == null ? records.offset() : next.offset();
    Snapshot.Builder builder =
        Snapshot.named(FORMAT, VERSION)
            .note("asked", asked())
            .number("offset", "byte", offset)
            .number("line", "1", next == null ? records.line() : next.line())
            .number("rows", "1", rows)
            .longs("last", "1", seconds(last))
            .part("issues", issues.snapshot())
            .bytes("before", "1", input.before(offset));
    if (layout != null) {
      builder.part("layout", layout.snapshot());
    }
    return builder.build();
  }

  @Override
  public void seek(Snapshot position) {
    requireOwn(position);
    long[] time = position.longs("last");
    Instant lastTime = time.length == 0 ? null : instant(time);
    boolean guessed = position.notes().containsKey("part:layout");
    TimeSeriesLayout found = guessed ? TimeSeriesLayout.restored(position.part("layout")) : null;
    issues.restore(position.part("issues"));
    rows = position.number("rows");
    layout = found;
    last = lastTime;
    if (input instanceof ByteInput.OfPipe) {
      layout = found == null ? null : found.withoutNames();
      known = found != null && found.times().exist() ? last : null;
    } else {
      ahead.clear();
      records.seek(position.number("offset"), position.number("line"));
    }
  }

  private void requireOwn(Snapshot position) {
    position.require(FORMAT, VERSION);
    String asked = position.notes().getOrDefault("asked", "");
    if (!asked().equals(asked)) {
      throw new DataCorruptException(
          "position in " + input.name() + " must be of " + asked() + ", was of " + asked);
    }
    long offset = position.number("offset");
    long line = position.number("line");
    if (offset < 0 || line < 1) {
      throw new DataCorruptException(
          "position in "
              + input.name()
              + " must be an offset and a line, was "
              + offset
              + " and "
              + line);
    }
    boolean file = input instanceof ByteInput.OfFile;
    if (file && !Arrays.equals(input.before(offset), position.bytes("before"))) {
      throw new DataCorruptException(
          input.name()
              + " must have the same bytes before "
              + offset
              + " as when it was left: it is another file");
    }
  }

  private String asked() {
    return options.zone()
        + " "
        + options.dates()
        + " time '"
        + options.timeColumn()
        + "' values "
        + options.valueColumns();
  }

  private static long[] seconds(@Nullable Instant time) {
    return time == null ? new long[0] : new long[] {time.getEpochSecond(), time.getNano()};
  }

  private static Instant instant(long[] time) {
    try {
      return Instant.ofEpochSecond(time[0], time[1]);
    } catch (DateTimeException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new DataCorruptException(
          "time of a position must be seconds and nanoseconds, was " + Arrays.toString(time), e);
    }
  }

  @Override
  public void close() {
    input.close();
  }
}
