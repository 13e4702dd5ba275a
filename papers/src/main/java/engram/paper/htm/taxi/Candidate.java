// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import engram.data.series.TimedValue;
import engram.random.Seeds;
import engram.readout.Reservoir;
import engram.sequence.forecast.Forecast;
import engram.sequence.forecast.rival.EchoForecaster;
import engram.sequence.forecast.rival.EchoSettings;
import engram.sequence.forecast.rival.ElmForecaster;
import engram.sequence.forecast.rival.ElmSettings;
import engram.sequence.forecast.rival.KnnForecaster;
import engram.sequence.forecast.rival.KnnSettings;
import engram.sequence.forecast.rival.Lags;
import engram.sequence.forecast.rival.LstmForecaster;
import engram.sequence.forecast.rival.LstmSettings;
import engram.sequence.forecast.rival.LstmTraining;
import engram.sequence.htm.SdrClassifier;
import engram.sequence.htm.SequenceModel;
import engram.sequence.htm.memory.MemorySettings;
import engram.state.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// One of the settings that a forecaster of taxi demand is tried with: two values of each of two of
/// its parameters, so that all have the same budget. The first setting is the paper's, or the
/// house's where the paper states none. All see the past alone.
///
/// @param setting what tells it from the others
/// @param maker makes one that has seen nothing; it takes a row and forecasts five rows later
record Candidate(String setting, Supplier<ToDoubleFunction<TimedValue>> maker) {
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final List<Double> DECREMENTS = List.of(0.01, 0.002);
  private static final List<Double> RATES = List.of(SdrClassifier.Settings.TAXI_RATE, 0.003);
  private static final List<Integer> LAGS = List.of(100, 48);
  private static final List<Integer> NEIGHBOURS = List.of(10, 5);
  private static final List<Integer> HIDDEN = List.of(50, 200);
  private static final List<Double> RADII = List.of(0.1, 0.9);
  private static final List<Integer> ECHO_LAGS = List.of(1, 48);
  private static final List<Double> LSTM_RATES = List.of(0.05, 0.02);
  private static final int LSTM_WINDOW = 6000;

  /// Our memory: 0.002 is a little above sparsity times increment.
  ///
  /// @param first the rows that train the pooler
  /// @param passes how often they are shown
  static List<Candidate> memory(List<TimedValue> first, int passes, int cells, Seeds seeds) {
    MemorySettings.Plasticity paper = MemorySettings.TAXI.plasticity();
    List<Candidate> all = new ArrayList<>();
    for (double decrement : DECREMENTS) {
      for (double rate : RATES) {
        MemorySettings memory =
            Taxi.memory(
                cells,
                new MemorySettings.Plasticity(
                    paper.initial(),
                    paper.connected(),
                    paper.increment(),
                    paper.decrement(),
                    decrement));
        all.add(
            new Candidate(
                "predicted decrement " + decrement + ", rate " + rate,
                () -> {
                  SequenceModel<TimedValue> model = Taxi.model(first, passes, memory, rate, seeds);
                  return row -> model.step(row).best();
                }));
      }
    }
    return all;
  }

  /// Nearest neighbours.
  static List<Candidate> neighbours() {
    int window = KnnSettings.standard().windowRows();
    List<Candidate> all = new ArrayList<>();
    for (int lags : LAGS) {
      for (int neighbours : NEIGHBOURS) {
        all.add(
            of(
                lags + " lags, " + neighbours + " neighbours",
                () ->
                    new KnnForecaster(
                        new KnnSettings(lags, neighbours, window), STEP, SavedForecasts.AHEAD)));
      }
    }
    return all;
  }

  /// OS-ELM.
  static List<Candidate> elm(Seeds seeds) {
    ElmSettings paper = ElmSettings.causal();
    List<Candidate> all = new ArrayList<>();
    for (int lags : LAGS) {
      for (int hidden : HIDDEN) {
        ElmSettings settings =
            new ElmSettings(
                hidden,
                new Lags(lags, true),
                paper.initialRows(),
                paper.ridge(),
                paper.scaling(),
                false);
        all.add(
            of(
                lags + " lags, " + hidden + " hidden units",
                () -> new ElmForecaster(settings, STEP, SavedForecasts.AHEAD, seeds)));
      }
    }
    return all;
  }

  /// ESN.
  static List<Candidate> echo(Seeds seeds) {
    EchoSettings paper = EchoSettings.causal();
    List<Candidate> all = new ArrayList<>();
    for (int lags : ECHO_LAGS) {
      for (double radius : RADII) {
        Reservoir.Settings units = Reservoir.Settings.PUBLISHED;
        EchoSettings settings =
            new EchoSettings(
                new Reservoir.Settings(units.units(), radius, units.inputScaling()),
                new Lags(lags, true),
                paper.windowRows(),
                paper.forgottenRows(),
                paper.ridge(),
                paper.scaling());
        all.add(
            of(
                lags + (lags == 1 ? " lag" : " lags") + ", radius " + radius,
                () -> new EchoForecaster(settings, STEP, SavedForecasts.AHEAD, seeds)));
      }
    }
    return all;
  }

  /// LSTM. The paper's sees the present value and the calendar; the other sees a day. The rates are
  /// the house's.
  ///
  /// @param firstRow after how many rows it is trained for the first time
  /// @param updates steps of each training
  static List<Candidate> lstm(int firstRow, int updates, Seeds seeds) {
    LstmSettings paper = LstmSettings.causal(LSTM_WINDOW, firstRow, updates);
    LstmTraining of = paper.training();
    List<Candidate> all = new ArrayList<>();
    for (int lags : ECHO_LAGS) {
      for (double rate : LSTM_RATES) {
        LstmSettings settings =
            new LstmSettings(
                paper.units(),
                new Lags(lags, true),
                new LstmTraining(of.windowRows(), of.everyRows(), firstRow, updates, rate),
                paper.scaling());
        all.add(
            of(
                lags + (lags == 1 ? " lag" : " lags") + ", rate " + rate,
                () -> new LstmForecaster(settings, STEP, SavedForecasts.AHEAD, seeds)));
      }
    }
    return all;
  }

  private static Candidate of(String setting, Supplier<Machine<TimedValue, Forecast>> maker) {
    return new Candidate(
        setting,
        () -> {
          Machine<TimedValue, Forecast> machine = maker.get();
          return row -> machine.step(row).value();
        });
  }
}
