// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.data.series.DateOrder;
import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How a table of measurements is laid out.
///
/// @param form how its text is cut
/// @param times where its times stand
/// @param names of all columns; their numbers, from 1, where they have none
/// @param valueColumns the columns of values, from 0
public record TimeSeriesLayout(
    Form form, Times times, List<String> names, List<Integer> valueColumns) {
  private static final String FORMAT = "time-series-layout";
  private static final int VERSION = 1;

  /// How a table's text is cut.
  ///
  /// @param delimiter what separates fields
  /// @param decimalComma whether numbers have a comma where others have a point
  /// @param dataOffset where the first row of numbers begins, in bytes; before it stand names
  public record Form(char delimiter, boolean decimalComma, long dataOffset) {}

  /// Where times stand.
  ///
  /// @param column the column of times, from 0; -1 if there is none, and rows are counted
  /// @param clockColumn the column of the time of day, if the column of times has dates only; -1 if
  ///   there is none
  /// @param order of dates
  /// @param usualStep the median time from row to row; zero if it cannot be told
  public record Times(int column, int clockColumn, DateOrder order, Duration usualStep) {
    /// Whether a column holds times.
    public boolean exist() {
      return column >= 0;
    }
  }

  /// Copies and checks.
  public TimeSeriesLayout {
    names = List.copyOf(names);
    valueColumns = List.copyOf(valueColumns);
    requireColumn("time column", times.column(), -1, names);
    requireColumn("clock column", times.clockColumn(), -1, names);
    for (int column : valueColumns) {
      requireColumn("value column", column, 0, names);
    }
  }

  private static void requireColumn(String what, int column, int least, List<String> names) {
    if (column < least || column >= names.size()) {
      throw new IllegalArgumentException(
          what + " must be in [" + least + ", " + (names.size() - 1) + "], was " + column);
    }
  }

  /// The names of the value columns.
  public List<String> valueNames() {
    return valueColumns.stream().map(names::get).toList();
  }

  /// What was found, in a sentence.
  public String says() {
    String time = "no column of times, so rows are counted as seconds";
    if (times.exist()) {
      boolean clock = times.clockColumn() >= 0;
      time =
          (clock ? "times in columns " : "times in column ")
              + column(times.column())
              + (clock ? " and " + column(times.clockColumn()) : "")
              + switch (times.order()) {
                case YEAR_FIRST -> "";
                case DAY_FIRST -> ", day first";
                case MONTH_FIRST -> ", month first";
              };
    }
    String step = times.usualStep().isZero() ? "" : ", every " + words(times.usualStep());
    String values = String.join(", ", valueColumns.stream().map(this::column).toList());
    String separator =
        switch (form.delimiter()) {
          case '\t' -> "tabs";
          case ' ' -> "blanks";
          default -> "'" + form.delimiter() + "'";
        };
    return time
        + step
        + "; values in column"
        + (valueColumns.size() == 1 ? " " : "s ")
        + values
        + "; fields separated by "
        + separator
        + (form.decimalComma() ? ", decimal comma" : "");
  }

  /// The same for bytes that begin with a row.
  TimeSeriesLayout withoutNames() {
    return new TimeSeriesLayout(
        new Form(form.delimiter(), form.decimalComma(), 0), times, names, valueColumns);
  }

  private String column(int column) {
    String number = Integer.toString(column + 1);
    return names.get(column).equals(number) ? number : number + " '" + names.get(column) + "'";
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
    Duration step = times.usualStep();
    Snapshot.Builder builder =
        Snapshot.named(FORMAT, VERSION)
            .number("delimiter", "1", form.delimiter())
            .booleans("decimal-comma", new boolean[] {form.decimalComma()})
            .number("data-offset", "byte", form.dataOffset())
            .ints("time-columns", "1", new int[] {times.column(), times.clockColumn()})
            .note("date-order", times.order().name())
            .longs("usual-step", "1", new long[] {step.getSeconds(), step.getNano()})
            .ints("value-columns", "1", valueColumns.stream().mapToInt(Integer::intValue).toArray())
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
      names.add(note(snapshot, "name " + i));
    }
    List<Integer> values = new ArrayList<>();
    for (int column : snapshot.ints("value-columns")) {
      values.add(column);
    }
    int[] columns = snapshot.ints("time-columns");
    long[] step = snapshot.longs("usual-step");
    try {
      Form form =
          new Form(
              (char) snapshot.number("delimiter"),
              snapshot.booleans("decimal-comma")[0],
              snapshot.number("data-offset"));
      Times times =
          new Times(
              columns[0],
              columns[1],
              DateOrder.valueOf(note(snapshot, "date-order")),
              Duration.ofSeconds(step[0], step[1]));
      return new TimeSeriesLayout(form, times, names, values);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new DataCorruptException("layout: " + e.getMessage(), e);
    }
  }

  private static String note(Snapshot snapshot, String key) {
    String note = snapshot.notes().get(key);
    if (note == null) {
      throw new DataCorruptException("layout must have a note '" + key + "', has none");
    }
    return note;
  }
}
