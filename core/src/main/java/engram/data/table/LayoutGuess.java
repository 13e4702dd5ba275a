// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import engram.data.series.DateOrder;
import engram.data.table.TimeSeriesLayout.Form;
import engram.data.table.TimeSeriesLayout.Times;
import engram.error.DataCorruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds out how a table is laid out from its first records: of the separators `,` `;` tab, `|` and
/// blanks the one under which most of it makes sense.
final class LayoutGuess {
  private static final char[] DELIMITERS = {',', ';', '\t', '|', ' '};
  private static final Pattern TIME_NAME =
      Pattern.compile("(.*(time|date|zeit|datum|epoch).*|ts|t)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SECONDS_NAME =
      Pattern.compile("t|ts|time|timestamp|sec|seconds|elapsed", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final TimeSeriesOptions options;

  LayoutGuess(String name, TimeSeriesOptions options) {
    this.name = name;
    this.options = options;
  }

  /// The layout; empty if there is no row of numbers or times yet.
  ///
  /// @param whole whether the table ends with the sample
  /// @throws DataCorruptException if the sample is no table of measurements
  /// @throws IllegalArgumentException if a column that the options name is not there
  Optional<TimeSeriesLayout> of(List<CsvRecord> sample, boolean whole) {
    refuseBinary(sample);
    List<SampleTable> tables = new ArrayList<>();
    for (char delimiter : DELIMITERS) {
      SampleTable table = new SampleTable(sample, delimiter);
      if (table.isTable(whole)) {
        tables.add(table);
      }
    }
    return tables.stream().max(Comparator.comparingLong(this::sense)).map(this::layout);
  }

  /// How much of a table makes sense: values first, then times, then the rest.
  private long sense(SampleTable table) {
    int time = guessTime(table);
    boolean comma = decimalComma(table, time);
    long values = values(table, time, comma).size();
    boolean sure = time >= 0 && table.isWrittenTimes(time, table.order(options.dates()));
    return (values > 0 ? 1_000_000L : 0)
        + (sure ? 200_000 : time >= 0 ? 100_000 : 0)
        + Math.min(100, table.rows()) * 900L
        + Math.min(values, 800);
  }

  private TimeSeriesLayout layout(SampleTable table) {
    int time = time(table);
    boolean comma = decimalComma(table, time);
    List<Integer> values = new ArrayList<>();
    for (String asked : options.valueColumns()) {
      int column = column(asked, table.names(), "value");
      if (table.lacksNumbers(column, comma)) {
        throw lacks(asked, "numbers", table);
      }
      values.add(column);
    }
    if (values.isEmpty()) {
      values = values(table, time, comma);
    }
    if (values.isEmpty()) {
      throw new DataCorruptException(
          name
              + " must have a column of numbers, had "
              + table.names()
              + " with "
              + table.firstRow());
    }
    return new TimeSeriesLayout(
        new Form(table.delimiter(), comma, table.dataOffset()),
        times(table, time),
        table.names(),
        values);
  }

  private Times times(SampleTable table, int time) {
    DateOrder order = table.order(options.dates());
    int clock = -1;
    if (time >= 0 && table.isDates(time, order)) {
      for (int column = table.width() - 1; column >= 0; column--) {
        clock = column != time && table.isClocks(column) ? column : clock;
      }
    }
    Times without = new Times(time, clock, order, Duration.ZERO);
    Duration step = table.usualStep(row -> RowTime.of(row, without, options.zone()));
    return new Times(time, clock, order, step);
  }

  private int time(SampleTable table) {
    String asked = options.timeColumn();
    int time = asked.isEmpty() ? guessTime(table) : column(asked, table.names(), "time");
    DateOrder order = table.order(options.dates());
    boolean none = time < 0 || table.lacksTimes(time, order);
    if (none && table.hasSome(f -> FieldText.isAmbiguousDate(f) || FieldText.isShortDate(f))) {
      throw new DataCorruptException(
          name
              + " must have dates of a known order, had "
              + table.firstRow()
              + ": say whether the day or the month comes first");
    }
    if (none && time >= 0) {
      throw lacks(asked, "times", table);
    }
    return time;
  }

  private DataCorruptException lacks(String column, String what, SampleTable table) {
    return new DataCorruptException(
        name + " must hold " + what + " in column '" + column + "', had " + table.firstRow());
  }

  /// Dates; else a count under a name that says that it is time; else one since 1970 that rises.
  private int guessTime(SampleTable table) {
    List<String> names = table.names();
    DateOrder order = table.order(options.dates());
    int named = -1;
    int counted = -1;
    for (int column = table.width() - 1; column >= 0; column--) {
      if (table.isWrittenTimes(column, order)) {
        return firstWritten(table, order);
      }
      boolean since1970 = table.isCountedTimes(column);
      boolean seconds = SECONDS_NAME.matcher(names.get(column)).matches();
      boolean time = TIME_NAME.matcher(names.get(column)).matches();
      if ((since1970 && time) || (seconds && table.isSeconds(column))) {
        named = column;
      }
      counted = since1970 && table.rows() > 2 && table.width() > 1 ? column : counted;
    }
    return named >= 0 ? named : counted;
  }

  private static int firstWritten(SampleTable table, DateOrder order) {
    int column = 0;
    while (!table.isWrittenTimes(column, order)) {
      column++;
    }
    return column;
  }

  private static boolean decimalComma(SampleTable table, int time) {
    return table.delimiter() != ','
        && values(table, time, true).size() > values(table, time, false).size();
  }

  private static List<Integer> values(SampleTable table, int time, boolean decimalComma) {
    List<Integer> values = new ArrayList<>();
    for (int column = 0; column < table.width(); column++) {
      if (column != time && table.isNumbers(column, decimalComma)) {
        values.add(column);
      }
    }
    return values;
  }

  /// A column by its name, else by its name in other case, else by its number.
  private static int column(String asked, List<String> names, String what) {
    int exact = names.indexOf(asked);
    if (exact >= 0) {
      return exact;
    }
    String lower = asked.toLowerCase(Locale.ROOT);
    int same = names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList().indexOf(lower);
    if (same >= 0) {
      return same;
    }
    if (asked.matches("[1-9][0-9]{0,4}") && Integer.parseInt(asked) <= names.size()) {
      return Integer.parseInt(asked) - 1;
    }
    throw new IllegalArgumentException(
        what + " column must be one of " + names + " or a number from 1, was '" + asked + "'");
  }

  private void refuseBinary(List<CsvRecord> sample) {
    for (CsvRecord record : sample) {
      if (record.offset() == 0 && record.text().startsWith("\u001f\ufffd")) {
        throw new DataCorruptException(
            name + " must be text, was compressed: unpack it, as in gzip -dc FILE | ...");
      }
      for (int i = 0; i < record.text().length(); i++) {
        char c = record.text().charAt(i);
        if (c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f') {
          throw new DataCorruptException(
              name + " must be text, was binary: byte " + (int) c + " in line " + record.line());
        }
      }
    }
  }
}
