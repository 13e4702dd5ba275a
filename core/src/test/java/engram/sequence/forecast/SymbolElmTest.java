// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An OS-ELM on symbols: what it must learn, what it cannot.
@FromPaper(value = "htm", at = "spec baselines, OS-ELM")
class SymbolElmTest {
  private static final SymbolElm.Settings SMALL = new SymbolElm.Settings(8, 6, 60, 3, 40, 1e-6);

  /// Which of two endings comes is told by a symbol three steps before: with three lags it is
  /// known, with two it is not.
  @Test
  void knowsWhatItsLagsReachAndNoMore() {
    assertEquals(1, accuracy(SMALL));
    double blind = accuracy(new SymbolElm.Settings(8, 6, 60, 2, 40, 1e-6));
    assertTrue(blind < 0.8, "accuracy " + blind);
  }

  private static double accuracy(SymbolElm.Settings settings) {
    SymbolElm machine = new SymbolElm(settings, 1, Seeds.of(2));
    RandomStream random = Seeds.of(3).stream("sequence");
    int right = 0;
    int asked = 0;
    for (int i = 0; i < 400; i++) {
      int kind = random.nextInt(2);
      List<Integer> next = List.of();
      for (int symbol : new int[] {kind, 2, 3, 4 + kind}) {
        if (symbol >= 4 && i >= 200) {
          asked++;
          right += next.getFirst() == symbol ? 1 : 0;
        }
        next = machine.step(symbol);
      }
    }
    return (double) right / asked;
  }

  @Test
  void ranksEverySymbolOnce() {
    SymbolElm machine = new SymbolElm(SMALL, 8, Seeds.of(4));
    for (int t = 0; t < 60; t++) {
      List<Integer> next = machine.step(t % 5);
      assertEquals(t < 39, next.isEmpty(), "row " + t);
      if (!next.isEmpty()) {
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), next.stream().sorted().toList());
        assertEquals((t + 1) % 5, next.getFirst());
      }
    }
  }

  @Test
  void goesOnFromASnapshotToTheLastBit() {
    SymbolElm a = new SymbolElm(SMALL, 3, Seeds.of(4));
    SymbolElm b = a.fork();
    RandomStream random = Seeds.of(5).stream("symbols");
    for (int t = 0; t < 120; t++) {
      int symbol = random.nextInt(8);
      assertEquals(a.step(symbol), b.step(symbol));
      if (t % 17 == 3) {
        b = b.fork();
        assertEquals(a.snapshot(), b.snapshot());
      }
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    SymbolElm machine = new SymbolElm(SMALL, 3, Seeds.of(4));
    assertEquals(
        "symbol must be in [0, 8), was 8",
        assertThrows(IllegalArgumentException.class, () -> machine.step(8)).getMessage());
    assertThrows(
        DataCorruptException.class,
        () -> machine.restore(new SymbolElm(SMALL, 3, Seeds.of(5)).snapshot()));
  }
}
