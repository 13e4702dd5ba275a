// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

import engram.data.internal.CsvText;
import engram.data.internal.NumberText;
import engram.data.internal.StoredBytes;
import engram.error.DataCorruptException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A series of numbers in time of which somebody said where it is anomalous. Never changes.
public final class LabelledSeries {
  private final String name;
  private final List<Instant> times;
  private final double[] values;
  private final List<RowSpan> anomalies;

  private LabelledSeries(
      String name, List<Instant> times, double[] values, List<RowSpan> anomalies) {
    this.name = name;
    this.times = times;
    this.values = values;
    this.anomalies = anomalies;
  }

  /// A series from rows in memory.
  ///
  /// @param rows in the order of the file; times may repeat and go back
  /// @param anomalies windows in order and apart, each beginning and ending at the time of a row
  /// @throws DataCorruptException if a window begins or ends at no row
  public static LabelledSeries of(String name, List<TimedValue> rows, List<TimeSpan> anomalies) {
    List<Instant> times = rows.stream().map(TimedValue::time).toList();
    double[] values = rows.stream().mapToDouble(TimedValue::value).toArray();
    List<RowSpan> spans = new ArrayList<>();
    int from = 0;
    for (TimeSpan anomaly : anomalies) {
      int first = row(times, from, anomaly.first(), name);
      int last = row(times, first, anomaly.last(), name);
      // Of rows with the same time the last belongs to the window too.
      while (last + 1 < times.size() && times.get(last + 1).equals(anomaly.last())) {
        last++;
      }
      spans.add(new RowSpan(first, last));
      from = last + 1;
    }
    return new LabelledSeries(name, times, values, List.copyOf(spans));
  }

  /// A series from a file of lines `time,value` under a line of names, plain or gzip.
  ///
  /// @throws DataCorruptException if a line is not of that form, or a window begins or ends at no
  ///   row
  /// @throws engram.error.DataMissingException if there is no such file
  public static LabelledSeries read(Path file, List<TimeSpan> anomalies) {
    return parse(StoredBytes.of(file), file.toString(), anomalies);
  }

  public static LabelledSeries parse(byte[] bytes, String name, List<TimeSpan> anomalies) {
    List<CsvText.Line> lines = new CsvText(CsvText.utf8(bytes, name), name).records();
    List<TimedValue> rows = new ArrayList<>();
    for (CsvText.Line line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      Optional<TimedValue> row = row(line.fields());
      rows.add(
          row.orElseThrow(() ->
              new DataCorruptException(
                  name
                      + " line "
                      + line.number()
                      + ": must be a time and a finite number, was '"
                      + String.join(",", line.fields())
                      + "'")));
    }
    return of(name, rows, anomalies);
  }

  private static Optional<TimedValue> row(List<String> fields) {
    return fields.size() == 2
        ? TimeText.instant(fields.getFirst())
            .flatMap(time ->
                NumberText.finite(fields.getLast()).stream()
                    .mapToObj(value -> new TimedValue(time, value))
                    .findFirst())
        : Optional.empty();
  }

  private static int row(List<Instant> times, int from, Instant time, String name) {
    for (int row = from; row < times.size(); row++) {
      if (times.get(row).equals(time)) {
        return row;
      }
    }
    throw new DataCorruptException(
        name + ": a window must begin and end at rows, in order, was at " + time);
  }

  /// What it is called.
  public String name() {
    return name;
  }

  /// How many rows it has.
  public int rows() {
    return values.length;
  }

  /// A row, from 0.
  public TimedValue row(int row) {
    return new TimedValue(times.get(row), values[row]);
  }

  /// Its values, as a copy.
  public double[] values() {
    return values.clone();
  }

  /// Where it is anomalous, in order.
  public List<RowSpan> anomalies() {
    return anomalies;
  }

  @Override
  public String toString() {
    return name + ": " + rows() + " rows, " + anomalies.size() + " windows";
  }
}
