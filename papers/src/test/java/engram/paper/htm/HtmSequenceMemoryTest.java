// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.paper.Pages;
import engram.random.Seeds;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class HtmSequenceMemoryTest {
  private static final int FEW = 5;
  private static final Pages PAGES = new Pages(new HtmSequenceMemory());

  @Test
  void everyClaimFindsWhatItIsJudgedByAndEveryPageIsDrawn() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(21, PAGES.claims());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void withTheMechanismOutNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(FEW);
  }

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

  /// Two of the benchmark's series: what each brings makes the score, and all there is is 100.
  @Test
  void pointsOfTheSeriesMakeTheScore() {
    AnomalyBenchmark page = new AnomalyBenchmark();
    assumeTrue(Pages.hasData(page));
    Results found = PAGES.smoke(page);
    assertEquals(100, sumOfSeries(found, AnomalyBenchmark.TO_BE_HAD), 1e-9);
    for (String arm : AnomalyBenchmark.IN_PARTS) {
      At score = AnomalyBenchmark.score(arm, Profile.STANDARD);
      assertEquals(found.value(0, score).orElseThrow(), sumOfSeries(found, arm), 1e-9, arm);
    }
  }

  private static double sumOfSeries(Results found, String arm) {
    return found.keys().stream()
        .filter(at -> at.measure().equals(AnomalyBenchmark.PART))
        .filter(at -> at.arm().startsWith(arm + ", ") && at.arm().endsWith(".csv"))
        .mapToDouble(at -> found.value(0, at).orElseThrow())
        .sum();
  }

  /// Without learning every column is a surprise each time, and no surprise is unlikely.
  @Test
  void aMemoryThatDoesNotLearnIsTheAlarmOnRange() {
    AnomalyBenchmark page = new AnomalyBenchmark();
    assumeTrue(Pages.hasData(page));
    AnomalyBenchmark.Setting smoke = page.at(Scale.SMOKE).orElseThrow();
    Results still = PAGES.run(page, page.sabotaged(smoke), 1);
    for (Profile profile : Profile.ALL) {
      assertEquals(
          still.value(0, AnomalyBenchmark.score(Watched.RANGE, profile)),
          still.value(0, AnomalyBenchmark.score(Watched.MEMORY, profile)));
    }
  }

  @Test
  void movedScoresAreTheSameBehindTheProbationAtOtherTimes() {
    double[] scores = IntStream.range(0, 200).mapToDouble(row -> row / 200.0).toArray();
    double[] moved = Watched.moved(scores, Seeds.of(4).stream("moved"));
    int by = (int) Math.rint(200 * moved[30]) - 30;
    assertTrue(by >= 170 / 4 && by <= 3 * 170 / 4 + 1, "by " + by);
    for (int row = 0; row < 200; row++) {
      assertEquals(scores[row < 30 ? row : 30 + (row - 30 + by) % 170], moved[row], "row " + row);
    }
  }
}
