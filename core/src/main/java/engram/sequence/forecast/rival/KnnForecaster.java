// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.kernel.Doubles;
import engram.kernel.TopK;
import engram.sequence.forecast.Forecast;
import engram.sequence.forecast.Horizon;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.time.Duration;

/// Forecasts by the past that looked most like the present: the mean of what followed the nearest
/// patterns. With the pattern `x(s) = (y(s - L + 1), ..., y(s))`,
///
///     f(t + k) = mean of y(s + k) over the n rows s in (t - k - w, t - k] of least |x(s) - x(t)|
///
/// Of equally near ones the eldest counts first. It forecasts from the row at which `n` patterns
/// have a known outcome. The squared distance is `|x(s)|^2 + |x(t)|^2 - 2 x(s)x(t)`, whose rounding
/// may swap patterns that are equally near to within about 1e-14 of the squared norms. A row costs
/// `w` inner products of `L`.
///
/// Rows are taken as equally spaced; a missing value counts as the last one.
@FromPaper(value = "htm", at = "spec baselines")
public final class KnnForecaster implements Machine<TimedValue, Forecast> {
  private static final String FORMAT = "knn-forecaster";
  private static final int VERSION = 1;

  private final KnnSettings settings;
  private final Duration step;
  private final int stepsAhead;
  private final RowHistory history;

  /// @param settings how
  /// @param step the time between two rows, above zero
  /// @param stepsAhead `k`, from 1
  public KnnForecaster(KnnSettings settings, Duration step, int stepsAhead) {
    Horizon.check(step, stepsAhead);
    this.settings = settings;
    this.step = step;
    this.stepsAhead = stepsAhead;
    history = new RowHistory(settings.lags() + settings.windowRows() + stepsAhead - 1);
  }

  @Override
  public Forecast step(TimedValue input) {
    history.add(input);
    int patterns =
        Math.min(settings.windowRows(), history.held() - stepsAhead - settings.lags() + 1);
    double value = patterns < settings.neighbours() ? Double.NaN : nearest(patterns);
    return new Forecast(input.time().plus(step.multipliedBy(stepsAhead)), value);
  }

  /// The squared norm of a pattern less twice its product with the present one: the distance but
  /// for what all patterns share.
  private double nearest(int patterns) {
    int lags = settings.lags();
    double[] y = history.values();
    int present = history.end() - lags;
    int eldest = present - stepsAhead - patterns + 1;
    double[] nearness = new double[patterns];
    for (int i = 0; i < patterns; i++) {
      int at = eldest + i;
      nearness[i] = 2 * Doubles.dot(y, at, y, present, lags) - Doubles.dot(y, at, y, at, lags);
    }
    double sum = 0;
    for (int i : TopK.of(nearness, settings.neighbours())) {
      sum += y[eldest + i + lags - 1 + stepsAhead];
    }
    return sum / settings.neighbours();
  }

  private String made() {
    return settings + " " + step + " " + stepsAhead;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .note("settings", made())
        .part("history", history.snapshot())
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    String theirs = snapshot.require(FORMAT, VERSION).notes().getOrDefault("settings", "");
    if (!made().equals(theirs)) {
      throw new DataCorruptException("forecaster must be " + made() + ", was " + theirs);
    }
    history.restore(snapshot.part("history"));
  }

  @Override
  public KnnForecaster fork() {
    KnnForecaster fork = new KnnForecaster(settings, step, stepsAhead);
    fork.restore(snapshot());
    return fork;
  }
}
