// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The cells that one segment sees for several patterns: those that more than one pattern has, the
/// most common first (equals in random order); then, one by one, a random further cell of the
/// pattern that is seen least (the first of equals).
@FromPaper(value = "sdr", at = "spec 6, patterns > D")
final class SharedCells {
  private final List<Sdr> patterns;
  private final int[] overlaps;
  private final int[] chosen;
  private int size;

  private SharedCells(List<Sdr> patterns, int count) {
    this.patterns = patterns;
    this.overlaps = new int[patterns.size()];
    this.chosen = new int[count];
  }

  /// Chooses.
  ///
  /// @param patterns of one population, each with `count` active cells or more
  /// @param count s, how many cells to choose
  /// @return s distinct cells, ascending
  static int[] of(List<Sdr> patterns, int count, RandomStream random) {
    SharedCells cells = new SharedCells(patterns, count);
    cells.addShared(random);
    while (cells.size < count) {
      cells.addOfLeastSeen(random);
    }
    return Sdr.sortedDistinct(patterns.getFirst().population(), cells.chosen);
  }

  private void addShared(RandomStream random) {
    int[] counts = new int[patterns.getFirst().population()];
    for (Sdr pattern : patterns) {
      for (int i = 0; i < pattern.size(); i++) {
        counts[pattern.cell(i)]++;
      }
    }
    int[] shared = new int[counts.length];
    int found = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] > 1) {
        shared[found++] = cell;
      }
    }
    int[] order = Arrays.copyOf(shared, found);
    random.shuffle(order);
    Arrays.stream(order)
        .boxed()
        .sorted((one, other) -> Integer.compare(counts[other], counts[one])) // stable
        .limit(chosen.length)
        .forEach(this::add);
  }

  private void addOfLeastSeen(RandomStream random) {
    int least = 0;
    for (int i = 1; i < overlaps.length; i++) {
      least = overlaps[i] < overlaps[least] ? i : least;
    }
    Sdr pattern = patterns.get(least);
    List<Integer> unseen = new ArrayList<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (!has(pattern.cell(i))) {
        unseen.add(pattern.cell(i));
      }
    }
    add(unseen.get(random.nextInt(unseen.size())));
  }

  private boolean has(int cell) {
    for (int i = 0; i < size; i++) {
      if (chosen[i] == cell) {
        return true;
      }
    }
    return false;
  }

  private void add(int cell) {
    chosen[size++] = cell;
    for (int i = 0; i < overlaps.length; i++) {
      overlaps[i] += patterns.get(i).has(cell) ? 1 : 0;
    }
  }
}
