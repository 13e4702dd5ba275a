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
import java.util.Arrays;
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
  void badOptionsAreRefusedInALine() throws IOException {
    String table = digits(40).toString();
    refused(2, "--rat", rules(table, "--rat", "1"));
    refused(2, "--units", rules(table, "--units", "ten"));
    refused(2, "--epochs must be at least 1, was 0", rules(table, "--epochs", "0"));
    refused(2, "--rate must be finite and above 0, was 0.0", rules(table, "--rate", "0"));
    refused(2, "--rate must be finite and above 0, was -1.0", rules(table, "--rate", "-1"));
    refused(2, "--rate must be finite and above 0, was NaN", rules(table, "--rate", "NaN"));
    refused(2, "has no column 66", rules(table, "--labels", "66"));
    refused(
        2,
        "--figure must lie in a folder that is there",
        rules(table, "--figure", folder.resolve("none/weights.svg").toString()));
    refused(
        2,
        "--figure needs images: these values are no square",
        rules(
            file("two.csv", "1,2,0\n3,4,1\n".repeat(15)).toString(),
            "--units",
            "7",
            "--figure",
            folder.resolve("weights.svg").toString()));
    refused(
        21,
        "images must not all be 0",
        rules(file("dark.csv", "0,0,0\n0,0,1\n".repeat(15)).toString(), "--units", "7"));
  }

  private void image(String name, int side, int grey) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, GreyPng.of(side, grey));
  }

  @Test
  void badFoldersAreRefusedInALine() throws IOException {
    for (int i = 0; i < 12; i++) {
      image("set/a/" + i + ".png", 3, 10 * i);
      image("set/b/" + i + ".png", 3, 250 - i);
    }
    String set = folder.resolve("set").toString();
    Did good = rules(set, "--units", "8", "--epochs", "1");
    assertEquals(0, good.code(), good::toString);
    assertTrue(good.out().startsWith("24 images of 3 x 3 in 2 classes: 20 to"), good::toString);
    refused(2, "--labels belongs to an IDX file or a table", rules(set, "--labels", "x"));
    image("set/b/12.png", 4, 7);
    refused(21, "12.png must be of 3 x 3 pixels as the first image, was 4 x 4", rules(set));
    byte[] cut = Arrays.copyOf(GreyPng.of(3, 7), 40);
    Files.write(folder.resolve("set/b/12.png"), cut);
    refused(21, "12.png must end with a chunk IEND, was cut off", rules(set));
    Files.delete(folder.resolve("set/b/12.png"));
    for (int i = 0; i < 12; i++) {
      Files.delete(folder.resolve("set/b/" + i + ".png"));
      image("set/a/1" + i + "0.png", 3, i + 1);
    }
    refused(20, "b must have PNG images, had none", rules(set));
    Files.delete(folder.resolve("set/b"));
    refused(21, "at least 2 classes, was 1", rules(set));
  }

  private Path idx(String name, int magic, int count, int... rest) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * rest.length + count * rest.length * 2 + count);
    bytes.putInt(magic).putInt(count);
    for (int extent : rest) {
      bytes.putInt(extent);
    }
    int size = rest.length == 0 ? count : count * rest[0] * rest[1];
    byte[] file = Arrays.copyOf(bytes.array(), bytes.position() + size);
    Arrays.fill(file, bytes.position(), file.length, (byte) 3);
    return Files.write(folder.resolve(name), file);
  }

  @Test
  void badIdxFilesAreRefusedInALine() throws IOException {
    String images = idx("images-idx3-ubyte", 2051, 30, 2, 2).toString();
    String labels = idx("labels", 2049, 30).toString();
    refused(21, "at least 2 classes, was 1", rules(images, "--labels", labels));
    refused(21, "images-idx3-ubyte", rules(images, "--labels", images));
    refused(20, "is not there", rules(images, "--labels", folder.resolve("nowhere").toString()));
    byte[] whole = Files.readAllBytes(Path.of(images));
    Files.write(Path.of(images), Arrays.copyOf(whole, whole.length - 1));
    refused(21, "images-idx3-ubyte", rules(images, "--labels", labels));
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
