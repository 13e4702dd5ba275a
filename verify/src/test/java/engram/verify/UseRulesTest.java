// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.DataSets;
import engram.data.image.LabelledImages;
import engram.verify.Engram.Did;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `engram use rules` as a person meets it.
final class UseRulesTest {
  @TempDir Path folder;

  private Did rules(String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "use";
    words[1] = "rules";
    System.arraycopy(more, 0, words, 2, more.length);
    return Engram.alone(folder.resolve("home")).run(words);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /// The first of the optical digits as a table, the class in the last column.
  private Path digits(int count) throws IOException {
    LabelledImages digits = DataSets.digits();
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < 64; p++) {
        table.append(digits.images().pixel(i, p / 8, p % 8)).append(',');
      }
      table.append(digits.label(i)).append('\n');
    }
    return file("digits.csv", table.toString());
  }

  @Test
  void rulesStandSideBySide() throws IOException {
    Path figure = folder.resolve("weights.svg");
    String table = digits(1000).toString();
    Did did = rules(table, "--units", "30", "--epochs", "20", "--figure", figure.toString());
    assertEquals(0, did.code(), did::toString);
    List<String> lines = did.out().lines().toList();
    assertTrue(
        lines.getFirst().startsWith("1,000 images of 8 x 8 in 10 classes: 800 to learn from, 200"),
        did::toString);
    assertEquals(10, lines.size());
    assertTrue(lines.getLast().startsWith("  backpropagation"), did::toString);
    assertTrue(Files.readString(figure).contains("SoftHebb"));
    Did json = rules(table, "--units", "30", "--epochs", "20", "--json");
    JsonNode document = JsonMapper.shared().readTree(json.out());
    assertEquals("rules", document.get("kind").asString());
    double random = document.get("rules").get(0).get("accuracy").asDouble();
    double best = 0;
    for (JsonNode rule : document.get("rules")) {
      assertTrue(rule.get("accuracy").asDouble() > 0.1, rule::toString);
      best = Math.max(best, rule.get("accuracy").asDouble());
    }
    assertTrue(best > 0.85 && best > random, json::toString);
  }

  /// Far beyond the bound a rule diverges: it is warned of and left out, and the others go on.
  @Test
  void rateBeyondTheBoundIsWarnedOf() throws IOException {
    Did did = rules(digits(300).toString(), "--units", "10", "--epochs", "1", "--rate", "1e6");
    assertEquals(0, did.code(), did::toString);
    assertTrue(
        did.err().contains("Oja: the rate ") && did.err().contains("beyond the stability bound"),
        did::toString);
    assertTrue(did.err().contains("Oja is left out: unit "), did::toString);
    assertTrue(did.out().contains("  SoftHebb"), did::toString);
  }

  private void refused(int code, String words, Did did) {
    assertEquals(code, did.code(), did::toString);
    assertEquals(1, did.err().lines().count(), did::toString);
    assertTrue(did.err().contains(words), did::toString);
  }

  @Test
  void badTablesAreRefusedInALine() throws IOException {
    String rows = "1,2,0\n3,4,1\n".repeat(15);
    refused(20, "is not there", rules(folder.resolve("none.csv").toString()));
    refused(21, "must have at least one line", rules(file("empty.csv", "").toString()));
    refused(
        21,
        "line 31, column 1: must be a finite number, was 'NaN'",
        rules(file("nan.csv", rows + "NaN,2,0\n").toString()));
    refused(
        21,
        "row 31: label must be a whole number of 0 or more, was -1.0",
        rules(file("label.csv", rows + "1,2,-1\n").toString()));
    refused(
        21,
        "row 31: label must be a whole number of 0 or more, was 0.5",
        rules(file("half.csv", rows + "1,2,0.5\n").toString()));
    refused(
        21, "at least 2 classes, was 1", rules(file("one.csv", "1,2,7\n".repeat(40)).toString()));
    refused(21, "at least 20 images, was 2", rules(file("few.csv", "1,2,0\n3,4,1\n").toString()));
    refused(
        2,
        "has no column label, class, target, y",
        rules(file("named.csv", "a,b,c\n" + rows).toString()));
    refused(2, "--units must be in [7, 24], was 100", rules(file("good.csv", rows).toString()));
    refused(
        2,
        "--units must be at least 1, was 0",
        rules(file("good.csv", rows).toString(), "--units", "0"));
  }

  @Test
  void badImagesAreRefusedInALine() throws IOException {
    refused(20, "must have a folder of PNG images for each class", rules(folder.toString()));
    Files.createDirectories(folder.resolve("set/a"));
    Files.write(folder.resolve("set/a/x.png"), new byte[] {1, 2, 3});
    refused(21, "x.png must begin as a PNG image does", rules(folder.resolve("set").toString()));
    byte[] idx = ByteBuffer.allocate(18).putInt(2051).putInt(2).putInt(1).putInt(1).array();
    Path images = Files.write(folder.resolve("images-idx3-ubyte"), idx);
    refused(2, "needs its labels: --labels FILE", rules(images.toString()));
    byte[] one = ByteBuffer.allocate(9).putInt(2049).putInt(1).array();
    Path labels = Files.write(folder.resolve("labels"), one);
    refused(
        21,
        "must have a label for each of 2 images, had 1",
        rules(images.toString(), "--labels", labels.toString()));
  }
}
