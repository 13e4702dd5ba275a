// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.nab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.data.series.LabelledSeries;
import engram.data.series.RowSpan;
import engram.data.series.TimeSpan;
import engram.data.series.TimedValue;
import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.paper.Pages;
import engram.paper.htm.HtmSequenceMemory;
import engram.random.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The page on the anomaly benchmark, at a scale that the build can pay.
final class AnomalyBenchmarkTest {
  private static final Pages PAGES = new Pages(new HtmSequenceMemory());

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

  @Test
  void aReplicateThatGoesOnMeasuresTheSame() {
    AnomalyBenchmark page = new AnomalyBenchmark();
    assumeTrue(Pages.hasData(page));
    PAGES.cutMeasuresTheSame(page, 2);
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

  /// A window that goes beyond the rows that are kept is left out; a short series stays itself.
  @Test
  void theFirstRowsKeepTheirWindows() {
    Instant begin = Instant.parse("2024-01-01T00:00:00Z");
    List<TimedValue> rows =
        IntStream.range(0, 50)
            .mapToObj(t -> new TimedValue(begin.plusSeconds(60L * t), t))
            .toList();
    LabelledSeries series =
        LabelledSeries.of(
            "kind/series.csv",
            rows,
            List.of(
                new TimeSpan(rows.get(10).time(), rows.get(19).time()),
                new TimeSpan(rows.get(28).time(), rows.get(31).time())));
    LabelledSeries first = Watched.first(series, 30);
    assertEquals(30, first.rows());
    assertEquals(List.of(new RowSpan(10, 19)), first.anomalies());
    assertEquals(rows.get(29), first.row(29));
    assertSame(series, Watched.first(series, 50));
  }
}
