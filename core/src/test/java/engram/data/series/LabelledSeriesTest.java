// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.data.internal.StoredFile;
import engram.error.DataCorruptException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledSeriesTest {
  private static final String ROWS =
      """
      timestamp,value
      2014-07-01 00:00:00,1
      2014-07-01 00:05:00,2.5
      2014-07-01 00:05:00,-3e2
      2014-07-01 00:00:00,4
      2014-07-01 00:15:00,5
      """;

  @TempDir Path folder;

  private static TimeSpan span(String first, String last) {
    return new TimeSpan(
        Instant.parse("2014-07-01T" + first + "Z"), Instant.parse("2014-07-01T" + last + "Z"));
  }

  @Test
  void putsWindowsOnRowsAndKeepsTimesAsTheyAre() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), ROWS);
    LabelledSeries series =
        LabelledSeries.read(
            file, List.of(span("00:00:00", "00:05:00"), span("00:15:00", "00:15:00")));
    assertArrayEquals(new double[] {1, 2.5, -300, 4, 5}, series.values());
    assertEquals(List.of(new RowSpan(0, 2), new RowSpan(4, 4)), series.anomalies());
    assertEquals(new TimedValue(Instant.parse("2014-07-01T00:00:00Z"), 4), series.row(3));
    assertEquals(file + ": 5 rows, 2 windows", series.toString());
  }

  @Test
  void refusesLinesAndWindowsThatDoNotFit() {
    refuses(
        "a line 2: must be a time and a finite number, was '2014-07-01,x'", "t,v\n2014-07-01,x");
    refuses(
        "a line 3: must be a time and a finite number, was 'today,1'",
        "t,v\n2014-07-01,2\ntoday,1");
    refuses(
        "a line 2: must be a time and a finite number, was '2014-07-01,1,2'",
        "t,v\n2014-07-01,1,2");
    refuses(
        "a: a window must begin and end at rows, in order, was at 2014-07-01T00:01:00Z",
        ROWS,
        span("00:01:00", "00:05:00"));
    refuses(
        "a: a window must begin and end at rows, in order, was at 2014-07-01T00:05:00Z",
        ROWS,
        span("00:15:00", "00:15:00"),
        span("00:05:00", "00:15:00"));
    assertEquals(0, LabelledSeries.parse(new byte[0], "a", List.of()).rows());
  }

  private static void refuses(String message, String text, TimeSpan... spans) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        message,
        assertThrows(
                DataCorruptException.class, () -> LabelledSeries.parse(bytes, "a", List.of(spans)))
            .getMessage());
  }

  /// A set may lie in its folder as an archive.
  @Test
  void filesAreFoundInsideAnArchive() throws IOException {
    Path archive = folder.resolve("set.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("data/a.csv"));
      zip.write(ROWS.getBytes(StandardCharsets.UTF_8));
    }
    StoredFile stored = StoredFile.find(folder, "data/a.csv").orElseThrow();
    assertEquals(archive + "!data/a.csv", stored.toString());
    assertArrayEquals(ROWS.getBytes(StandardCharsets.UTF_8), stored.bytes());
    assertEquals(true, StoredFile.find(folder, "data/b.csv").isEmpty());
    assertEquals(true, StoredFile.find(folder.resolve("none"), "data/a.csv").isEmpty());
    Files.write(archive, new byte[] {'P', 'K'});
    assertEquals(true, StoredFile.find(folder, "data/a.csv").isEmpty());
    assertThrows(DataCorruptException.class, stored::bytes);
  }

  @Test
  void spansAndValuesAreChecked() {
    refusesArgument("rows must be from 0 and in order, were 3 to 2", () -> new RowSpan(3, 2));
    refusesArgument("rows must be from 0 and in order, were -1 to 2", () -> new RowSpan(-1, 2));
    refusesArgument(
        "last must not be before first, was 1970-01-01T00:00:01Z before 1970-01-01T00:00:02Z",
        () -> new TimeSpan(Instant.ofEpochSecond(2), Instant.ofEpochSecond(1)));
    refusesArgument(
        "value must be finite or NaN, was Infinity",
        () -> new TimedValue(Instant.EPOCH, Double.POSITIVE_INFINITY));
  }

  private static void refusesArgument(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
