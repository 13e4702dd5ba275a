// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelWindowsTest {
  private static final String TWO =
      """
      {
          "a/b.csv": [],
          "c\\u00b5\\/\\"d.csv": [
              ["2014-04-10 07:15:00.000000", "2014-04-11 16:45:00.000000"],
              ["2014-05-01", "2014-05-01T01:02:03Z"]
          ]
      }
      """;

  @TempDir Path folder;

  @Test
  void readsWindowsInOrder() throws IOException {
    Path file = Files.writeString(folder.resolve("windows.json"), TWO);
    Map<String, List<TimeSpan>> windows = LabelWindows.read(file);
    assertEquals(List.of("a/b.csv", "c\u00b5/\"d.csv"), List.copyOf(windows.keySet()));
    assertEquals(List.of(), windows.get("a/b.csv"));
    assertEquals(
        List.of(
            new TimeSpan(
                Instant.parse("2014-04-10T07:15:00Z"), Instant.parse("2014-04-11T16:45:00Z")),
            new TimeSpan(
                Instant.parse("2014-05-01T00:00:00Z"), Instant.parse("2014-05-01T01:02:03Z"))),
        windows.get("c\u00b5/\"d.csv"));
    assertEquals(Map.of(), LabelWindows.parse(" {} ", "w"));
    assertThrows(DataMissingException.class, () -> LabelWindows.read(folder.resolve("none")));
  }

  @Test
  void namesThePlaceOfWhatIsWrong() {
    refuses("'{' at character 0, was the end", "");
    refuses("'{' at character 0, was character 91", "[]");
    refuses("nothing after the object at character 2, was character 120", "{}x");
    refuses("'[' at character 5, was character 49", "{\"a\":1}");
    refuses("'\"' at character 7, was character 49", "{\"a\":[[1,2]]}");
    refuses("a time at character 15, was 'monday'", "{\"a\":[[\"monday\",\"2014\"]]}");
    refuses("'}' at character 7, was the end", "{\"a\":[]");
    refuses("each name once at character 14, was 'a' again", "{\"a\":[],\"a\":[]}");
    refuses(
        "a window that ends after it begins at character 33, was 2014-01-02T00:00:00Z to"
            + " 2014-01-01T00:00:00Z",
        "{\"a\":[[\"2014-01-02\",\"2014-01-01\"]]}");
  }

  private static void refuses(String rule, String text) {
    assertEquals(
        "w: windows must have " + rule,
        assertThrows(DataCorruptException.class, () -> LabelWindows.parse(text, "w")).getMessage());
  }

  /// Whatever the text is, it is read or refused.
  @Test
  void noDamageGetsThrough() {
    RandomStream draws = Seeds.of(5).stream("damage");
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder(TWO);
      for (int k = draws.nextInt(1, 4); k > 0; k--) {
        int at = draws.nextInt(text.length());
        switch (draws.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) draws.nextInt(300));
          case 1 -> text.delete(at, Math.min(text.length(), at + draws.nextInt(1, 20)));
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 10)));
        }
      }
      try {
        LabelWindows.parse(text.toString(), "w");
      } catch (DataCorruptException refused) {
        assertEquals(0, String.valueOf(refused.getMessage()).indexOf("w: windows must have"));
      }
    }
  }
}
