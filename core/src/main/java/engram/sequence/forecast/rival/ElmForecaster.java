// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.readout.RandomFeatures;
import engram.readout.RecursiveLeastSquares;
import engram.sequence.forecast.Forecast;
import engram.sequence.forecast.Horizon;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.time.Duration;

/// Forecasts by an extreme learning machine on line (OS-ELM): a random hidden layer, and a linear
/// readout that is the least squares solution over all rows so far. With inputs `x(t)` and `h(t) =
/// sigmoid(W x(t) + b)`, at each row `t`
///
///     learn   beta'h(t - k) -> y(t)        see [RecursiveLeastSquares]
///     give    f(t + k) = beta'h(t)
///
/// The paper's model gives something else: it learns `y(t + k)` and then forecasts that very `t +
/// k` from `h(t)`, so what it is scored on is what it was just told. `told` does the same without
/// seeing more than a stream has: at row `t` it learns `h(t - k) -> y(t)`, then gives `f(t) =
/// beta'h(t - k)`, a forecast of the present.
///
/// Rows are taken as equally spaced. A missing value counts as the last one and is not learned. Same
/// seeds and inputs give the same bits.
///
/// References: see the package, [1] and [2].
@FromPaper(value = "htm", at = "spec baselines, OS-ELM")
public final class ElmForecaster implements Machine<TimedValue, Forecast> {
  private static final String FORMAT = "elm-forecaster";
  private static final int VERSION = 2;

  private final ElmSettings settings;
  private final Duration step;
  private final int stepsAhead;
  private final Seeds seeds;
  private final RandomFeatures hidden;
  private final RecursiveLeastSquares readout;
  private final ScaledRows rows;

  /// @param settings how
  /// @param step the time between two rows, above zero
  /// @param stepsAhead `k`, from 1
  /// @param seeds where the hidden layer is drawn
  public ElmForecaster(ElmSettings settings, Duration step, int stepsAhead, Seeds seeds) {
    Horizon.check(step, stepsAhead);
    this.settings = settings;
    this.step = step;
    this.stepsAhead = stepsAhead;
    this.seeds = seeds;
    int units = settings.hiddenUnits();
    hidden = new RandomFeatures(settings.lags().inputs(), units, seeds);
    readout = new RecursiveLeastSquares(units, 1, settings.ridge());
    rows =
        new ScaledRows(
            settings.lags(),
            settings.scaling(),
            settings.initialRows(),
            Math.max(settings.initialRows(), settings.lags().count() + stepsAhead));
  }

  @Override
  public Forecast step(TimedValue input) {
    switch (rows.add(input)) {
      case WAITS -> {}
      case BEGINS -> begin();
      case GOES_ON -> {
        if (!input.isMissing() && reachesBack()) {
          readout.learn(features(stepsAhead), new double[] {rows.scaled(0)});
        }
      }
    }
    int ahead = settings.told() ? 0 : stepsAhead;
    double value = Double.NaN;
    if (rows.hasBegun() && reachesBack()) {
      double[] expected = new double[1];
      readout.expect(features(stepsAhead - ahead), expected);
      value = rows.unscaled(expected[0]);
    }
    return new Forecast(input.time().plus(step.multipliedBy(ahead)), value);
  }

  /// Whether the row `k` before the present one has all its lags.
  private boolean reachesBack() {
    return rows.held() >= settings.lags().count() + stepsAhead;
  }

  /// Solves over the pairs of the beginning.
  private void begin() {
    int units = settings.hiddenUnits();
    int pairs = Math.max(0, rows.held() - settings.lags().count() + 1 - stepsAhead);
    double[] h = new double[pairs * units];
    double[] t = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      int back = pairs - 1 - i;
      t[i] = rows.scaled(back);
      System.arraycopy(features(back + stepsAhead), 0, h, i * units, units);
    }
    readout.begin(h, t, pairs);
  }

  private double[] features(int rowsBefore) {
    double[] h = new double[settings.hiddenUnits()];
    hidden.of(rows.inputs(rowsBefore), h, 0);
    return h;
  }

  private String made() {
    return settings + " " + step + " " + stepsAhead + " " + seeds;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .note("settings", made())
        .part("rows", rows.snapshot())
        .part("readout", readout.snapshot())
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    String theirs = snapshot.require(FORMAT, VERSION).notes().getOrDefault("settings", "");
    if (!made().equals(theirs)) {
      throw new DataCorruptException("forecaster must be " + made() + ", was " + theirs);
    }
    RecursiveLeastSquares whole =
        new RecursiveLeastSquares(settings.hiddenUnits(), 1, settings.ridge());
    whole.restore(snapshot.part("readout"));
    rows.restore(snapshot.part("rows"));
    readout.restore(snapshot.part("readout"));
  }

  @Override
  public ElmForecaster fork() {
    ElmForecaster fork = new ElmForecaster(settings, step, stepsAhead, seeds);
    fork.restore(snapshot());
    return fork;
  }
}
