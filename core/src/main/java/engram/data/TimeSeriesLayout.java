// SPDX-License-Identifier: Apache-2.0
package engram.data;

import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How a table of measurements is laid out.
///
/// @param delimiter what separates fields
/// @param decimalComma whether numbers have a comma where others have a point
/// @param dataOffset where the first row of numbers begins, in bytes; before it stand names
/// @param names of all columns; their numbers, from 1, where they have none
/// @param timeColumn the column of times, from 0; -1 if there is none, and rows are counted
/// @param valueColumns the columns of values, from 0
/// @param usualStep the median time from row to row; zero if it cannot be told
public record TimeSeriesLayout(
    char delimiter,
    boolean decimalComma,
    long dataOffset,
    List<String> names,
    int timeColumn,
    List<Integer> valueColumns,
    Duration usualStep) {
  private static final String FORMAT = "time-series-layout";
  private static final int VERSION = 1;

  /// Copies and checks.
  public TimeSeriesLayout {
    names = List.copyOf(names);
    valueColumns = List.copyOf(valueColumns);
    if (timeColumn < -1 || timeColumn >= names.size()) {
      throw new IllegalArgumentException(
          "timeColumn must be in [-1, " + (names.size() - 1) + "], was " + timeColumn);
    }
    for (int column : valueColumns) {
      if (column < 0 || column >= names.size()) {
        throw new IllegalArgumentException(
            "value column must be in [0, " + (names.size() - 1) + "], was " + column);
      }
    }
  }

  /// The names of the value columns.
  public List<String> valueNames() {
    return valueColumns.stream().map(names::get).toList();
  }

  /// Whether a column holds times.
  public boolean hasTimes() {
    return timeColumn >= 0;
  }

  /// What was found, in a sentence.
  public String says() {
    String time =
        hasTimes()
            ? "times in column " + column(timeColumn)
            : "no column of times, so rows are counted as seconds";
    String step = usualStep.isZero() ? "" : ", every " + words(usualStep);
    String values = String.join(", ", valueColumns.stream().map(this::column).toList());
    return time
        + step
        + "; values in column"
        + (valueColumns.size() == 1 ? " " : "s ")
        + values
        + "; fields separated by "
        + separator()
        + (decimalComma ? ", decimal comma" : "");
  }

  /// The same for bytes that begin with a row.
  TimeSeriesLayout withoutNames() {
    return new TimeSeriesLayout(
        delimiter, decimalComma, 0, names, timeColumn, valueColumns, usualStep);
  }

  private String column(int column) {
    String number = Integer.toString(column + 1);
    return names.get(column).equals(number) ? number : number + " '" + names.get(column) + "'";
  }

  private String separator() {
    return delimiter == '\t' ? "tabs" : "'" + delimiter + "'";
  }

  private static String words(Duration step) {
    if (step.toSeconds() == 0) {
      return step.toNanos() / 1e6 + " ms";
    }
    long seconds = step.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + " d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + " h";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  Snapshot snapshot() {
    Snapshot.Builder builder =
        Snapshot.named(FORMAT, VERSION)
            .number("delimiter", "1", delimiter)
            .booleans("decimal-comma", new boolean[] {decimalComma})
            .number("data-offset", "byte", dataOffset)
            .number("time-column", "1", timeColumn)
            .ints("value-columns", "1", valueColumns.stream().mapToInt(Integer::intValue).toArray())
            .longs("usual-step", "1", new long[] {usualStep.getSeconds(), usualStep.getNano()})
            .number("names", "1", names.size());
    for (int i = 0; i < names.size(); i++) {
      builder.note("name " + i, names.get(i));
    }
    return builder.build();
  }

  static TimeSeriesLayout restored(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < snapshot.number("names"); i++) {
      String name = snapshot.notes().get("name " + i);
      if (name == null) {
        throw new DataCorruptException("layout must name column " + i + ", does not");
      }
      names.add(name);
    }
    List<Integer> values = new ArrayList<>();
    for (int column : snapshot.ints("value-columns")) {
      values.add(column);
    }
    long[] step = snapshot.longs("usual-step");
    try {
      return new TimeSeriesLayout(
          (char) snapshot.number("delimiter"),
          snapshot.booleans("decimal-comma")[0],
          snapshot.number("data-offset"),
          names,
          (int) snapshot.number("time-column"),
          values,
          Duration.ofSeconds(step[0], step[1]));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new DataCorruptException("layout: " + e.getMessage(), e);
    }
  }
}
