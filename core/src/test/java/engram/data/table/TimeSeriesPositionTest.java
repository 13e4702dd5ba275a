// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedRow;
import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.state.CheckpointFile;
import engram.state.Machine;
import engram.state.Safetensors;
import engram.state.Snapshot;
import engram.state.stream.LineSink;
import engram.state.stream.StreamRunner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Positions that are kept and gone back to, files that grow or shrink, and pipes.
class TimeSeriesPositionTest {
  private static final TimeSeriesOptions GUESS = TimeSeriesOptions.guessing();

  @TempDir Path folder;

  private static List<String> rest(TimeSeriesReader reader) {
    List<String> rows = new ArrayList<>();
    for (Optional<TimedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
      rows.add(
          row.get().line() + " " + row.get().time() + " " + Arrays.toString(row.get().values()));
    }
    return rows;
  }

  private static TimeSeriesReader pipe(String text) {
    return TimeSeriesReader.of(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "standard input", GUESS);
  }

  /// A table with every oddity that a row can have.
  private static String table(RandomStream draws) {
    StringBuilder text = new StringBuilder(draws.nextBoolean() ? "t,v,w\n" : "");
    text.append("2014-07-01,0,0\n");
    for (int i = draws.nextInt(150); i >= 0; i--) {
      switch (draws.nextInt(12)) {
        case 0 -> text.append('\n');
        case 1 -> text.append("no time,1,2\n");
        case 2 -> text.append("2014-07-01,NaN,inf\r\n");
        case 3 -> text.append("2014-07-01,\"1\n\",2\n");
        case 4 -> text.append("2014-07-01,\"1\"x,2\n");
        case 5 -> text.append("2014-07-01,1,2,3\n");
        default ->
            text.append(
                "2014-07-0%d 0%d:00,%d,%s\n"
                    .formatted(draws.nextInt(1, 9), draws.nextInt(9), i, draws.nextGaussian()));
      }
    }
    return draws.nextBoolean() ? text.toString() : text.toString().stripTrailing();
  }

  @Test
  void goesOnFromAnyPositionOfAFile() throws IOException {
    for (long seed = 1; seed <= 40; seed++) {
      RandomStream draws = Seeds.of(seed).stream("table");
      Path file = Files.writeString(folder.resolve("t.csv"), table(draws));
      try (TimeSeriesReader whole = TimeSeriesReader.open(file, GUESS)) {
        List<String> all = rest(whole);
        for (int cut = 0; cut <= all.size(); cut += 1 + all.size() / 9) {
          try (TimeSeriesReader first = TimeSeriesReader.open(file, GUESS);
              TimeSeriesReader second = TimeSeriesReader.open(file, GUESS)) {
            for (int i = 0; i < cut; i++) {
              first.next();
            }
            second.next();
            second.seek(Safetensors.decode("memory", Safetensors.encode(first.position())));
            assertEquals(all.subList(cut, all.size()), rest(second), seed + " at " + cut);
            assertEquals(whole.issues().says(), second.issues().says(), seed + " at " + cut);
            assertEquals(whole.position(), second.position(), seed + " at " + cut);
          }
        }
      }
    }
  }

  @Test
  void aFileThatGrowsGivesWholeLinesOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "");
    try (TimeSeriesReader reader = TimeSeriesReader.open(file, GUESS.thatGrows())) {
      String[] pieces = {"", "t,", "v\n", "2014-07-01,1", "2\n2014-07-02,3\n2014", "-07-03,4\n"};
      int[] given = {0, 0, 0, 0, 2, 1};
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < pieces.length; i++) {
        Files.writeString(file, pieces[i], StandardOpenOption.APPEND);
        List<String> more = rest(reader);
        assertEquals(given[i], more.size(), "piece " + i);
        rows.addAll(more);
      }
      assertEquals(
          List.of(
              "2 2014-07-01T00:00:00Z [12.0]",
              "3 2014-07-02T00:00:00Z [3.0]",
              "4 2014-07-03T00:00:00Z [4.0]"),
          rows);
    }
  }

  @Test
  void aFileThatShrinksIsRefused() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "t,v\n" + "2014-07-01,1\n".repeat(20_000));
    try (TimeSeriesReader reader = TimeSeriesReader.open(file, GUESS)) {
      reader.next();
      Files.writeString(file, "t,v\n2014-07-01,1\n");
      DataCorruptException refused = assertThrows(DataCorruptException.class, () -> rest(reader));
      assertEquals(
          file + " must still have 65536 bytes, has 17: it became shorter", refused.getMessage());
    }
  }

  @Test
  void aGrowingFileThatBeginsAnewIsRefused() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "t,v\n2014-07-01,1\n");
    try (TimeSeriesReader reader = TimeSeriesReader.open(file, GUESS.thatGrows())) {
      assertEquals(1, rest(reader).size());
      assertEquals(0, rest(reader).size());
      Files.writeString(file, "t,v\n2014-08-01,1\n2014-08-02,2\n");
      assertEquals(
          file + " must have the same bytes before 17 as when it was read: it is another file",
          assertThrows(DataCorruptException.class, () -> rest(reader)).getMessage());
    }
  }

  @Test
  void aPositionIsOfOneFileAndOneQuestion() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "t,v\n2014-07-01,1\n2014-07-02,2\n");
    Snapshot end;
    try (TimeSeriesReader reader = TimeSeriesReader.open(file, GUESS)) {
      assertEquals(2, rest(reader).size());
      end = reader.position();
    }
    try (TimeSeriesReader other =
        TimeSeriesReader.open(file, GUESS.in(ZoneId.of("Europe/Berlin")))) {
      assertEquals(
          "position in "
              + file
              + " must be of Europe/Berlin YEAR_FIRST time '' values [],"
              + " was of Z YEAR_FIRST time '' values []",
          assertThrows(DataCorruptException.class, () -> other.seek(end)).getMessage());
    }
    Files.writeString(file, "t,v\n2014-07-01,1\n2014-07-02,3\n2014-07-03,3\n");
    refuses(
        file, end, " must have the same bytes before 30 as when it was left: it is another file");
    Files.writeString(file, "t,v\n");
    refuses(file, end, " must still have 30 bytes, has 4: it became shorter");
    Snapshot foreign = Snapshot.named("list-source", 1).build();
    assertThrows(
        DataCorruptException.class, () -> TimeSeriesReader.open(file, GUESS).seek(foreign));
  }

  private static void refuses(Path file, Snapshot position, String message) {
    try (TimeSeriesReader reader = TimeSeriesReader.open(file, GUESS)) {
      assertEquals(
          file + message,
          assertThrows(DataCorruptException.class, () -> reader.seek(position)).getMessage());
    }
  }

  /// A pipe gives its bytes in pieces; asking it for more than is needed would wait.
  private static final class Pieces extends InputStream {
    private final List<String> pieces;
    private int asked;

    Pieces(String... pieces) {
      this.pieces = List.of(pieces);
    }

    @Override
    public int read() {
      throw new IllegalStateException("reads in pieces");
    }

    @Override
    public int read(byte[] into, int from, int count) {
      if (asked == pieces.size()) {
        return -1;
      }
      byte[] piece = pieces.get(asked++).getBytes(StandardCharsets.UTF_8);
      assertTrue(piece.length <= count, "piece of " + piece.length);
      System.arraycopy(piece, 0, into, from, piece.length);
      return piece.length;
    }
  }

  @Test
  void aPipeIsNotWaitedForWhereARowIsThere() {
    Pieces pieces =
        new Pieces("t,v\n", "2014-07-01,1\n2014-07-02,2\n20", "14-07-03,3\n", "2014-07-04,4");
    try (TimeSeriesReader reader = TimeSeriesReader.of(pieces, "standard input", GUESS)) {
      for (int[] asked : new int[][] {{1, 2}, {2, 2}, {3, 3}, {4, 4}}) {
        assertEquals(asked[0], reader.next().orElseThrow().value(0).value());
        assertEquals(asked[1], pieces.asked, "pieces behind row " + asked[0]);
      }
      assertTrue(reader.next().isEmpty());
    }
  }

  /// A first line with a name and numbers can be either: the second one tells.
  @Test
  void aPipeIsWaitedForWhereTheFirstLineMayBeNames() {
    Pieces pieces = new Pieces("t,1\n", "2014-07-01,5\n", "2014-07-02,6\n");
    try (TimeSeriesReader reader = TimeSeriesReader.of(pieces, "standard input", GUESS)) {
      assertEquals(List.of("1"), reader.layout().orElseThrow().valueNames());
      assertEquals(5, reader.next().orElseThrow().value(0).value());
      assertEquals(2, pieces.asked);
    }
  }

  /// Whether the pipe begins again or goes on, no row comes twice and none is lost.
  @Test
  void aPipeGoesOnBehindTheLastRow() {
    String names = "t,v\n";
    String first = "2014-07-01,1\nodd\n2014-07-02,2\n";
    String second = "2014-07-03,3\n2014-07-03,4\n2014-07-01,5\n";
    Snapshot position;
    try (TimeSeriesReader reader = pipe(names + first)) {
      assertEquals(2, rest(reader).size());
      position = reader.position();
    }
    for (String again : new String[] {names + first + second, names + second, second}) {
      try (TimeSeriesReader reader = pipe(again)) {
        reader.seek(position);
        assertEquals(
            List.of("[3.0]", "[4.0]", "[5.0]"),
            rest(reader).stream().map(row -> row.substring(row.indexOf('['))).toList());
        assertEquals(1, reader.issues().count(RowIssue.NO_TIME));
      }
    }
  }

  /// A growing file, a machine that sums, and a new process now and then.
  @Test
  void aRunnerOverAGrowingFileGivesEachRowOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "t,v\n");
    Path out = folder.resolve("out.txt");
    RandomStream draws = Seeds.of(9).stream("pieces");
    StringBuilder text = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    double sum = 0;
    for (int i = 0; i < 300; i++) {
      text.append("2014-07-01 00:%02d:%02d,%d\n".formatted(i / 60, i % 60, i));
      sum += i;
      expected.append(sum).append('\n');
    }
    int written = 0;
    while (written < text.length()) {
      int to = Math.min(text.length(), written + draws.nextInt(1, 900));
      Files.writeString(file, text.substring(written, to), StandardOpenOption.APPEND);
      written = to;
      try (TimeSeriesReader reader = TimeSeriesReader.open(file, GUESS.thatGrows());
          LineSink lines = new LineSink(out)) {
        if (written > 1000 && Files.exists(folder.resolve("kept.safetensors"))) {
          lines.accept("not yet kept when the process died");
        }
        StreamRunner.open(
                reader,
                new RunningSum(),
                lines.after((Double output) -> Double.toString(output)),
                new CheckpointFile(folder.resolve("kept.safetensors"), 10))
            .run();
      }
    }
    assertEquals(expected.toString(), Files.readString(out));
  }

  private static final class RunningSum implements Machine<TimedRow, Double> {
    private double sum;

    @Override
    public Double step(TimedRow row) {
      sum += row.value(0).value();
      return sum;
    }

    @Override
    public Snapshot snapshot() {
      return Snapshot.named("running-sum", 1).doubles("sum", "1", new double[] {sum}).build();
    }

    @Override
    public void restore(Snapshot snapshot) {
      sum = snapshot.require("running-sum", 1).doubles("sum")[0];
    }

    @Override
    public RunningSum fork() {
      RunningSum fork = new RunningSum();
      fork.sum = sum;
      return fork;
    }
  }

  /// Whatever the bytes are, the reader comes to an end or refuses them by name.
  @Test
  void anyBytesAreReadOrRefused() throws IOException {
    Path file = folder.resolve("t.csv");
    int read = 0;
    for (long seed = 1; seed <= 400; seed++) {
      RandomStream draws = Seeds.of(seed).stream("bytes");
      byte[] bytes = table(draws).getBytes(StandardCharsets.UTF_8);
      for (int k = draws.nextInt(40); k > 0; k--) {
        bytes[draws.nextInt(bytes.length)] =
            (byte)
                (draws.nextBoolean()
                    ? draws.nextInt(256)
                    : "\",;\n\r\t|.-".charAt(draws.nextInt(9)));
      }
      if (draws.nextInt(4) == 0) {
        draws.nextBytes(bytes);
      }
      Files.write(file, bytes);
      try (TimeSeriesReader reader = TimeSeriesReader.open(file, GUESS)) {
        rest(reader);
        read++;
      } catch (DataCorruptException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith(file + " must "), e.getMessage());
      }
    }
    assertTrue(read > 100, "only " + read + " read");
  }
}
