// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.verify.Engram.Did;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `engram use forecast` as a person meets it.
final class UseForecastTest {
  private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

  @TempDir Path folder;

  private Path table(int rows, Duration step) throws Exception {
    StringBuilder table = new StringBuilder("time,load\n");
    for (int i = 0; i < rows; i++) {
      table.append(BEGIN.plus(step.multipliedBy(i))).append(',').append(i % 28 * (27 - i % 28));
      table.append('\n');
    }
    return Files.writeString(folder.resolve("table.csv"), table);
  }

  private Did forecast(Path table, String... more) {
    String[] words = new String[more.length + 4];
    System.arraycopy(
        new String[] {"use", "forecast", table.toString(), "--warm-up=40"}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return Engram.alone(folder.resolve("home")).run(words);
  }

  @Test
  void memoryStandsBesideItsRivals() throws Exception {
    Path figure = folder.resolve("forecast.svg");
    Did did = forecast(table(168, Duration.ofHours(6)), "-k", "3", "--figure", figure.toString());
    assertEquals(0, did.code(), did::toString);
    List<String> rows = did.out().lines().toList();
    assertEquals(169, rows.size());
    assertTrue(rows.getFirst().startsWith("time,load,of,forecast,low,high,persistence,"));
    String[] row = rows.get(121).split(",", -1);
    assertEquals(13, row.length);
    assertEquals(BEGIN.plus(Duration.ofHours(6 * 123)).toString(), row[2]);
    assertEquals(row[1], row[6], "persistence");
    assertEquals(Integer.toString(123 % 28 * (27 - 123 % 28)), row[7], "same time last week");
    assertTrue(did.err().contains("3 steps of 6h ahead, each scored on the same "), did::toString);
    assertTrue(did.err().contains("same time last week    MAPE 0 "), did::toString);
    assertTrue(Files.readString(figure).contains("what came"));
  }

  /// The share that is printed is the one that the rows give, where what is learned from first is
  /// too short for the weekly rules to be scored on it.
  @Test
  void theShareInsideIsThatOfTheRows() throws Exception {
    Path table = table(168, Duration.ofHours(6));
    String[] words = {"use", "forecast", table.toString(), "--warm-up=20", "-k", "3"};
    Did did = Engram.alone(folder.resolve("home")).run(words);
    List<String[]> rows = did.out().lines().skip(1).map(row -> row.split(",", -1)).toList();
    int count = 0;
    int inside = 0;
    for (int i = 0; i + 3 < rows.size(); i++) {
      String[] row = rows.get(i);
      if (!row[3].isEmpty() && !row[6].isEmpty() && !row[7].isEmpty() && !row[8].isEmpty()) {
        double came = Double.parseDouble(rows.get(i + 3)[1]);
        count++;
        inside += Double.parseDouble(row[4]) <= came && came <= Double.parseDouble(row[5]) ? 1 : 0;
      }
    }
    assertTrue(count > 50, did::toString);
    String held = String.format(Locale.ROOT, "held %.1f %% of what came", 100.0 * inside / count);
    assertTrue(did.err().contains(held), held + " " + did);
  }

  @Test
  void documentHoldsTheErrors() throws Exception {
    Did did = forecast(table(120, Duration.ofHours(6)), "--json");
    JsonNode node = JsonMapper.builder().build().readTree(did.out());
    assertEquals(21_600, node.get("stepSeconds").asInt());
    assertEquals(4, node.get("methods").size());
    JsonNode interval = node.get("interval");
    assertEquals(node.get("methods").get(0).get("count"), interval.get("count"));
    assertTrue(interval.get("held").asDouble() > 0.5, did::toString);
  }

  @Test
  void whatCannotBeForecastIsSaid() throws Exception {
    Did few = forecast(table(20, Duration.ofHours(6)));
    assertTrue(few.err().contains("nothing was forecast: it learns from 40 rows"), few::toString);
    Did odd = forecast(table(60, Duration.ofSeconds(7_001)));
    assertTrue(odd.err().contains("no weekly rules"), odd::toString);
    Did still = forecast(table(60, Duration.ZERO));
    assertEquals(21, still.code(), still::toString);
    assertTrue(still.err().contains("times must go forward"), still::toString);
    assertEquals(2, forecast(table(9, Duration.ofHours(6)), "-k", "0").code());
  }

  @Test
  void aCheckpointGoesOn() throws Exception {
    String[] keep = {
      "--checkpoint", folder.resolve("c").toString(), "--out", folder.resolve("rows").toString()
    };
    Duration step = Duration.ofHours(6);
    assertEquals(0, forecast(table(77, step), keep).code());
    assertEquals(0, forecast(table(140, step), keep).code());
    assertEquals(forecast(table(140, step)).out(), Files.readString(folder.resolve("rows")));
  }
}
