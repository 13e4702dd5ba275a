// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.cli.Main;
import engram.cli.run.Surroundings;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.verify.Engram.Did;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `engram use spikes` as a person meets it.
final class UseSpikesTest {
  @TempDir Path folder;

  private Did spikes(String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "use";
    words[1] = "spikes";
    System.arraycopy(more, 0, words, 2, more.length);
    return Engram.alone(folder.resolve("home")).run(words);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private JsonNode json(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    Did did = spikes(all.toArray(String[]::new));
    assertEquals(0, did.code(), did::toString);
    return JsonMapper.shared().readTree(did.out());
  }

  /// 40 Poisson trains of 10 Hz over 20 s, a line each.
  private static List<String> poisson() {
    RandomStream draws = Seeds.of(42).stream("poisson");
    List<String> lines = new ArrayList<>();
    double t = 0;
    while (true) {
      t += draws.nextExponential() * 1000 / 400;
      if (t > 20_000) {
        return lines;
      }
      lines.add(String.format(Locale.ROOT, "%.3f %d", t, draws.nextInt(40)));
    }
  }

  private String recording() throws IOException {
    return file("net.txt", "# time id\n" + String.join("\n", poisson()) + "\n");
  }

  @Test
  void poissonTrainsReadAsSuch() throws IOException {
    JsonNode document = json(recording());
    assertEquals("spikes", document.get("kind").asString());
    assertEquals(40, document.get("neurons").asInt());
    assertEquals(poisson().size(), document.get("spikes").asInt());
    assertEquals(10, document.get("rateHz").get("mean").asDouble(), 0.5);
    for (String key : List.of("cv", "cv2", "lv", "fano")) {
      assertEquals(1, document.get(key).get("mean").asDouble(), 0.05, key);
    }
    assertEquals(780, document.get("correlation").get("pairs").asInt());
    assertEquals(0, document.get("correlation").get("mean").asDouble(), 0.01);
    assertEquals(1 / Math.sqrt(40), document.get("synchrony").asDouble(), 0.02);
    assertEquals(69.3, document.get("intervals").get("q50Ms").asDouble(), 3.5);
    assertEquals(2.5, document.get("avalanches").get("binMs").asDouble(), 0.1);
    // Independent bins: a spike has as many in the next bin as there are in any.
    assertEquals(0, document.get("avalanches").get("slope").asDouble(), 0.05);
  }

  @Test
  void screenFitsIntoEightyColumns() throws IOException {
    String file = recording();
    List<String> lines = new ArrayList<>(spikes(file).out().lines().toList());
    assertTrue(lines.getFirst().startsWith("net.txt: 8,"), lines::toString);
    assertTrue(
        lines.stream().anyMatch(l -> l.startsWith("  regularity   CV 0.997  CV2 ")),
        lines::toString);
    lines.addAll(spikes(file, file).out().lines().toList());
    lines.addAll(spikes("--help").out().lines().toList());
    for (String line : lines) {
      assertTrue(line.length() <= 80, line);
    }
  }

  @Test
  void everyWayOfWritingGivesTheSame() throws IOException {
    List<String> lines = poisson();
    String expected = spikes(recording()).out();
    StringBuilder swapped = new StringBuilder("neuron;time\n");
    StringBuilder seconds = new StringBuilder("% in seconds\n");
    for (String line : lines) {
      int blank = line.indexOf(' ');
      String time = line.substring(0, blank);
      String neuron = line.substring(blank + 1);
      swapped.append(neuron).append(';').append(time).append("\r\n");
      String s = new BigDecimal(time).movePointLeft(3).toPlainString();
      seconds.append(neuron).append(",\t").append(s).append('\n');
    }
    Files.createDirectories(folder.resolve("a"));
    assertEquals(expected, spikes(file("a/net.txt", swapped.toString())).out());
    String[] told = {"--columns", "id,time", "--unit", "s"};
    assertEquals(
        expected,
        spikes(file("a/net.txt", seconds.toString()), told[0], told[1], told[2], told[3]).out());
    Path packed = folder.resolve("a/net.txt");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(expected, spikes(packed.toString()).out());
    Collections.reverse(lines);
    Did back = spikes(file("a/net.txt", String.join("\n", lines)));
    assertEquals(expected, back.out());
    assertTrue(back.err().contains("times go back at spike 2; sorted in memory"), back::toString);
  }

  @Test
  void windowIsCut() throws IOException {
    JsonNode document = json(recording(), "--from", "5000", "--to", "15000");
    assertEquals(10_000, document.get("durationMs").asDouble());
    long inside =
        poisson().stream()
            .mapToDouble(l -> Double.parseDouble(l.substring(0, l.indexOf(' '))))
            .filter(t -> t >= 5000 && t <= 15_000)
            .count();
    assertEquals(inside, document.get("spikes").asLong());
  }

  @Test
  void tableAndFigureAreWritten() throws IOException {
    Path table = folder.resolve("rows.csv");
    Path figure = folder.resolve("net.svg");
    Did did = spikes(recording(), "--out", table.toString(), "--figure", figure.toString());
    assertEquals(0, did.code(), did::toString);
    List<String> rows = Files.readAllLines(table);
    assertEquals("id,spikes,rate_hz,interval_ms,cv,cv2,lv,fano", rows.getFirst());
    assertEquals(41, rows.size());
    assertTrue(rows.get(1).startsWith("0,") && rows.get(40).startsWith("39,"));
    String svg = Files.readString(figure);
    for (String title :
        List.of("Spikes", "Population rate", "Intervals between spikes", "Sizes of")) {
      assertTrue(svg.contains(">" + title), title);
    }
    Matcher marks = Pattern.compile("ef-event\" d=\"([^\"]+)\"").matcher(svg);
    assertTrue(marks.find());
    assertTrue(marks.group(1).chars().filter(c -> c == 'M').count() > 5000);
    assertEquals(50, spikes(recording(), "--out", folder.toString()).code());
  }

  @Test
  void distancesOfAFileFromItselfAreNone() throws IOException {
    String file = recording();
    JsonNode document = json(file, file);
    assertEquals("spike distances", document.get("kind").asString());
    for (String key : List.of("van_rossum", "van_rossum_share", "victor_purpura", "isi", "spike")) {
      assertEquals(0, document.get(key).get("q95").asDouble(), key);
      assertEquals(40, document.get(key).get("each").size(), key);
    }
    assertEquals(1, document.get("f1").get("mean").asDouble());
    assertEquals(0, document.get("isi_ks").get("mean").asDouble());
  }

  /// A spike at 20 against one at 25, over 50 ms; and a neuron that is silent in the second.
  @Test
  void distancesAreThoseOfTheClosedForms() throws IOException {
    String first = file("first.txt", "20 1\n30 2\n50 3\n");
    String second = file("second.txt", "25 1\n50 3\n");
    JsonNode document = json(first, second, "--allow-silent", "--tau", "5", "--cost", "0.2");
    double rossum = Math.sqrt(1 - Math.exp(-1));
    assertEquals(rossum, document.get("van_rossum").get("each").get(0).asDouble(), 1e-12);
    assertEquals(Math.sqrt(0.5), document.get("van_rossum").get("each").get(1).asDouble(), 1e-12);
    assertEquals(1, document.get("victor_purpura").get("each").get(0).asDouble(), 1e-12);
    assertEquals(1, document.get("victor_purpura").get("each").get(1).asDouble(), 1e-12);
    assertEquals(0, document.get("spike").get("each").get(2).asDouble());
    assertEquals(0, document.get("f1").get("each").get(0).asDouble());
    JsonNode wide = json(first, second, "--allow-silent", "--tolerance", "5");
    assertEquals(1, wide.get("f1").get("each").get(0).asDouble());
    Path table = folder.resolve("apart.csv");
    Did did = spikes(second, first, "--allow-silent", "--out", table.toString());
    assertEquals(0, did.code(), did::toString);
    // Neuron 2 is silent in FILE: nothing to take a share of.
    assertTrue(did.out().contains("(2 neurons)"), did::toString);
    assertTrue(Files.readAllLines(table).get(2).matches("2,0\\.70\\d*,,1,.*"), did::toString);
  }

  private void refused(int code, String words, Did did) {
    assertEquals(code, did.code(), did::toString);
    assertEquals(1, did.err().lines().count(), did::toString);
    assertTrue(did.err().contains(words), did::toString);
    assertEquals("", did.out());
  }

  @Test
  void badFilesAreRefusedInALine() throws IOException {
    refused(20, "none.txt is not there", spikes(folder.resolve("none.txt").toString()));
    refused(20, "must be a file, is a directory", spikes(folder.toString()));
    refused(21, "must have a spike or more, had none", spikes(file("empty.txt", "")));
    refused(
        21,
        "line 2: time must be a finite number of 0 or more, was '-2'",
        spikes(file("a", "1 1\n-2 1\n")));
    refused(
        21,
        "line 2: time must be a finite number of 0 or more, was 'soon'",
        spikes(file("a", "1 1\nsoon 1\n")));
    refused(
        21,
        "line 2: time must be a finite number of 0 or more, was 'NaN'",
        spikes(file("a", "1 1\nNaN 1\n")));
    refused(
        21,
        "line 1: id must be a whole number of 0 or more, was '1.5': are the columns id and",
        spikes(file("a", "7 1.5\n")));
    refused(
        21,
        "line 1: id must be a whole number of 0 or more, was 'x'",
        spikes(file("a", "7.5 x\n")));
    refused(21, "line 1: must have two columns, time and id, was '7'", spikes(file("a", "7\n")));
    refused(21, "had none", spikes(file("a", "7 1\n"), "--from", "10"));
    refused(21, "must last longer than 0 ms", spikes(file("a", "0 1\n")));
  }

  @Test
  void badOptionsAreRefusedInALine() throws IOException {
    String file = file("a", "7 1\n9 1\n");
    refused(2, "FILE must be a file, since it is read twice, was standard input", spikes("-"));
    refused(2, "--columns must be time,id or id,time, was x", spikes(file, "--columns", "x"));
    refused(2, "--unit must be ms or s, was h", spikes(file, "--unit", "h"));
    refused(2, "tauMs must be finite and above 0, was 0.0", spikes(file, file, "--tau", "0"));
    refused(
        2, "costPerMs must be finite and 0 or more, was -1.0", spikes(file, file, "--cost", "-1"));
    refused(2, "toleranceMs must be 0 or more, was -1.0", spikes(file, file, "--tolerance", "-1"));
    refused(2, "binMs must be finite and above 0, was 0.0", spikes(file, "--bin", "0"));
    refused(2, "toMs must be above 5.0, was 4.0", spikes(file, "--from", "5", "--to", "4"));
    refused(2, "pairNeurons must be in [2, 10000], was 1", spikes(file, "--pairs", "1"));
  }

  @Test
  void filesOfOtherNeuronsAreRefused() throws IOException {
    String first = file("first.txt", "1 1\n2 2\n3 3\n");
    String second = file("second.txt", "1 1\n2 5\n");
    Did did = spikes(first, second);
    refused(21, "ids of both files must be the same, was 2 (2, 3) only in " + first, did);
    assertTrue(did.err().contains("1 (5) only in " + second), did::toString);
  }

  @Test
  void secondsTakenForMillisecondsAreNoticed() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 100; i++) {
      text.append(i * 0.05).append(' ').append(i % 3).append('\n');
    }
    Did did = spikes(file("s.txt", text.toString()));
    assertTrue(
        did.err().contains("if the file's times are in seconds, say --unit s"), did::toString);
    Did right = spikes(file("s.txt", text.toString()), "--unit", "s");
    assertFalse(right.err().contains("--unit"), right::toString);
  }

  /// Five million lines as a stream in a heap of 48 MB, of which the trains alone would take 40;
  /// the same out of order is refused with what it would take.
  @Test
  void millionsOfLinesNeedNoMemory() throws Exception {
    Path file = folder.resolve("many.txt");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < 5_000_000; i++) {
        out.append(Integer.toString(i / 10)).append('.').append((char) ('0' + i % 10));
        out.append(' ').append(Long.toString(i * 7919L % 997)).append('\n');
      }
    }
    List<String> small = List.of("-XX:+UseSerialGC", "-Xmx48m");
    Did did = EngramProcess.java(folder, small, "use", "spikes", file.toString()).join();
    assertEquals(0, did.code(), did::toString);
    assertTrue(
        did.out().startsWith("many.txt: 5,000,000 spikes of 997 neurons in 500 s"), did::toString);
    Files.writeString(file, "1 1\n", StandardOpenOption.APPEND);
    Did back = EngramProcess.java(folder, small, "use", "spikes", file.toString()).join();
    assertEquals(30, back.code(), back::toString);
    assertTrue(back.err().contains("is not in order of time (spike 5,000,001)"), back::toString);
    assertTrue(back.err().contains("takes about 77 MB, there are"), back::toString);
    Did apart = EngramProcess.java(folder, small, "use", "spikes", many(file), many(file)).join();
    assertEquals(30, apart.code(), apart::toString);
    assertTrue(
        apart.err().contains("distances need all spikes in memory: 4,000,000"), apart::toString);
  }

  /// The first two million lines.
  private static String many(Path file) throws IOException {
    Path part = file.resolveSibling("part.txt");
    try (var lines = Files.lines(file);
        BufferedWriter out = Files.newBufferedWriter(part)) {
      for (String line : (Iterable<String>) lines.limit(2_000_000)::iterator) {
        out.append(line).append('\n');
      }
    }
    return part.toString();
  }

  /// On a terminal, with a clock that is a second later each time it is asked.
  @Test
  void readingSaysHowFarItIs() throws IOException {
    Path file = folder.resolve("long.txt");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < 1_500_000; i++) {
        out.append(Integer.toString(i)).append(i % 2 == 0 ? " 1\n" : " 2\n");
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    long[] seconds = {0};
    Surroundings terminal =
        new Surroundings(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new Surroundings.Screen(200, false, true),
            Map.of(),
            folder,
            Optional.empty(),
            () -> Instant.ofEpochSecond(seconds[0]++));
    assertEquals(0, Main.run(terminal, "use", "spikes", file.toString()));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("reading " + file + "   1,048,576 spikes"), said);
    assertTrue(said.contains("reading " + file + "   69 %   under 1 s left"), said);
    assertTrue(said.endsWith("\r\u001b[2K"), said);
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("long.txt: 1,500,000 spikes"));
  }

  @Test
  void tooManyNeuronsAreRefusedWithTheirNumber() throws Exception {
    Path file = folder.resolve("ids.txt");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < 400_000; i++) {
        out.append(Integer.toString(i))
            .append(' ')
            .append(Long.toString(i * 1_000_003L))
            .append('\n');
      }
    }
    List<String> small = List.of("-XX:+UseSerialGC", "-Xmx48m");
    Did did = EngramProcess.java(folder, small, "use", "spikes", file.toString()).join();
    assertEquals(30, did.code(), did::toString);
    assertTrue(did.err().contains("neurons must be at most "), did::toString);
  }
}
