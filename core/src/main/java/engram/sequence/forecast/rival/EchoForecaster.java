// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.kernel.Doubles;
import engram.random.Seeds;
import engram.readout.Reservoir;
import engram.readout.SlidingRidge;
import engram.sequence.forecast.Forecast;
import engram.sequence.forecast.Horizon;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.time.Duration;
import java.util.Arrays;

/// Forecasts by an echo state network (ESN): a random recurrent layer, and a linear readout that is
/// solved anew at each row over a sliding window. With inputs `u(t)`, states `s(t)` of the
/// [Reservoir] and `z(t) = (s(t), u(t), 1)`, at each row `t`
///
///     w = ridge regression of y(i + k) on z(i), i = t - k - window + 1 .. t - k
///     f(t + k) = w'z(t)
///
/// No target after `t` enters. It forecasts once the window has as many rows as there are features.
/// Rows are taken as equally spaced; a missing value counts as the last one and is no target. Same
/// seeds and inputs give the same bits.
///
/// References: see the package, [1] and [3].
@FromPaper(value = "htm", at = "spec baselines, ESN")
public final class EchoForecaster implements Machine<TimedValue, Forecast> {
  private static final String FORMAT = "echo-forecaster";
  private static final int VERSION = 2;

  private final EchoSettings settings;
  private final Duration step;
  private final int stepsAhead;
  private final Seeds seeds;
  private final Reservoir reservoir;
  private final ScaledRows rows;
  private final double[] state;

  /// The last `k + 1` rows `z`, that of state number `n` in row `n mod (k + 1)`.
  private final double[] recent;

  private SlidingRidge readout;
  private long states;

  /// @param settings how
  /// @param step the time between two rows, above zero
  /// @param stepsAhead `k`, from 1
  /// @param seeds where the reservoir is drawn
  public EchoForecaster(EchoSettings settings, Duration step, int stepsAhead, Seeds seeds) {
    Horizon.check(step, stepsAhead);
    this.settings = settings;
    this.step = step;
    this.stepsAhead = stepsAhead;
    this.seeds = seeds;
    reservoir = new Reservoir(settings.reservoir(), settings.lags().inputs(), seeds);
    rows =
        new ScaledRows(
            settings.lags(), settings.scaling(), settings.beginsAt(), settings.beginsAt());
    state = new double[settings.reservoir().units()];
    recent = new double[(stepsAhead + 1) * settings.features()];
    readout = new SlidingRidge(settings.features(), settings.windowRows(), settings.ridge());
  }

  @Override
  public Forecast step(TimedValue input) {
    switch (rows.add(input)) {
      case WAITS -> {}
      case BEGINS -> {
        for (int back = rows.held() - settings.lags().count(); back >= 0; back--) {
          advance(back, true);
        }
      }
      case GOES_ON -> advance(0, !input.isMissing());
    }
    double value = Double.NaN;
    if (rows.hasBegun() && readout.rows() >= settings.features()) {
      double[] weights = readout.weights();
      value = rows.unscaled(Doubles.dot(weights, 0, recent, row(states), weights.length));
    }
    return new Forecast(input.time().plus(step.multipliedBy(stepsAhead)), value);
  }

  /// Takes the row so many before the newest into the reservoir, and the pair whose target it is
  /// into the window.
  private void advance(int rowsBefore, boolean isTarget) {
    double[] u = rows.inputs(rowsBefore);
    reservoir.next(state, u);
    states++;
    int row = row(states);
    System.arraycopy(state, 0, recent, row, state.length);
    System.arraycopy(u, 0, recent, row + state.length, u.length);
    recent[row + state.length + u.length] = 1;
    long origin = states - stepsAhead;
    if (isTarget && origin > settings.forgottenRows()) {
      readout.add(recent, row(origin), rows.scaled(rowsBefore));
    }
  }

  private int row(long number) {
    return (int) (number % (stepsAhead + 1)) * settings.features();
  }

  private String made() {
    return settings + " " + step + " " + stepsAhead + " " + seeds;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .note("settings", made())
        .number("states", "1", states)
        .doubles("state", "1", state)
        .doubles("recent", "1", recent)
        .part("rows", rows.snapshot())
        .part("readout", readout.snapshot())
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    String theirs = snapshot.require(FORMAT, VERSION).notes().getOrDefault("settings", "");
    double[] newState = snapshot.doubles("state");
    double[] newRecent = snapshot.doubles("recent");
    long newStates = snapshot.number("states");
    if (!made().equals(theirs)
        || newState.length != state.length
        || newRecent.length != recent.length
        || newStates < 0) {
      throw new DataCorruptException(
          "forecaster must be "
              + made()
              + " with as many numbers, was "
              + theirs
              + " with "
              + Arrays.toString(new int[] {newState.length, newRecent.length}));
    }
    SlidingRidge newReadout =
        SlidingRidge.restored(
            settings.features(), settings.windowRows(), settings.ridge(), snapshot.part("readout"));
    rows.restore(snapshot.part("rows"));
    readout = newReadout;
    System.arraycopy(newState, 0, state, 0, state.length);
    System.arraycopy(newRecent, 0, recent, 0, recent.length);
    states = newStates;
  }

  @Override
  public EchoForecaster fork() {
    EchoForecaster fork = new EchoForecaster(settings, step, stepsAhead, seeds);
    fork.restore(snapshot());
    return fork;
  }
}
