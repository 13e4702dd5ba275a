// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.symbol;

import engram.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The paper's eight sequences of symbols 0 to 9, each as a beginning and the endings it may have.
/// Two make a pair: they differ in the first symbol and share the rest of the beginning, so only a
/// memory of six or seven steps knows which endings may come.
///
/// @param beginnings one for each sequence; those of a pair stand together
/// @param endings the symbols that may end each
record Endings(List<List<Integer>> beginnings, List<List<Integer>> endings) {
  private static final List<List<Integer>> PUBLISHED =
      List.of(
          List.of(6, 8, 7, 4, 2, 3, 0),
          List.of(1, 8, 7, 4, 2, 3, 5),
          List.of(6, 3, 4, 2, 7, 8, 5),
          List.of(1, 3, 4, 2, 7, 8, 0),
          List.of(0, 9, 7, 8, 5, 3, 4, 1),
          List.of(2, 9, 7, 8, 5, 3, 4, 6),
          List.of(0, 4, 3, 5, 8, 7, 9, 6),
          List.of(2, 4, 3, 5, 8, 7, 9, 1));

  /// How many symbols there are, noise aside.
  static final int SYMBOLS = 10;

  /// Copies.
  Endings {
    beginnings = List.copyOf(beginnings);
    endings = List.copyOf(endings);
  }

  /// Those of the paper: one ending each.
  static Endings published() {
    return new Endings(
        PUBLISHED.stream().map(s -> s.subList(0, s.size() - 1)).toList(),
        PUBLISHED.stream().map(s -> List.of(s.getLast())).toList());
  }

  /// The endings of each pair exchanged.
  Endings swapped() {
    return new Endings(
        beginnings, IntStream.range(0, endings.size()).mapToObj(i -> endings.get(i ^ 1)).toList());
  }

  /// The same beginnings with `count` endings each, those of a pair disjoint.
  ///
  /// @param count up to half of the symbols
  Endings several(int count, RandomStream random) {
    List<List<Integer>> drawn = new ArrayList<>();
    for (int pair = 0; pair < beginnings.size() / 2; pair++) {
      int[] symbols = random.sample(SYMBOLS, 2 * count);
      random.shuffle(symbols);
      List<Integer> all = Arrays.stream(symbols).boxed().toList();
      drawn.add(all.subList(0, count));
      drawn.add(all.subList(count, 2 * count));
    }
    return new Endings(beginnings, drawn);
  }

  /// A sequence: a beginning, and one of its endings, each as likely as any other.
  int[] draw(RandomStream random) {
    int which = random.nextInt(beginnings.size());
    List<Integer> begin = beginnings.get(which);
    List<Integer> end = endings.get(which);
    int[] symbols = Arrays.copyOf(begin.stream().mapToInt(s -> s).toArray(), begin.size() + 1);
    symbols[begin.size()] = end.get(end.size() == 1 ? 0 : random.nextInt(end.size()));
    return symbols;
  }
}
