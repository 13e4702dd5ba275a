// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.spike.text.SpikeFormat.Columns;
import engram.signal.spike.text.SpikeFormat.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as the field writes them, and files that are none.
final class SpikeFileTest {
  @TempDir Path folder;

  private String read(String text) throws IOException {
    return read(text, SpikeFormat.usual());
  }

  private String read(String text, SpikeFormat format) throws IOException {
    Path file = Files.writeString(folder.resolve("s.txt"), text);
    StringBuilder seen = new StringBuilder();
    new SpikeFile(file, format).read((t, id) -> seen.append(t).append(' ').append(id).append(';'));
    return seen.toString();
  }

  @Test
  void everyUsualFormIsRead() throws IOException {
    String expected = "0.5 7;12.0 3;";
    assertEquals(expected, read("0.5 7\n12 3\n"));
    assertEquals(expected, read("0.5\t7\r\n12\t3"));
    assertEquals(expected, read("  0.5 , 7\n\n12;3  \n"));
    assertEquals(expected, read("# made by hand\n% and by eye\n0.5 7\n# more\n12 3\n"));
    assertEquals(expected, read("\ufefftime,id\n0.5,7\n12,3\n"));
    assertEquals(expected, read("sender\ttime_ms\n7\t0.500\n3\t12.000\n"), "as NEST writes");
    assertEquals(expected, read("\"neuron\",\"t\"\n7,0.5\n3,12\n"));
    assertEquals(expected, read("time (ms), unit\n0.5,7\n12,3\n"));
    assertEquals(expected, read("when who\n0.5 7\n12 3\n"), "names that say nothing");
    assertEquals(
        expected, read("5.000000000000000000e-01 7.000e+00\n1.2e1 3.0\n"), "as NumPy writes");
    assertEquals("0.0 9223372036854775807;", read("-0.0 9223372036854775807\n"));
  }

  @Test
  void orderAndUnitAreAsToldWhateverTheNamesSay() throws IOException {
    SpikeFormat idFirst = new SpikeFormat(Columns.ID_TIME, Unit.S);
    assertEquals("500.0 7;12.3 3;", read("7 0.5\n3 0.0123\n", idFirst));
    assertEquals("500.0 7;", read("time id\n7 .5\n", idFirst));
    SpikeFormat timeFirst = new SpikeFormat(Columns.TIME_ID, Unit.MS);
    assertEquals("7.0 5;", read("id time\n7 5\n", timeFirst));
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    Path file = folder.resolve("s.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("1 2\n3 4\n".getBytes(StandardCharsets.UTF_8));
    }
    StringBuilder seen = new StringBuilder();
    SpikeFile spikes = new SpikeFile(file, SpikeFormat.usual());
    spikes.read((t, id) -> seen.append(t).append(id));
    assertEquals("1.023.04", seen.toString());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 9));
    assertRefused(
        file + " must be a whole gzip file, was broken: Unexpected end of ZLIB input stream",
        spikes);
  }

  /// Every decimal number is rounded once, in milliseconds and in seconds.
  @Test
  void timesAreTheNearestDoubles() {
    RandomStream draws = Seeds.of(42).stream("decimals");
    for (int i = 0; i < 20_000; i++) {
      int whole = draws.nextInt(12);
      int behind = draws.nextInt(9);
      StringBuilder text = new StringBuilder();
      for (int k = 0; k <= whole; k++) {
        text.append(draws.nextInt(10));
      }
      if (draws.nextBoolean()) {
        text.append('.');
        for (int k = 0; k < behind; k++) {
          text.append(draws.nextInt(10));
        }
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      BigDecimal exact = new BigDecimal(text.toString());
      assertEquals(
          exact.doubleValue(), NumberField.time(bytes, 0, bytes.length, 0), text.toString());
      assertEquals(
          exact.movePointRight(3).doubleValue(),
          NumberField.time(bytes, 0, bytes.length, 3),
          text.toString());
    }
  }

  /// A file of many buffers, cut everywhere by the buffer's end.
  @Test
  void linesMayLieAcrossTheBuffersEnd() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < 60_000; i++) {
      out.write((i * 0.125 + " " + i % 977 + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("long.txt"), out.toByteArray());
    int[] next = {0};
    new SpikeFile(file, SpikeFormat.usual())
        .read((t, id) -> {
          assertEquals(next[0] * 0.125, t);
          assertEquals(next[0] % 977, id);
          next[0]++;
        });
    assertEquals(60_000, next[0]);
  }

  @Test
  void whatIsNoSpikeIsRefusedWithItsLine() throws IOException {
    String time = "time must be a finite number of 0 or more, was ";
    String id = "id must be a whole number of 0 or more, was ";
    assertLine("1 2\n-3 4\n", 2, time + "'-3'");
    assertLine("# c\n\n1 2\nnan 4\n", 4, time + "'nan'");
    assertLine("NaN 4\n", 1, time + "'NaN'");
    assertLine("1 2\ninf 4\n", 2, time + "'inf'");
    assertLine("1 2\n1e999 4\n", 2, time + "'1e999'");
    assertLine("1 2\nlater 4\n", 2, time + "'later'");
    assertLine("time id\ntime id\n", 2, time + "'time'");
    assertLine("1 2\n. 4\n", 2, time + "'.'");
    assertLine("1 2\n0x1p3 4\n", 2, time + "'0x1p3'");
    assertLine("1.5 2\n3.5 4.25\n", 2, id + "'4.25'");
    assertLine("2 1.5\n", 1, id + "'1.5': are the columns id and time?");
    assertLine("1 -2\n", 1, id + "'-2': are the columns id and time?");
    assertLine("1.5 nan\n", 1, id + "'nan'");
    assertLine("1.5 9223372036854775808\n", 1, id + "'9223372036854775808'");
    assertLine("1 2\n3\n", 2, "must have two columns, time and id, was '3'");
    assertLine("1 2 3\n", 1, "must have two columns, time and id, was '1 2 3'");
    assertLine("1,,3\n", 1, "must have two columns, time and id, was '1,,3'");
    assertLine("1 2\n" + "9".repeat(200_000), 2, "must be at most 65536 bytes long, was longer");
  }

  private void assertLine(String text, int line, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.txt"), text);
    assertRefused(file + " line " + line + ": " + why, new SpikeFile(file, SpikeFormat.usual()));
  }

  @Test
  void filesWithoutSpikesAreRefused() throws IOException {
    Path none = folder.resolve("none.txt");
    SpikeFile missing = new SpikeFile(none, SpikeFormat.usual());
    assertEquals(
        "data file " + none + " is not there",
        assertThrows(DataMissingException.class, () -> missing.read((_, _) -> {})).getMessage());
    SpikeFile directory = new SpikeFile(folder, SpikeFormat.usual());
    assertEquals(
        folder + " must be a file, is a directory",
        assertThrows(DataMissingException.class, () -> directory.read((_, _) -> {})).getMessage());
    SpikeFile device = new SpikeFile(Path.of("/dev/null"), SpikeFormat.usual());
    assertEquals(
        "/dev/null must be a file, which can be read again, is a pipe or a device",
        assertThrows(DataMissingException.class, () -> device.read((_, _) -> {})).getMessage());
    for (String text : new String[] {"", "\n\n", "# nothing\n", "time id\n"}) {
      Path empty = Files.writeString(folder.resolve("empty.txt"), text);
      assertRefused(
          empty + " must have a spike or more, had none",
          new SpikeFile(empty, SpikeFormat.usual()));
    }
  }

  private static void assertRefused(String message, SpikeFile file) {
    assertEquals(
        message,
        assertThrows(DataCorruptException.class, () -> file.read((_, _) -> {})).getMessage());
  }
}
