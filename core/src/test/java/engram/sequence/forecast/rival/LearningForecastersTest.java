// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.readout.Reservoir;
import engram.readout.SlidingRidge;
import engram.sequence.forecast.Forecast;
import engram.sequence.forecast.ForecastScore;
import engram.sequence.forecast.ForecastScorer;
import engram.sequence.forecast.SeasonalForecaster;
import engram.sequence.forecast.SeasonalRule;
import engram.source.FromPaper;
import engram.state.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Nearest neighbours, OS-ELM and ESN against plain definitions, on waves and on noise.
@FromPaper(value = "htm", at = "spec baselines")
class LearningForecastersTest {
  private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int AHEAD = 3;
  private static final Scaling.Given GIVEN = new Scaling.Given(2, 3);

  private static TimedValue at(int row, double value) {
    return new TimedValue(BEGIN.plus(STEP.multipliedBy(row)), value);
  }

  private static double[] noise(int rows) {
    double[] values = new double[rows];
    Seeds.of(21).stream("noise").fillGaussian(values, 5);
    return values;
  }

  private static double[] wave(int rows) {
    double[] values = new double[rows];
    for (int t = 0; t < rows; t++) {
      int place = t % 24;
      values[t] = (10 + place * (24 - place) + (t / 24 % 2 == 0 ? 5 : 0)) / 30.0;
    }
    return values;
  }

  private static ElmForecaster elm(boolean told, Scaling scaling) {
    return new ElmForecaster(
        new ElmSettings(30, new Lags(4, true), 40, 1e-6, scaling, told), STEP, AHEAD, Seeds.of(1));
  }

  private static EchoForecaster echo(Scaling scaling) {
    return new EchoForecaster(
        new EchoSettings(
            new Reservoir.Settings(10, 0.5, 0.3), new Lags(2, false), 60, 20, 1e-6, scaling),
        STEP,
        AHEAD,
        Seeds.of(1));
  }

  private static KnnForecaster knn() {
    return new KnnForecaster(new KnnSettings(5, 3, 50), STEP, AHEAD);
  }

  @Test
  void neighboursAreTheNearestByDefinition() {
    double[] y = noise(200);
    KnnForecaster machine = knn();
    for (int t = 0; t < y.length; t++) {
      Forecast forecast = machine.step(at(t, y[t]));
      assertEquals(at(t + AHEAD, 0).time(), forecast.of());
      int now = t;
      List<Integer> past =
          IntStream.rangeClosed(Math.max(4, t - AHEAD - 49), t - AHEAD)
              .boxed()
              .sorted(Comparator.comparingDouble(s -> distance(y, s, now)))
              .toList();
      if (past.size() < 3) {
        assertTrue(forecast.isMissing());
      } else {
        double mean =
            past.subList(0, 3).stream().mapToDouble(s -> y[s + AHEAD]).average().orElseThrow();
        assertEquals(mean, forecast.value(), 1e-12, "row " + t);
      }
    }
  }

  private static double distance(double[] y, int s, int t) {
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (y[s - i] - y[t - i]) * (y[s - i] - y[t - i]);
    }
    return sum;
  }

  /// What is told by row `t` is the same with and without the look ahead: the told forecast of row
  /// `t` is that of the same readout for an input `k` rows before.
  @Test
  void aToldForecastIsOfThePresent() {
    double[] y = noise(120);
    ElmForecaster told = elm(true, GIVEN);
    ElmForecaster causal = elm(false, GIVEN);
    double toldError = 0;
    double causalError = 0;
    for (int t = 0; t < y.length; t++) {
      Forecast a = told.step(at(t, y[t]));
      Forecast b = causal.step(at(t, y[t]));
      assertEquals(at(t, 0).time(), a.of());
      assertEquals(at(t + AHEAD, 0).time(), b.of());
      assertEquals(t < 39, a.isMissing());
      assertEquals(t < 39, b.isMissing());
      assertEquals(told.snapshot().part("readout"), causal.snapshot().part("readout"));
      if (t >= 42) {
        toldError += Math.abs(a.value() - y[t]);
      }
      if (t >= 39 && t + AHEAD < y.length) {
        causalError += Math.abs(b.value() - y[t + AHEAD]);
      }
    }
    assertTrue(toldError < causalError, toldError + " " + causalError);
  }

  /// No forecast depends on what comes after it is made: two streams that part at a row have the
  /// same forecasts up to the row before.
  @Test
  void nothingOfTheFutureEnters() {
    double[] y = wave(200);
    for (Supplier<Machine<TimedValue, Forecast>> make : all()) {
      Machine<TimedValue, Forecast> a = make.get();
      Machine<TimedValue, Forecast> b = make.get();
      boolean parted = false;
      for (int t = 0; t < y.length; t++) {
        Forecast p = a.step(at(t, y[t]));
        Forecast q = b.step(at(t, t < 150 ? y[t] : -y[t]));
        assertTrue(t >= 150 || p.equals(q), a + " row " + t);
        parted |= !p.equals(q);
      }
      assertTrue(parted, a.toString());
    }
  }

  private static List<Supplier<Machine<TimedValue, Forecast>>> all() {
    return List.of(
        LearningForecastersTest::knn,
        () -> elm(false, new Scaling.FirstRows(30)),
        () -> elm(true, GIVEN),
        () -> echo(new Scaling.FirstRows(30)),
        () -> echo(GIVEN));
  }

  /// A wave is learned by all of them: less than half of what persistence errs.
  @Test
  void allLearnAWave() {
    double persistence =
        wave(new SeasonalForecaster(SeasonalRule.persistence(), STEP, AHEAD)).mape();
    for (Supplier<Machine<TimedValue, Forecast>> make : all()) {
      ForecastScore score = wave(make.get());
      assertTrue(score.mape() < persistence / 2, persistence + " " + score);
    }
  }

  private static ForecastScore wave(Machine<TimedValue, Forecast> machine) {
    double[] y = wave(1500);
    ForecastScorer scorer = new ForecastScorer(STEP);
    for (int t = 0; t < y.length; t++) {
      Forecast forecast = machine.step(at(t, y[t]));
      if (t >= 1000) {
        scorer.forecast(forecast);
      }
      scorer.truth(at(t, y[t]));
    }
    return scorer.score();
  }

  @Test
  void goOnFromASnapshotToTheLastBit() {
    double[] y = noise(260);
    for (Supplier<Machine<TimedValue, Forecast>> make : all()) {
      RandomStream random = Seeds.of(9).stream("when");
      Machine<TimedValue, Forecast> a = make.get();
      Machine<TimedValue, Forecast> b = make.get();
      for (int t = 0; t < y.length; t++) {
        TimedValue value = at(t, t % 31 == 7 ? Double.NaN : y[t]);
        assertEquals(a.step(value), b.step(value));
        if (random.nextInt(20) == 0) {
          b = b.fork();
          b.restore(a.snapshot());
          assertEquals(a.snapshot(), b.snapshot());
        }
      }
    }
  }

  /// The readout that the network forecasts with is the ridge regression over its window, taken
  /// directly from a run of the reservoir.
  @Test
  void theEchoReadoutIsTheRidgeRegression() {
    double[] y = noise(150);
    EchoForecaster machine = echo(GIVEN);
    Reservoir reservoir = new Reservoir(new Reservoir.Settings(10, 0.5, 0.3), 2, Seeds.of(1));
    RowHistory history = new RowHistory(2);
    double[] state = new double[10];
    List<double[]> z = new ArrayList<>();
    z.add(new double[13]);
    for (int t = 0; t < y.length; t++) {
      Forecast forecast = machine.step(at(t, y[t]));
      history.add(at(t, y[t]));
      if (t == 0) {
        continue;
      }
      double[] u = new double[2];
      history.inputs(0, new Lags(2, false), GIVEN, u);
      reservoir.next(state, u);
      double[] row = new double[13];
      System.arraycopy(state, 0, row, 0, 10);
      System.arraycopy(u, 0, row, 10, 2);
      row[12] = 1;
      z.add(row);
      int last = t - AHEAD;
      // The first state is that of row 1; 20 are forgotten.
      int first = Math.max(21, last - 59);
      if (last - first + 1 < 13) {
        assertTrue(forecast.isMissing(), "row " + t);
        continue;
      }
      SlidingRidge direct = new SlidingRidge(13, 1000, 1e-6);
      for (int i = first; i <= last; i++) {
        direct.add(z.get(i), 0, GIVEN.scaled(y[i + AHEAD]));
      }
      double[] weights = direct.weights();
      double sum = 0;
      for (int f = 0; f < 13; f++) {
        sum += weights[f] * row[f];
      }
      assertEquals(GIVEN.unscaled(sum), forecast.value(), 1e-4, "row " + t);
    }
  }

  @Test
  void refuseAnothersStateAndBadSettings() {
    KnnForecaster other = new KnnForecaster(new KnnSettings(6, 3, 50), STEP, AHEAD);
    assertEquals(
        "forecaster must be KnnSettings[lags=5, neighbours=3, windowRows=50] PT10M 3, was "
            + "KnnSettings[lags=6, neighbours=3, windowRows=50] PT10M 3",
        assertThrows(DataCorruptException.class, () -> knn().restore(other.snapshot()))
            .getMessage());
    assertThrows(
        DataCorruptException.class, () -> elm(true, GIVEN).restore(elm(false, GIVEN).snapshot()));
    assertThrows(
        DataCorruptException.class,
        () -> echo(GIVEN).restore(echo(new Scaling.FirstRows(30)).snapshot()));
    assertEquals(
        "initialRows must be above the lags, 4, was 4",
        assertThrows(
                IllegalArgumentException.class,
                () -> new ElmSettings(12, new Lags(4, true), 4, 1e-6, GIVEN, false))
            .getMessage());
    assertEquals(
        "deviation must be above 0 and finite, was 0.0",
        assertThrows(IllegalArgumentException.class, () -> new Scaling.Given(0, 0)).getMessage());
  }
}
