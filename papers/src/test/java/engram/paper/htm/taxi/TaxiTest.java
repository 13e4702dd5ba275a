// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedValue;
import engram.kernel.Doubles;
import engram.random.Seeds;
import engram.sequence.forecast.SeasonalRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the pages on taxi demand share, on series whose figures are known.
final class TaxiTest {
  private static final Instant BEGIN = Instant.parse("2014-07-01T00:00:00Z");
  private static final int WEEK = 336;

  private static List<TimedValue> series(int rows, IntToDoubleFunction value) {
    return IntStream.range(0, rows)
        .mapToObj(
            t -> new TimedValue(BEGIN.plus(Duration.ofMinutes(30L * t)), value.applyAsDouble(t)))
        .toList();
  }

  /// A rule that was never wrong is sure and right.
  @Test
  void aWaveSurprisesNobodyWhoKnowsIt() {
    List<TimedValue> wave = series(3 * WEEK, t -> 1000 + 50.0 * (t % WEEK));
    Told told = Told.by(SeasonalRule.sameTimeLastWeek(), wave).after(2 * WEEK);
    assertEquals(0, told.error());
    assertEquals(0, told.likelihood());
    assertTrue(Told.by(SeasonalRule.persistence(), wave).after(2 * WEEK).error() > 0.02);
  }

  /// Two values that lie in two buckets, half of the time each, cost ln 2 where no order is known.
  @Test
  void theMarginalPaysTheEntropy() {
    List<TimedValue> coins = series(4 * Told.ERRORS, t -> t % 2 == 0 ? 2000 : 30_000);
    Told told = Told.marginal(coins).after(Told.ERRORS + 5);
    assertEquals(Doubles.log(2), told.likelihood(), 1e-12);
    assertEquals(1, told.error());
  }

  /// Demand doubles: the same time last week is wrong for a week, the mean of four weeks for four.
  @Test
  void aRuleRecoversWhenItsPastIsAllNew() {
    double[] noise = new double[16 * WEEK];
    Seeds.of(8).stream("noise").fillGaussian(noise, 300);
    int change = 8 * WEEK;
    List<TimedValue> same = series(noise.length, t -> 10_000 + noise[t]);
    List<TimedValue> changed =
        series(noise.length, t -> (t < change ? 1 : 2) * same.get(t).value());
    Twins week = Twins.of(SeasonalRule.sameTimeLastWeek(), same, changed, change);
    assertEquals(2, week.recovered(8));
    assertTrue(week.ratio(1) > 10);
    assertEquals(1, week.ratio(3), 1e-12, "all doubled");
    assertEquals(5, Twins.of(SeasonalRule.meanOfFourWeeks(), same, changed, change).recovered(8));
    assertEquals(
        4, Twins.of(SeasonalRule.meanOfFourWeeks(), same, changed, change).recovered(3), "none");
  }

  /// The best on the rows before goes on, and the others see nothing that is scored.
  @Test
  void theChoiceSeesNoRowThatIsScored() {
    List<TimedValue> line = series(1000, t -> 100 + t);
    List<AtomicInteger> read = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (double off : new double[] {9, 20, 2, 4}) {
      AtomicInteger rows = new AtomicInteger();
      read.add(rows);
      candidates.add(
          new Candidate(
              "off by " + off,
              () ->
                  row -> {
                    // Right but for the offset before the first row scored, without fault from
                    // there.
                    boolean scored = rows.getAndIncrement() >= 600;
                    return row.value() + SavedForecasts.AHEAD + (scored ? 0 : off);
                  }));
    }
    Tuning.Outcome outcome = new Tuning(line, 300, 600).of(candidates);
    assertEquals(2, outcome.chosen());
    assertEquals(0, outcome.error());
    assertEquals(0, outcome.untuned());
    // Rows 300 to 594 are held against the truths of rows 305 to 599, 552 in the mean.
    assertEquals(9.0 / 552, outcome.before().get(0), 1e-12);
    assertEquals(2.0 / 552, outcome.before().get(2), 1e-12);
    assertEquals(List.of(1000, 600, 1000, 600), read.stream().map(AtomicInteger::get).toList());
  }

  @Test
  void everyForecasterHasTheSameBudgetAndDistinctSettings() {
    Seeds seeds = Seeds.of(1);
    List<TimedValue> none = List.of();
    for (List<Candidate> all :
        List.of(
            Candidate.memory(none, 1, 16, seeds),
            Candidate.neighbours(),
            Candidate.elm(seeds),
            Candidate.echo(seeds),
            Candidate.lstm(5000, 9, seeds))) {
      assertEquals(4, all.stream().map(Candidate::setting).distinct().count());
    }
  }
}
