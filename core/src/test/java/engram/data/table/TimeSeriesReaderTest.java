// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.DateOrder;
import engram.data.series.TimedRow;
import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people's tables look like, whole and odd.
class TimeSeriesReaderTest {
  private static final TimeSeriesOptions GUESS = TimeSeriesOptions.guessing();

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }

  /// All rows as `line time values`.
  private static List<String> rest(TimeSeriesReader reader) {
    List<String> rows = new ArrayList<>();
    for (Optional<TimedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
      rows.add(
          row.get().line() + " " + row.get().time() + " " + Arrays.toString(row.get().values()));
    }
    return rows;
  }

  private List<String> rows(String text, TimeSeriesOptions options) throws IOException {
    try (TimeSeriesReader reader = TimeSeriesReader.open(file(text), options)) {
      return rest(reader);
    }
  }

  private String says(String text) throws IOException {
    try (TimeSeriesReader reader = TimeSeriesReader.open(file(text), GUESS)) {
      return reader.layout().orElseThrow().says();
    }
  }

  private List<String> issues(String text) throws IOException {
    try (TimeSeriesReader reader = TimeSeriesReader.open(file(text), GUESS)) {
      rest(reader);
      return reader.issues().says();
    }
  }

  private void refuses(String message, String text, TimeSeriesOptions options) throws IOException {
    Path file = file(text);
    try (TimeSeriesReader reader = TimeSeriesReader.open(file, options)) {
      assertEquals(
          file + " must " + message,
          assertThrows(DataCorruptException.class, reader::next).getMessage());
    }
  }

  @Test
  void saysWhatItGuessed() throws IOException {
    assertEquals(
        "times in column 1 'timestamp', every 30 min; values in column 2 'value'; fields separated"
            + " by ','",
        says("timestamp,value\n2014-07-01 00:00:00,1\n2014-07-01 00:30:00,2\n"));
    assertEquals(
        "times in column 2 'Zeit', every 1 d; values in columns 1 'a', 3 'b'; fields separated by"
            + " ';', decimal comma",
        says("a;Zeit;b\n1,5;2014-07-01;2\n2,5;2014-07-02;3,25\n"));
    assertEquals(
        "times in column 1, every 10 s; values in column 3; fields separated by tabs",
        says("1404174600\thost\t1\n1404174610\thost\t2\n1404174620\thost\t0\n"));
    assertEquals(
        "times in column 2 'ts', every 250.0 ms; values in column 1 'v'; fields separated by '|'",
        says("v|ts\n5|1404174600000\n6|1404174600250\n"));
    assertEquals(
        "no column of times, so rows are counted as seconds; values in column 1; fields separated"
            + " by ','",
        says("1\n2\n3\n"));
  }

  @Test
  void readsManyLayouts() throws IOException {
    List<String> two = List.of("2 2014-07-01T00:00:00Z [1.0]", "3 2014-07-01T00:05:00Z [-250.0]");
    for (String text :
        new String[] {
          "t,v\n2014-07-01,1\n2014-07-01 00:05,-2.5e2\n",
          "t,v\r\n2014-07-01,1\r\n2014-07-01 00:05,-2.5e2",
          "\ufefft,v\n2014-07-01,1\n2014-07-01 00:05,-2.5e2\n\n\n",
          "\"t\",\"v\"\n\"2014-07-01\",\"1\"\n\"2014-07-01T00:05\",\"-2.5e2\"\n",
          "t;v\n2014-07-01;1,0\n2014-07-01 00:05;-250,0\n",
          "v\ttext\tt\n1\tx, y\t2014-07-01\n-250\tz\t2014-07-01T02:05+02:00\n"
        }) {
      assertEquals(two, rows(text, GUESS), text);
    }
    assertEquals(
        List.of("4 2014-07-01T00:00:00Z [1.0]"),
        rows("time,v\ndatetime,float\nT,\n2014-07-01,1\n", GUESS));
    assertEquals(
        List.of("1 1970-01-01T00:00:00Z [5.0]", "2 1970-01-01T00:00:01Z [6.0]"),
        rows("5\n6\n", GUESS));
    assertEquals(
        List.of("2 2014-07-01T00:00:00Z [5.0, 6.0]"), rows("time,1,2\n2014-07-01,5,6\n", GUESS));
    assertEquals(List.of("1 1970-01-01T00:00:00Z [1.0, 2.0]"), rows("time,1,2\n", GUESS));
  }

  @Test
  void blanksSeparateAndCommentsArePassedOver() throws IOException {
    String text =
        "# a station\n".repeat(80)
            + "# day clock  level\n\n2014-07-01 00:30   5\n# moved\n 2014-07-01  00:40 6\n";
    assertEquals(
        List.of("83 2014-07-01T00:30:00Z [5.0]", "85 2014-07-01T00:40:00Z [6.0]"),
        rows(text, GUESS));
    assertEquals(
        "times in columns 1 'day' and 2 'clock', every 10 min; values in column 3 'level'; fields"
            + " separated by blanks",
        says(text));
    assertEquals(
        List.of("1 1970-01-01T00:00:00Z [5.0]", "2 1970-01-01T00:00:01Z [6.0]"),
        rows("5\n6\n# end\n", GUESS));
  }

  @Test
  void secondsUnderANameThatSaysSo() throws IOException {
    assertEquals(
        List.of("2 1970-01-01T00:00:00Z [7.0]", "3 1970-01-01T00:00:00.500Z [6.0]"),
        rows("time,v\n0,7\n0.5,6\n", GUESS));
    assertEquals(
        "no column of times, so rows are counted as seconds; values in columns 1 'uptime', 2 'v';"
            + " fields separated by ','",
        says("uptime,v\n0,7\n1,6\n2,5\n"));
  }

  @Test
  void severalColumnsAndTheOnesAskedFor() throws IOException {
    String text = "t,cpu,host,mem\n2014-07-01,1,a,10\n2014-07-02,2,b,20\n";
    assertEquals(
        List.of("2 2014-07-01T00:00:00Z [1.0, 10.0]", "3 2014-07-02T00:00:00Z [2.0, 20.0]"),
        rows(text, GUESS));
    for (String asked : new String[] {"mem", "MEM", "4"}) {
      assertEquals(
          List.of("2 2014-07-01T00:00:00Z [10.0]", "3 2014-07-02T00:00:00Z [20.0]"),
          rows(text, GUESS.withValues(asked)));
    }
    assertEquals(
        List.of("2 1970-01-01T00:00:10Z [1.0, 10.0]", "3 1970-01-01T00:00:20Z [2.0, 20.0]"),
        rows(text, GUESS.withTime("mem").withValues("cpu", "mem")));
    Path file = file(text);
    try (TimeSeriesReader reader = TimeSeriesReader.open(file, GUESS.withValues("disk"))) {
      assertEquals(
          "value column must be one of [t, cpu, host, mem] or a number from 1, was 'disk'",
          assertThrows(IllegalArgumentException.class, reader::layout).getMessage());
    }
    refuses(
        "hold numbers in column 'host', had [2014-07-01, 1, a, 10]",
        text,
        GUESS.withValues("host"));
    refuses("hold times in column '3', had [2014-07-01, 1, a, 10]", text, GUESS.withTime("3"));
  }

  @Test
  void datesThatEndWithTheYear() throws IOException {
    List<String> july = List.of("2 2014-07-12T00:00:00Z [5.0]", "3 2014-07-13T13:30:00Z [6.0]");
    assertEquals(july, rows("t,v\n12/07/2014,5\n13/07/2014 13:30,6\n", GUESS));
    assertEquals(july, rows("t,v\n7/12/2014,5\n7/13/2014 1:30 PM,6\n", GUESS));
    assertEquals(july, rows("t,v\n12.07.2014,5\n13.7.2014 13:30,6\n", GUESS));
    assertEquals(
        List.of("1 2014-12-07T00:00:00Z [5.0]"),
        rows("7/12/2014,5", GUESS.withDates(DateOrder.DAY_FIRST)));
    assertEquals(
        List.of("1 2014-07-12T00:00:00Z [5.0]"),
        rows("7/12/2014,5", GUESS.withDates(DateOrder.MONTH_FIRST)));
    assertEquals(
        List.of("1 2010-07-02T01:00:00Z [16.4]"),
        rows("7/2/10 1:00,16.4", GUESS.withDates(DateOrder.MONTH_FIRST)));
    assertEquals(
        "times in column 1 't', day first; values in column 2 'v'; fields separated by ','",
        says("t,v\n13/07/2014,5\n"));
  }

  @Test
  void aColumnOfDatesAndOneOfTimesOfDay() throws IOException {
    String text =
        """
        Date;Time;Power
        16/12/2006;17:24:00;4,216
        16/12/2006;17:25:00;?
        16/12/2006;;5,374
        16/12/2006;17:27:00;5,388
        """;
    assertEquals(
        List.of(
            "2 2006-12-16T17:24:00Z [4.216]",
            "3 2006-12-16T17:25:00Z [NaN]",
            "5 2006-12-16T17:27:00Z [5.388]"),
        rows(text, GUESS));
    assertEquals(
        "times in columns 1 'Date' and 2 'Time', day first, every 2 min; values in column 3"
            + " 'Power'; fields separated by ';', decimal comma",
        says(text));
  }

  @Test
  void timesInAZone() throws IOException {
    String text = "t,v\n2014-10-26 01:30,1\n2014-10-26 02:30,2\n2014-10-26T02:30:00Z,3\n";
    assertEquals(
        List.of(
            "2 2014-10-25T23:30:00Z [1.0]",
            "3 2014-10-26T00:30:00Z [2.0]",
            "4 2014-10-26T02:30:00Z [3.0]"),
        rows(text, GUESS.in(ZoneId.of("Europe/Berlin"))));
  }

  @Test
  void missingNotFiniteAndWrongValuesAreMissingAndCounted() throws IOException {
    StringBuilder text = new StringBuilder("t,v\n");
    String[] fields = {
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "",
      "NaN",
      "n/a",
      "inf",
      "-Infinity",
      "error",
      "1e999",
      "0x10",
      "11"
    };
    for (int i = 0; i < fields.length; i++) {
      text.append("2014-07-01 00:00:%02d,%s\n".formatted(i, fields[i]));
    }
    List<String> rows = rows(text.toString(), GUESS);
    assertEquals(fields.length, rows.size());
    assertEquals(8, rows.stream().filter(row -> row.endsWith("[NaN]")).count());
    assertEquals(
        List.of(
            "3 rows without a value: taken as missing (line 12 first)",
            "2 rows with an infinite value: taken as missing (line 15 first)",
            "3 rows with a value that is no number: taken as missing (line 17 first)"),
        issues(text.toString()));
  }

  @Test
  void oddTimesAreKeptAndCountedAndRowsWithoutAreLeftOut() throws IOException {
    String text =
        """
        t,v
        2014-07-01 00:00,1
        2014-07-01 00:05,2
        2014-07-01 00:10,3
        2014-07-01 00:10,4
        2014-07-01 00:00,5
        2014-07-01 00:05,6
        2014-07-01 00:10,7
        2014-07-01 09:00,8
        2014-07-01 09:05,9
        soon,10
        ,11
        """;
    assertEquals(9, rows(text, GUESS).size());
    assertEquals(
        List.of(
            "2 rows without a time: left out (line 11 first)",
            "1 row at the time of the row before: kept (line 5)",
            "1 row earlier than the row before: kept (line 6)",
            "1 row after a gap in time: kept (line 9)"),
        issues(text));
  }

  @Test
  void rowsOfOtherWidthAreTakenAsFarAsTheyGo() throws IOException {
    String text =
        "t,a,b\n2014-07-01,1,2\n2014-07-02,3\n2014-07-03\n2014-07-04,5,6,7\n2014-07-05,8,9\n";
    assertEquals(
        List.of(
            "2 2014-07-01T00:00:00Z [1.0, 2.0]",
            "3 2014-07-02T00:00:00Z [3.0, NaN]",
            "4 2014-07-03T00:00:00Z [NaN, NaN]",
            "5 2014-07-04T00:00:00Z [5.0, 6.0]",
            "6 2014-07-05T00:00:00Z [8.0, 9.0]"),
        rows(text, GUESS));
    assertEquals(
        List.of(
            "3 rows without a value: taken as missing (line 3 first)",
            "3 rows with fewer or more fields than the first: taken as far as they go (line 3"
                + " first)"),
        issues(text));
  }

  @Test
  void quotedFieldsMayHoldSeparatorsQuotesAndLines() throws IOException {
    String text =
        """
        t,note,v
        2014-07-01,"a, ""b""
        c",1
        2014-07-02,5"" pipe,2
        2014-07-03,"x"y,3
        2014-07-04,z,4
        """;
    assertEquals(
        List.of(
            "2 2014-07-01T00:00:00Z [1.0]",
            "4 2014-07-02T00:00:00Z [2.0]",
            "6 2014-07-04T00:00:00Z [4.0]"),
        rows(text, GUESS));
  }

  @Test
  void aQuoteLeftOpenDamagesItsLineOnly() throws IOException {
    String text = "t,v\n2014-07-01,1\n2014-07-02,\"2\n2014-07-03,3\n2014-07-04,4\n";
    assertEquals(
        List.of(
            "2 2014-07-01T00:00:00Z [1.0]",
            "4 2014-07-03T00:00:00Z [3.0]",
            "5 2014-07-04T00:00:00Z [4.0]"),
        rows(text, GUESS));
    assertEquals(List.of("1 row with a quote that is not closed: left out (line 3)"), issues(text));
    String many = text + "2014-07-05,5\n".repeat(100_000);
    assertEquals(3 + 100_000, rows(many, GUESS).size());
  }

  @Test
  void aLineOfTenMegabytesIsLeftOut() throws IOException {
    String huge = "x".repeat(10_000_000);
    List<String> expected = List.of("2 2014-07-01T00:00:00Z [1.0]", "4 2014-07-03T00:00:00Z [3.0]");
    for (String line : new String[] {huge, "2014-07-02,\"" + huge, "2014-07-02," + huge}) {
      assertEquals(expected, rows("t,v\n2014-07-01,1\n" + line + "\n2014-07-03,3\n", GUESS));
    }
    assertEquals(
        List.of("1 row longer than a mebibyte: left out (line 3)"),
        issues("t,v\n2014-07-01,1\n" + huge + "\n2014-07-03,3\n"));
    assertEquals(List.of("2 2014-07-01T00:00:00Z [1.0]"), rows(huge + "\n2014-07-01,1\n", GUESS));
    assertEquals(
        List.of("2 2014-07-01T00:00:00Z [1.0]"), rows("t,v\n2014-07-01,1\n" + huge, GUESS));
    refuses("have a row of numbers, had only lines longer than 1048576 bytes", huge, GUESS);
  }

  @Test
  void refusesWhatIsNoTable() throws IOException {
    refuses("have a row of numbers, was empty", "", GUESS);
    refuses("have a row of numbers, had none in 2 lines", "\n\n", GUESS);
    refuses("have a row of numbers, had none in 1 line", "timestamp,value\n", GUESS);
    refuses("have a row of numbers, had none in 50 lines", "once upon a time\n".repeat(99), GUESS);
    refuses("be text, was binary: byte 0 in line 2", "a,b\n1,\0\n", GUESS);
    refuses(
        "have a column of numbers, had [t, name] with [2014-07-01, x]",
        "t,name\n2014-07-01,x\n",
        GUESS);
    refuses(
        "have dates of a known order, had [01/07/2014, 5]: say whether the day or the month comes"
            + " first",
        "t,v\n01/07/2014,5\n02/07/2014,6\n",
        GUESS);
    refuses(
        "have dates of a known order, had [14/07/25, 5]: say whether the day or the month comes"
            + " first",
        "t,v\n14/07/25,5\n",
        GUESS);
    assertThrows(
        DataMissingException.class, () -> TimeSeriesReader.open(folder.resolve("none"), GUESS));
    Path packed = folder.resolve("t.gz");
    Files.write(packed, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
    try (TimeSeriesReader reader = TimeSeriesReader.open(packed, GUESS)) {
      assertEquals(
          packed + " must be text, was compressed: unpack it, as in gzip -dc FILE | ...",
          assertThrows(DataCorruptException.class, reader::next).getMessage());
    }
  }

  @Test
  void oneRowIsATable() throws IOException {
    List<String> one = List.of("1 2014-07-01T00:00:00Z [5.0]");
    assertEquals(one, rows("2014-07-01,5", GUESS));
    assertEquals(one, rows("2014-07-01,5\n", GUESS));
    assertEquals(List.of("2 2014-07-01T00:00:00Z [5.0]"), rows("t,v\n2014-07-01,5", GUESS));
    assertEquals(List.of("1 1970-01-01T00:00:00Z [5.0]"), rows("5", GUESS));
  }

  @Test
  void garbageInTheMiddleIsLeftOut() throws IOException {
    StringBuilder text = new StringBuilder("t,v\n");
    for (int i = 0; i < 60; i++) {
      text.append("2014-07-01 00:%02d,%d\n".formatted(i, i));
    }
    text.append("\0\1\2\ufffd\n\0,\0\n2014-07-02,7\n");
    Path file = folder.resolve("t.csv");
    Files.write(file, text.toString().getBytes(StandardCharsets.ISO_8859_1));
    try (TimeSeriesReader reader = TimeSeriesReader.open(file, GUESS)) {
      assertEquals(61, rest(reader).size());
      assertEquals(2, reader.issues().count(RowIssue.NO_TIME));
      assertEquals(62, reader.issues().firstLine(RowIssue.NO_TIME));
      assertTrue(reader.issues().count(RowIssue.GAP) == 1);
    }
  }
}
