// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Sequences and streams of them: what is drawn, and what is counted.
final class StreamTest {
  @Test
  void partnersShareAllButTheFirstSymbolAndNeverAnEnding() {
    Endings published = Endings.published();
    Endings several = published.several(4, Seeds.of(3).stream("endings"));
    for (int i = 0; i < 8; i += 2) {
      var one = published.beginnings().get(i);
      var other = published.beginnings().get(i + 1);
      assertEquals(one.subList(1, one.size()), other.subList(1, other.size()));
      assertNotEquals(one.getFirst(), other.getFirst());
      assertEquals(published.endings().get(i), published.swapped().endings().get(i + 1));
      Set<Integer> both = new HashSet<>(several.endings().get(i));
      both.addAll(several.endings().get(i + 1));
      assertEquals(8, both.size());
    }
  }

  @Test
  void endingsAreThoseOfTheSetAndChangeAtTheSwap() {
    Endings published = Endings.published();
    Stream stream =
        Stream.of(published, published.swapped(), 500, 1000, Stream.Order.KEPT, Seeds.of(7));
    int begin = 0;
    int sequences = 0;
    for (int t = 0; t < stream.length(); t++) {
      if (stream.ends()[t]) {
        Endings of = begin < 500 ? published : published.swapped();
        int from = begin;
        int to = t;
        assertTrue(
            IntStream.range(0, 8)
                .anyMatch(i ->
                    of.beginnings()
                            .get(i)
                            .equals(Arrays.stream(stream.symbols(), from, to).boxed().toList())
                        && of.endings().get(i).contains(stream.symbols()[to])));
        sequences++;
        if (t + 1 < stream.length()) {
          assertTrue(stream.symbols()[t + 1] >= Endings.SYMBOLS);
        }
        begin = t + 2;
      }
    }
    assertTrue(sequences > 100);
  }

  @Test
  void shareCountsEndingsAlone() {
    Stream stream = new Stream(new int[6], new boolean[] {false, true, false, true, true, false});
    boolean[] right = {true, true, true, false, true, true};
    assertEquals(2.0 / 3, stream.share(right, 0, 6));
    assertEquals(0.5, stream.share(right, 3, 6));
    assertEquals(0.5, stream.worst(right, 2, 4));
    assertEquals(2.0 / 3, stream.shareOfLast(right, 6));
  }
}
