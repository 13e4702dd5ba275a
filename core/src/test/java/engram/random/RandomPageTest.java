// SPDX-License-Identifier: Apache-2.0
package engram.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Draws what `docs/random.md` publishes. That page is frozen: where this test fails, the code is
/// wrong.
class RandomPageTest {
  private static final Path PAGE = Path.of("../docs/random.md");

  @Test
  void drawsThePublishedWords() throws IOException {
    List<List<String>> rows = rowsBelow("## Words");
    assertTrue(rows.size() >= 6, rows.size() + " rows");
    for (List<String> row : rows) {
      RandomStream stream = stream(row);
      List<String> words =
          IntStream.range(0, 4).mapToObj(i -> "%016x".formatted(stream.nextLong())).toList();
      assertEquals(row.subList(2, 6), words, row.get(0) + "/" + row.get(1));
    }
  }

  @Test
  void drawsThePublishedDraws() throws IOException {
    List<List<String>> rows = rowsBelow("## Draws");
    assertTrue(rows.size() >= 6, rows.size() + " rows");
    for (List<String> row : rows) {
      List<String> draws =
          List.of(
              Double.toString(at(row).nextDouble()),
              Double.toString(at(row).nextGaussian()),
              Double.toString(at(row).nextExponential()),
              Long.toString(at(row).nextLong(1_000_000_000_000L)),
              Arrays.stream(at(row).sample(100, 5))
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining(" ")));
      assertEquals(row.subList(3, 8), draws, row.get(0) + "/" + row.get(1) + "/" + row.get(2));
    }
  }

  private static RandomStream at(List<String> row) {
    RandomStream stream = stream(row);
    stream.seek(Long.parseLong(row.get(2)));
    return stream;
  }

  private static RandomStream stream(List<String> row) {
    Seeds node = Seeds.of(Long.parseLong(row.get(0)));
    List<String> names = List.of(row.get(1).split("/", -1));
    for (String name : names.subList(0, names.size() - 1)) {
      node = node.child(name);
    }
    return node.stream(names.getLast());
  }

  private static List<List<String>> rowsBelow(String heading) throws IOException {
    return Files.readString(PAGE)
        .lines()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(
            line -> line.startsWith("| ") && !line.startsWith("| seed") && !line.contains("---"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .toList();
  }
}
