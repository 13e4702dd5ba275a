// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.forecast.Forecast;
import engram.sequence.forecast.Horizon;
import engram.sequence.readout.RandomFeatures;
import engram.sequence.readout.RecursiveLeastSquares;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
/// References: see the package, [1] and [3].
@FromPaper(value = "htm", at = "spec baselines, OS-ELM")
public final class ElmForecaster implements Machine<TimedValue, Forecast> {
  private static final String FORMAT = "elm-forecaster";
  private static final int VERSION = 1;

  private final ElmSettings settings;
  private final Duration step;
  private final int stepsAhead;
  private final Seeds seeds;
  private final RandomFeatures hidden;
  private final RecursiveLeastSquares readout;
  private final RowHistory history;
  private Scaling.@Nullable Given scaling;

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
    history =
        new RowHistory(Math.max(settings.initialRows(), settings.lags().count() + stepsAhead));
  }

  @Override
  public Forecast step(TimedValue input) {
    boolean kept = history.add(input);
    Scaling.Given scale = scaling;
    if (scale == null && kept && history.held() >= settings.initialRows()) {
      scale = begin();
    } else if (scale != null && !input.isMissing() && reachesBack()) {
      readout.learn(features(stepsAhead, scale), new double[] {scale.scaled(input.value())});
    }
    int ahead = settings.told() ? 0 : stepsAhead;
    double value = Double.NaN;
    if (scale != null && reachesBack()) {
      double[] expected = new double[1];
      readout.expect(features(stepsAhead - ahead, scale), expected);
      value = scale.unscaled(expected[0]);
    }
    return new Forecast(input.time().plus(step.multipliedBy(ahead)), value);
  }

  /// Whether the row `k` before the present one has all its lags.
  private boolean reachesBack() {
    return history.held() >= settings.lags().count() + stepsAhead;
  }

  /// Solves over the pairs of the beginning.
  private Scaling.Given begin() {
    Scaling.Given scale =
        switch (settings.scaling()) {
          case Scaling.Given given -> given;
          case Scaling.FirstRows first -> history.scaling(first.rows());
        };
    scaling = scale;
    int units = settings.hiddenUnits();
    int pairs = Math.max(0, history.held() - settings.lags().count() + 1 - stepsAhead);
    double[] h = new double[pairs * units];
    double[] t = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      int back = pairs - 1 - i;
      t[i] = scale.scaled(history.before(back));
      System.arraycopy(features(back + stepsAhead, scale), 0, h, i * units, units);
    }
    readout.begin(h, t, pairs);
    return scale;
  }

  private double[] features(int rowsBefore, Scaling.Given scale) {
    double[] x = new double[settings.lags().inputs()];
    double[] h = new double[settings.hiddenUnits()];
    history.inputs(rowsBefore, settings.lags(), scale, x);
    hidden.of(x, h, 0);
    return h;
  }

  private String made() {
    return settings + " " + step + " " + stepsAhead + " " + seeds;
  }

  @Override
  public Snapshot snapshot() {
    Scaling.Given scale = scaling;
    return Snapshot.named(FORMAT, VERSION)
        .note("settings", made())
        .doubles(
            "scaling",
            "1",
            scale == null ? new double[0] : new double[] {scale.mean(), scale.deviation()})
        .part("history", history.snapshot())
        .part("readout", readout.snapshot())
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    String theirs = snapshot.require(FORMAT, VERSION).notes().getOrDefault("settings", "");
    double[] scale = snapshot.doubles("scaling");
    if (!made().equals(theirs) || (scale.length != 0 && scale.length != 2)) {
      throw new DataCorruptException("forecaster must be " + made() + ", was " + theirs);
    }
    RecursiveLeastSquares whole =
        new RecursiveLeastSquares(settings.hiddenUnits(), 1, settings.ridge());
    whole.restore(snapshot.part("readout"));
    history.restore(snapshot.part("history"));
    readout.restore(snapshot.part("readout"));
    scaling = scale.length == 0 ? null : new Scaling.Given(scale[0], scale[1]);
  }

  @Override
  public ElmForecaster fork() {
    ElmForecaster fork = new ElmForecaster(settings, step, stepsAhead, seeds);
    fork.restore(snapshot());
    return fork;
  }
}
