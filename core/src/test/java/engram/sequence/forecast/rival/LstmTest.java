// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.forecast.Forecast;
import engram.source.FromPaper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// LSTM on series and on symbols whose rule is known.
@FromPaper(value = "htm", at = "spec baselines, LSTM")
class LstmTest {
  private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final int AHEAD = 3;
  private static final LstmTraining TRAINING = new LstmTraining(400, 150, 420, 120, 0.03);
  private static final LstmSettings SETTINGS =
      new LstmSettings(8, new Lags(1, false), TRAINING, new Scaling.FirstRows(100));

  /// The present value is the same on the way up and on the way down, so what comes is told by what
  /// came before alone.
  private static double wave(int t) {
    return 100 + 10 * Math.abs(t % 16 - 8);
  }

  private static TimedValue at(int row, double value) {
    return new TimedValue(BEGIN.plus(STEP.multipliedBy(row)), value);
  }

  private static LstmForecaster forecaster() {
    return new LstmForecaster(SETTINGS, STEP, AHEAD, Seeds.of(1));
  }

  @Test
  void remembersWhatThePresentDoesNotTell() {
    LstmForecaster machine = forecaster();
    double error = 0;
    double persistence = 0;
    for (int t = 0; t < 700; t++) {
      Forecast forecast = machine.step(at(t, wave(t)));
      assertEquals(t < 419, forecast.isMissing(), "row " + t);
      assertEquals(at(t + AHEAD, 0).time(), forecast.of());
      if (t >= 419) {
        error += Math.abs(forecast.value() - wave(t + AHEAD));
        persistence += Math.abs(wave(t) - wave(t + AHEAD));
      }
    }
    assertTrue(error < 0.15 * persistence, error + " against " + persistence);
  }

  /// Two streams that part at a row have the same forecasts up to the row before, trainings
  /// included.
  @Test
  void nothingOfTheFutureEnters() {
    LstmForecaster a = forecaster();
    LstmForecaster b = forecaster();
    boolean parted = false;
    for (int t = 0; t < 600; t++) {
      Forecast p = a.step(at(t, wave(t)));
      Forecast q = b.step(at(t, t < 569 ? wave(t) : -wave(t)));
      assertTrue(t >= 569 || p.equals(q), "row " + t);
      parted |= !p.equals(q);
    }
    assertTrue(parted);
  }

  @Test
  void goesOnFromASnapshotToTheLastBit() {
    LstmForecaster a = forecaster();
    LstmForecaster b = forecaster();
    for (int t = 0; t < 600; t++) {
      double value = t % 50 == 7 ? Double.NaN : wave(t);
      assertEquals(a.step(at(t, value)), b.step(at(t, value)), "row " + t);
      if (t % 97 == 60) {
        b = b.fork();
        assertEquals(a.snapshot(), b.snapshot());
      }
    }
  }

  private static final SymbolLstm.Settings SYMBOLS =
      new SymbolLstm.Settings(8, 8, 6, 12, new LstmTraining(400, 400, 401, 300, 0.03));

  /// Which of two endings comes is told by a symbol three steps before.
  @Test
  void remembersTheSymbolThatTellsTheEnding() {
    SymbolLstm machine = new SymbolLstm(SYMBOLS, 1, Seeds.of(2));
    RandomStream random = Seeds.of(3).stream("sequence");
    int right = 0;
    int asked = 0;
    for (int i = 0; i < 200; i++) {
      int kind = random.nextInt(2);
      List<Integer> next = List.of();
      for (int symbol : new int[] {kind, 2, 3, 4 + kind}) {
        if (symbol >= 4 && i > 100) {
          asked++;
          right += next.getFirst() == symbol ? 1 : 0;
        }
        next = machine.step(symbol);
      }
    }
    assertEquals(asked, right);
    assertEquals(99, asked);
  }

  @Test
  void symbolsGoOnFromASnapshotToTheLastBit() {
    SymbolLstm a = new SymbolLstm(SYMBOLS, 3, Seeds.of(4));
    SymbolLstm b = a.fork();
    RandomStream random = Seeds.of(5).stream("symbols");
    for (int t = 0; t < 900; t++) {
      int symbol = random.nextInt(8);
      List<Integer> next = a.step(symbol);
      assertEquals(t < 400, next.isEmpty(), "symbol " + t);
      assertEquals(next, b.step(symbol));
      if (t % 170 == 33) {
        b = b.fork();
        assertEquals(a.snapshot(), b.snapshot());
      }
    }
  }

  @Test
  void aShortWindowIsGoneThroughMoreOften() {
    LstmTraining training = new LstmTraining(3000, 100, 1000, 90, 0.1);
    assertEquals(800, training.pairs(999));
    assertEquals(3000, training.pairs(9000));
    assertEquals(6, training.epochs(3000));
    assertEquals(23, training.epochs(800));
    assertTrue(training.isDue(1000) && training.isDue(1100));
    assertTrue(!training.isDue(999) && !training.isDue(900) && !training.isDue(1050));
  }

  @Test
  void refusesWhatItCannot() {
    assertEquals(
        "windowRows must be at least 200, was 199",
        refusal(() -> new LstmTraining(199, 1, 300, 1, 0.1)));
    assertEquals(
        "firstRow must be above 200, was 200",
        refusal(() -> new LstmTraining(200, 1, 200, 1, 0.1)));
    assertEquals(
        "rate must be above 0 and finite, was NaN",
        refusal(() -> new LstmTraining(200, 1, 201, 1, Double.NaN)));
    assertEquals(
        "firstRow must be at least 242, for one piece, the lags and the steps ahead, was 210",
        refusal(() ->
            new LstmForecaster(
                new LstmSettings(
                    2,
                    new Lags(40, true),
                    new LstmTraining(200, 1, 210, 1, 0.1),
                    new Scaling.FirstRows(20)),
                STEP,
                AHEAD,
                Seeds.of(1))));
    assertEquals(
        "symbol must be in [0, 8), was 8",
        refusal(() -> new SymbolLstm(SYMBOLS, 3, Seeds.of(4)).step(8)));
    assertThrows(
        DataCorruptException.class,
        () ->
            new SymbolLstm(SYMBOLS, 3, Seeds.of(4))
                .restore(new SymbolLstm(SYMBOLS, 3, Seeds.of(5)).snapshot()));
  }

  private static String refusal(Runnable attempt) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, attempt::run).getMessage());
  }
}
