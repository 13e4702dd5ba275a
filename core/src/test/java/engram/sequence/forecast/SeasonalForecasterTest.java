// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules against what they say on artificial streams, and against the figures that plain Python
/// gives on the taxi series.
class SeasonalForecasterTest {
  private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static TimedValue at(int hour, double value) {
    return new TimedValue(BEGIN.plus(HOUR.multipliedBy(hour)), value);
  }

  /// A week that repeats, with a level that rises by a step each week.
  private static List<TimedValue> weeks(int weeks, double rise) {
    List<TimedValue> stream = new ArrayList<>();
    for (int h = 0; h < weeks * 168; h++) {
      stream.add(at(h, (h % 168) * (h % 24) + rise * Math.floorDiv(h, 168)));
    }
    return stream;
  }

  @Test
  void aWeekThatRepeatsIsForecastExactly() {
    for (SeasonalRule rule :
        List.of(
            SeasonalRule.sameTimeLastWeek(),
            SeasonalRule.meanOfFourWeeks(),
            SeasonalRule.meanOfFourWeeksLevelled())) {
      ForecastScorer scorer = new ForecastScorer(HOUR);
      SeasonalForecaster machine = new SeasonalForecaster(rule, HOUR, 3);
      for (TimedValue value : weeks(6, 0)) {
        scorer.truth(value);
        scorer.forecast(machine.step(value));
      }
      assertEquals(0, scorer.score().mape(), 0, rule.title());
      assertEquals(6 * 168 - 168, scorer.score().count(), rule.title());
      assertEquals(168 - 3, scorer.score().missing(), rule.title());
    }
  }

  /// The level of week 5 is 2.5 rises above the mean of the four before; half is put right.
  @Test
  void halfOfARiseIsPutRight() {
    SeasonalForecaster plain = new SeasonalForecaster(SeasonalRule.meanOfFourWeeks(), HOUR, 3);
    SeasonalForecaster levelled =
        new SeasonalForecaster(SeasonalRule.meanOfFourWeeksLevelled(), HOUR, 3);
    List<TimedValue> stream = weeks(6, 8);
    for (int t = 0; t < stream.size() - 3; t++) {
      double a = plain.step(stream.get(t)).value();
      double b = levelled.step(stream.get(t)).value();
      if (t >= 4 * 168 && t % 168 < 165) {
        assertEquals(20, stream.get(t + 3).value() - a, 1e-9);
        assertEquals(10, stream.get(t + 3).value() - b, 1e-9);
      }
    }
  }

  /// By definition: the very sums over a random stream with holes.
  @Test
  void isItsDefinitionOnAStreamWithHoles() {
    RandomStream random = Seeds.of(5).stream("holes");
    double[] values = new double[900];
    var rule = new SeasonalRule.Average("two days", Duration.ofDays(2), 3, 0.25);
    SeasonalForecaster machine = new SeasonalForecaster(rule, HOUR, 60);
    for (int t = 0; t < values.length; t++) {
      values[t] = random.nextDouble() < 0.3 ? Double.NaN : random.nextGaussian();
      boolean absent = Double.isNaN(values[t]) && random.nextBoolean();
      if (absent) {
        continue;
      }
      double ahead = mean(values, t, 60, 2);
      double off = values[t] - mean(values, t, 0, 1);
      double expected = Double.isNaN(off) ? ahead : ahead + 0.25 * off;
      Forecast forecast = machine.step(at(t, values[t]));
      assertEquals(expected, forecast.value(), 1e-15, "row " + t);
      assertEquals(at(t + 60, 0).time(), forecast.of());
    }
  }

  private static double mean(double[] values, int t, int after, int nearest) {
    double sum = 0;
    int count = 0;
    for (int j = nearest; j < nearest + 3; j++) {
      int row = t + after - 48 * j;
      if (row >= 0 && !Double.isNaN(values[row])) {
        sum += values[row];
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void persistenceSaysThePresent() {
    SeasonalForecaster machine = new SeasonalForecaster(SeasonalRule.persistence(), HOUR, 2);
    assertEquals(new Forecast(at(9, 0).time(), 4), machine.step(at(7, 4)));
    assertTrue(machine.step(at(8, Double.NaN)).isMissing());
  }

  /// Figures of plain Python over the same rows; the specification has them to three digits.
  @Test
  void taxiFiguresAreTheKnownOnes() {
    List<TimedValue> taxi = TaxiData.series();
    double[] whole = {
      0.32194662700684407,
      0.17804742594853443,
      0.08804665640453219,
      0.07453017142007871,
      0.05992842111197983
    };
    double[] cut = {
      0.3245231459515725,
      0.19562307534376971,
      0.12352452926119609,
      0.11678288597179586,
      0.09000869754774712
    };
    List<SeasonalRule> rules = SeasonalRule.all();
    for (int r = 0; r < rules.size(); r++) {
      ForecastScore all = TaxiData.score(taxi(rules.get(r)), taxi, 10_000);
      assertEquals(7515, all.count());
      assertEquals(whole[r], all.mape(), 1e-12, rules.get(r).title());
      ForecastScore begin = TaxiData.score(taxi(rules.get(r)), taxi.subList(0, 10_320), 5_000);
      assertEquals(cut[r], begin.mape(), 1e-12, rules.get(r).title());
    }
  }

  private static SeasonalForecaster taxi(SeasonalRule rule) {
    return new SeasonalForecaster(rule, TaxiData.STEP, TaxiData.AHEAD);
  }

  @Test
  void goesOnFromASnapshotToTheLastBit() {
    RandomStream random = Seeds.of(6).stream("stream");
    SeasonalForecaster a = new SeasonalForecaster(SeasonalRule.meanOfFourWeeksLevelled(), HOUR, 5);
    SeasonalForecaster b = a.fork();
    for (int t = 0; t < 2000; t += 1 + random.nextInt(3)) {
      TimedValue value = at(t, random.nextGaussian());
      assertEquals(a.step(value), b.step(value));
      if (random.nextInt(50) == 0) {
        b.restore(a.snapshot());
        b = b.fork();
        assertEquals(a.snapshot(), b.snapshot());
      }
    }
  }

  @Test
  void refusesWhatItCannotDo() {
    SeasonalRule week = SeasonalRule.sameTimeLastWeek();
    assertEquals(
        "period must be a multiple of step PT11M, was PT168H",
        assertThrows(
                IllegalArgumentException.class,
                () -> new SeasonalForecaster(week, Duration.ofMinutes(11), 1))
            .getMessage());
    assertEquals(
        "stepsAhead must be at least 1, was 0",
        assertThrows(IllegalArgumentException.class, () -> new SeasonalForecaster(week, HOUR, 0))
            .getMessage());
    SeasonalForecaster machine = new SeasonalForecaster(week, HOUR, 1);
    machine.step(at(5, 1));
    var before = machine.snapshot();
    assertEquals(
        "time must not go back by a step or more, was 2024-01-01T04:00:00Z",
        assertThrows(IllegalArgumentException.class, () -> machine.step(at(4, 1))).getMessage());
    assertEquals(before, machine.snapshot());
    assertThrows(
        DataCorruptException.class,
        () -> new SeasonalForecaster(week, HOUR, 200).restore(machine.snapshot()));
  }
}
