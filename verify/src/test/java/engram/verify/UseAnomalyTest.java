// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.state.Safetensors;
import engram.state.Snapshot;
import engram.verify.Engram.Did;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `engram use anomaly` as a person meets it, above all with tables that are not as they should be.
final class UseAnomalyTest {
  private static final String WARM_UP = "--warm-up=40";

  @TempDir Path folder;

  private Engram engram = Engram.alone(Path.of("home"));

  @BeforeEach
  void ownHome() {
    engram = Engram.alone(folder.resolve("home"));
  }

  /// Times and values every five minutes, with a line of names.
  private static String table(int rows, IntFunction<String> value) {
    StringBuilder table = new StringBuilder("time,load\n");
    for (int i = 0; i < rows; i++) {
      table.append(time(i)).append(',').append(value.apply(i)).append('\n');
    }
    return table.toString();
  }

  private static Instant time(int row) {
    return Instant.ofEpochSecond(1_400_000_000 + 300L * row);
  }

  private static String wave(int i) {
    return Integer.toString(10 * (i % 6) + i * 7 % 3);
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private Did anomaly(Path file, String... more) {
    String[] words = new String[more.length + 4];
    System.arraycopy(new String[] {"use", "anomaly", file.toString(), WARM_UP}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return engram.run(words);
  }

  private Did piped(String text, String... more) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return anomaly(Path.of("-"), more);
    } finally {
      System.setIn(before);
    }
  }

  private static Did does(Did did, String said) {
    assertEquals(0, did.code(), did::toString);
    assertTrue((did.out() + did.err()).contains(said), () -> "sought: " + said + "\n" + did);
    return did;
  }

  private static void refused(int code, String message, Did did) {
    assertEquals(code, did.code(), did::toString);
    assertTrue(did.err().contains(message), () -> "sought: " + message + "\n" + did);
    assertFalse(did.err().contains("    at "), () -> "no trace\n" + did);
  }

  @Test
  void rowsComeWithScoresAndAnAlarmWithItsReason() throws Exception {
    Did did = does(anomaly(file(table(120, i -> i == 100 ? "900" : wave(i)))), "1 alarm in 120");
    List<String> rows = did.out().lines().toList();
    assertEquals("time,load,expected,low,high,score,likelihood,alarm", rows.getFirst());
    assertEquals(121, rows.size());
    assertEquals(time(0) + "," + wave(0) + ",,,,,,", rows.get(1));
    assertTrue(rows.get(101).startsWith(time(100) + ",900,"), rows.get(101));
    assertTrue(rows.get(101).endsWith(",1"), rows.get(101));
    assertTrue(did.err().contains("times in column 1 'time', every 5 min"), did::toString);
    assertTrue(did.err().contains("line 102  score 1.00  came 900, expected "), did::toString);
    assertTrue(did.err().contains("it lies outside all values before"), did::toString);
    assertTrue(did.err().contains(" a second"), did::toString);
  }

  @Test
  void standardInputGivesTheSameRows() throws Exception {
    String table = table(90, UseAnomalyTest::wave);
    assertEquals(anomaly(file(table)).out(), does(piped(table), "standard input:").out());
  }

  @Test
  void eachColumnHasAModelOfItsOwnAndAFigure() throws Exception {
    StringBuilder table = new StringBuilder("time,cpu,\"a, b\"\n");
    for (int i = 0; i < 100; i++) {
      table.append(time(i)).append(',').append(wave(i)).append(',').append(i == 80 ? 6 : 5);
      table.append('\n');
    }
    Path figure = folder.resolve("course.svg");
    Did did = anomaly(file(table.toString()), "--alarms", "--figure", figure.toString());
    does(did, "a, b: came 6, expected 5 (");
    assertTrue(did.out().contains("and all values before were equal"), did::toString);
    assertTrue(Files.readString(folder.resolve("course-a-b.svg")).contains("</svg>"));
    assertTrue(Files.exists(folder.resolve("course-cpu.svg")));
  }

  @Test
  void documentHoldsTheAlarmsAlone() throws Exception {
    Did did = anomaly(file(table(100, i -> i == 80 ? "900" : wave(i))), "--json");
    JsonNode node = JsonMapper.builder().build().readTree(did.out());
    assertEquals("anomaly", node.get("kind").asString());
    assertEquals(1, node.get("alarmCount").asInt());
    assertEquals(82, node.get("alarms").get(0).get("line").asInt());
  }

  @Test
  void whatIsNoTableIsRefused() throws Exception {
    refused(21, "must have a row of numbers", anomaly(file("this is\nno table\n")));
    refused(21, "was empty", anomaly(file("")));
    refused(21, "was empty", piped(""));
    refused(20, "is not there", anomaly(folder.resolve("none.csv")));
    Path binary = Files.write(folder.resolve("binary"), new byte[] {1, 0, 2, 0, -1, 7, 10, 3});
    refused(21, "was binary", anomaly(binary));
    Path names = file("time,host\n" + time(0) + ",alpha\n" + time(1) + ",beta\n");
    refused(21, "number", anomaly(names));
    refused(2, "load2", anomaly(file(table(9, UseAnomalyTest::wave)), "--values", "load2"));
  }

  @Test
  void wordsOutOfRangeAreRefused() throws Exception {
    Path file = file(table(9, UseAnomalyTest::wave));
    refused(2, "threshold must be in (0, 1], was 3.0", anomaly(file, "--threshold", "3"));
    refused(2, "--zone must be a zone", anomaly(file, "--zone", "Moon/Crater"));
    refused(2, "--dates must be", anomaly(file, "--dates", "year"));
    refused(2, "did you mean --figure?", anomaly(file, "--figur", "x"));
    refused(2, "--load must name a model", anomaly(file, "--load", "none.st"));
    refused(
        2,
        "--every must be at least 1, was 0",
        anomaly(file, "--every", "0", "--checkpoint", folder.resolve("c").toString()));
  }

  @Test
  void aLineOfTenMegabytesIsLeftOut() throws Exception {
    String table = table(60, i -> i == 50 ? "9".repeat(10_000_000) : wave(i));
    does(anomaly(file(table)), "1 row longer than a mebibyte: left out");
    refused(21, "had only lines longer than", anomaly(file("9".repeat(10_000_000))));
  }

  @Test
  void missingAndInfiniteValuesAreNoSteps() throws Exception {
    Did did =
        anomaly(file(table(80, i -> i == 50 ? "NaN" : i == 60 ? "inf" : i == 70 ? "" : wave(i))));
    does(did, "1 row with an infinite value: taken as missing");
    assertTrue(did.err().contains("2 rows without a value: taken as missing"), did::toString);
    assertTrue(did.out().contains(time(60) + ",,,,,,,\n"), did::toString);
  }

  @Test
  void timesThatGoBackOrRepeatAreSaid() throws Exception {
    String table = table(50, UseAnomalyTest::wave);
    Did did = anomaly(file(table + time(3) + ",5\n" + time(3) + ",5\n"));
    does(did, "1 row earlier than the row before: kept");
    assertTrue(did.err().contains("1 row at the time of the row before: kept"), did::toString);
  }

  @Test
  void shortAndConstantTablesRaiseNothing() throws Exception {
    does(anomaly(file(table(1, i -> "5"))), "nothing was judged: it learns from 40 rows first");
    does(anomaly(file(table(200, i -> "5"))), "0 alarms in 200 rows");
  }

  @Test
  void timesOfAZoneAreSaidInUtc() throws Exception {
    Path file = file("time,load\n2014-07-01 12:00:00,1\n2014-07-01 12:05:00,2\n");
    does(anomaly(file, "--zone", "Europe/Berlin"), "2014-07-01T10:00:00Z,1,");
  }

  @Test
  void aSavedModelGoesOnWhereItWas() throws Exception {
    String whole = table(120, UseAnomalyTest::wave);
    int cut = whole.indexOf(time(70).toString());
    String names = whole.substring(0, whole.indexOf('\n') + 1);
    String model = folder.resolve("model.st").toString();
    does(anomaly(file(whole.substring(0, cut)), "--save", model), "model ");
    Did rest = anomaly(file(names + whole.substring(cut)), "--load", model);
    String all = anomaly(file(whole)).out();
    String first = time(70).toString();
    String out = rest.out();
    assertEquals(all.substring(all.indexOf(first)), out.substring(out.indexOf(first)));
    refused(
        21,
        "must have a warm-up of 400 rows, was 40",
        engram.run("use", "anomaly", file(whole).toString(), "--load", model));
  }

  @Test
  void aModelOfAnotherVersionIsRefused() throws Exception {
    Path model = folder.resolve("model.st");
    Safetensors.write(model, Snapshot.named("row-detector", 99).number("rows", "1", 1).build());
    Path file = file(table(9, UseAnomalyTest::wave));
    refused(50, "a newer Engram reads it", anomaly(file, "--load", model.toString()));
    Safetensors.write(model, Snapshot.named("other", 1).number("rows", "1", 1).build());
    refused(
        21, "must be of row-detector/1, was other/1", anomaly(file, "--load", model.toString()));
    Files.writeString(model, "no model");
    refused(21, "model.st", anomaly(file, "--load", model.toString()));
  }

  @Test
  void aCheckpointGoesOnInTheGrownFileOnly() throws Exception {
    String whole = table(100, UseAnomalyTest::wave);
    String[] keep = {
      "--checkpoint", folder.resolve("c").toString(), "--out", folder.resolve("rows").toString()
    };
    Path file = file(whole.substring(0, whole.indexOf(time(60).toString())));
    does(anomaly(file, keep), "0 alarms in 60 rows");
    file(whole);
    does(anomaly(file, keep), "goes on after 60 rows");
    assertEquals(anomaly(file).out(), Files.readString(folder.resolve("rows")), "as if never left");
    does(anomaly(file, keep), "goes on after 100 rows");
    file(whole.substring(0, 500));
    refused(21, "it became shorter", anomaly(file, keep));
    file(whole.replace(wave(99) + "\n", "7\n"));
    assertEquals(21, anomaly(file, keep).code());
  }

  @Test
  void aCheckpointThatCannotBeWrittenIsSaid() throws Exception {
    Path file = file(table(60, UseAnomalyTest::wave));
    String nowhere = folder.resolve("no/such/folder/c").toString();
    refused(50, "cannot be written", anomaly(file, "--checkpoint", nowhere));
    refused(50, "cannot be written", anomaly(file, "--out", folder.toString()));
    if (Files.exists(Path.of("/dev/full"))) {
      refused(50, "No space left", anomaly(file, "--out", "/dev/full"));
      assertTrue(Files.exists(Path.of("/dev/full")));
    }
  }
}
