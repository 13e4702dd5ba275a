// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Which part of many costly tests is done this time: each on one day in a few, all with
/// `-Dengram.all=true`. `ENGRAM_ROTATION` chooses the part by number, to do yesterday's again.
///
/// @param number of this time
/// @param all whether everything is done
record Rotation(long number, boolean all) {
  /// The part of today, by the date of the last commit if it can be known, so that a commit is
  /// always tested by the same part.
  static Rotation ofTheDay() {
    boolean all = Boolean.getBoolean("engram.all");
    String chosen = System.getenv().getOrDefault("ENGRAM_ROTATION", "");
    return new Rotation(chosen.isBlank() ? dayOfLastCommit() : Long.parseLong(chosen), all);
  }

  /// The items of this time, one in `parts`, spread evenly: never none.
  static <T> List<T> slice(List<T> items, Function<T, String> id, int parts, long number) {
    List<T> ordered =
        items.stream()
            .sorted(Comparator.comparingInt((T t) -> mixed(id.apply(t))).thenComparing(id))
            .toList();
    int wanted = Math.floorMod(number, Math.min(parts, Math.max(1, ordered.size())));
    return IntStream.range(0, ordered.size())
        .filter(i -> i % parts == wanted)
        .mapToObj(ordered::get)
        .toList();
  }

  <T> List<T> some(List<T> items, Function<T, String> id, int parts) {
    return all ? items : slice(items, id, parts, number);
  }

  /// Spreads neighbours in the alphabet, which are often of one paper, over the parts.
  private static int mixed(String id) {
    return id.hashCode() * 0x9E3779B9;
  }

  private static long dayOfLastCommit() {
    try {
      Path head = Repository.file(".git/logs/HEAD");
      List<String> lines = Files.readAllLines(head);
      String seconds = lines.getLast().replaceFirst("^.*> ([0-9]+) [-+][0-9]{4}.*$", "$1");
      return Long.parseLong(seconds) / 86_400;
    } catch (IOException | RuntimeException _) {
      return LocalDate.now(ZoneOffset.UTC).toEpochDay(); // No git here: today's part.
    }
  }
}
