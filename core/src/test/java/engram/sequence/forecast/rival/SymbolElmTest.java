// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// An OS-ELM on symbols: what it must learn, what it cannot.
@FromPaper(value = "htm", at = "spec baselines, OS-ELM")
class SymbolElmTest {
  private static final SymbolElm.Settings SMALL = new SymbolElm.Settings(8, 8, 6, 60, 3, 40, 1e-6);

  /// The paper's eight sequences; each two neighbours swap their endings.
  private static final int[][] SEQUENCES = {
    {6, 8, 7, 4, 2, 3, 0},
    {1, 8, 7, 4, 2, 3, 5},
    {6, 3, 4, 2, 7, 8, 5},
    {1, 3, 4, 2, 7, 8, 0},
    {0, 9, 7, 8, 5, 3, 4, 1},
    {2, 9, 7, 8, 5, 3, 4, 6},
    {0, 4, 3, 5, 8, 7, 9, 6},
    {2, 4, 3, 5, 8, 7, 9, 1}
  };

  /// Which of two endings comes is told by a symbol three steps before: with three lags it is
  /// known, with two it is not.
  @Test
  void knowsWhatItsLagsReachAndNoMore() {
    assertEquals(1, accuracy(SMALL));
    double blind = accuracy(new SymbolElm.Settings(8, 8, 6, 60, 2, 40, 1e-6));
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

  /// The paper's task at its own size: sequences of seven and eight symbols, a symbol of noise
  /// after each, and endings that are swapped half-way. It reads 0.84 before and 0.47 at the end
  /// from the paper's figure.
  @Test
  void reachesThePapersAccuracyAndRecoversAsSlowly() {
    double[] right = new double[20];
    double[] asked = new double[20];
    for (int seed = 0; seed < 3; seed++) {
      SymbolElm machine = new SymbolElm(SymbolElm.Settings.published(5010, 10), 1, Seeds.of(seed));
      RandomStream random = Seeds.of(seed).stream("sequences");
      List<Integer> next = List.of();
      int seen = 0;
      while (seen < 20_000) {
        int which = random.nextInt(SEQUENCES.length);
        int[] sequence = SEQUENCES[which].clone();
        if (seen >= 10_000) {
          int[] partner = SEQUENCES[which ^ 1];
          sequence[sequence.length - 1] = partner[partner.length - 1];
        }
        for (int symbol : sequence) {
          seen++;
          if (seen < 20_000) {
            boolean last = symbol == sequence[sequence.length - 1];
            asked[seen / 1000] += last ? 1 : 0;
            right[seen / 1000] += last && !next.isEmpty() && next.getFirst() == symbol ? 1 : 0;
          }
          next = machine.step(symbol);
        }
        next = machine.step(10 + random.nextInt(5000));
        seen++;
      }
    }
    double before = (right[8] + right[9]) / (asked[8] + asked[9]);
    double swapped = right[10] / asked[10];
    double after = (right[18] + right[19]) / (asked[18] + asked[19]);
    assertTrue(before > 0.8 && before < 0.95, "before " + before);
    assertTrue(swapped < 0.2, "swapped " + swapped);
    assertTrue(after > 0.3 && after < 0.6, "after " + after);
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

  @Test
  void refusesMoreCandidatesThanSymbolsAndMoreRankedThanCandidates() {
    LstmTraining training = new LstmTraining(400, 400, 401, 300, 0.03);
    for (int none : new int[] {0, 9}) {
      String candidates = "candidates must be in [1, 8], was " + none;
      refuses(candidates, () -> new SymbolElm.Settings(8, none, 6, 60, 3, 40, 1e-6));
      refuses(candidates, () -> new SymbolLstm.Settings(8, none, 6, 12, training));
    }
    SymbolElm.Settings elm = new SymbolElm.Settings(8, 7, 6, 60, 3, 40, 1e-6);
    SymbolLstm.Settings lstm = new SymbolLstm.Settings(8, 7, 6, 12, training);
    for (int none : new int[] {0, 8}) {
      String ranked = "ranked must be in [1, 7], was " + none;
      refuses(ranked, () -> new SymbolElm(elm, none, Seeds.of(4)));
      refuses(ranked, () -> new SymbolLstm(lstm, none, Seeds.of(4)));
    }
  }

  private static void refuses(String message, Executable made) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
  }
}
