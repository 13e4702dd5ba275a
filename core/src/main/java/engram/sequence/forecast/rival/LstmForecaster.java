// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.forecast.Forecast;
import engram.sequence.forecast.Horizon;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.time.Duration;

/// Forecasts by a net of long short-term memory (LSTM): 20 cells under a linear map, made anew and
/// trained by gradients every week on the last rows. At a training after row `t`, with inputs
/// `u(i)` of [Lags],
///
///     learn   the net over u(i), i = t - k - window + 1 .. t - k, with targets y(i + k)
///     replay  u(i), i = t - k - window + 1 .. t, from a state of zero
///     give    f(t + k), the output after u(t)
///
/// and between trainings a row is one more step of the net. No target after `t` enters; the paper's
/// window has `k - 1` of them. It forecasts from its first training on. Rows are taken as equally
/// spaced; a missing value counts as the last one. Same seeds and inputs give the same bits.
///
/// References: see the package, [1], [4] and [5].
@FromPaper(value = "htm", at = "spec baselines, LSTM")
public final class LstmForecaster implements Machine<TimedValue, Forecast> {
  private static final String FORMAT = "lstm-forecaster";
  private static final int VERSION = 1;

  private final LstmSettings settings;
  private final Duration step;
  private final int stepsAhead;
  private final Seeds seeds;
  private final ScaledRows rows;
  private final LstmNet net;
  private long seen;

  /// @param settings how
  /// @param step the time between two rows, above zero
  /// @param stepsAhead `k`, from 1
  /// @param seeds where the weights are drawn
  public LstmForecaster(LstmSettings settings, Duration step, int stepsAhead, Seeds seeds) {
    Horizon.check(step, stepsAhead);
    LstmTraining training = settings.training();
    int before = settings.lags().count() - 1 + stepsAhead;
    if (training.firstRow() < LstmTraining.PIECE + before) {
      throw new IllegalArgumentException(
          "firstRow must be at least %d, for one piece, the lags and the steps ahead, was %d"
              .formatted(LstmTraining.PIECE + before, training.firstRow()));
    }
    this.settings = settings;
    this.step = step;
    this.stepsAhead = stepsAhead;
    this.seeds = seeds;
    rows =
        new ScaledRows(
            settings.lags(),
            settings.scaling(),
            settings.beginsAt(),
            Math.max(settings.beginsAt(), training.windowRows() + before));
    net =
        new LstmNet(
            new LstmNet.Sizes(settings.lags().inputs(), settings.units(), 1), training, seeds);
  }

  @Override
  public Forecast step(TimedValue input) {
    rows.add(input);
    seen += rows.held() == 0 ? 0 : 1;
    double value = Double.NaN;
    if (settings.training().isDue(seen)) {
      value = rows.unscaled(trained());
    } else if (seen > settings.training().firstRow()) {
      value = rows.unscaled(net.step(rows.inputs(0), 0).get(0));
    }
    return new Forecast(input.time().plus(step.multipliedBy(stepsAhead)), value);
  }

  /// What the net gives at the present row once it has learned the window.
  private double trained() {
    LstmTraining training = settings.training();
    int width = settings.lags().inputs();
    int pairs = training.pairs(rows.held() - settings.lags().count() + 1 - stepsAhead);
    int all = pairs + stepsAhead;
    double[] x = new double[all * width];
    double[] y = new double[pairs];
    for (int i = 0; i < all; i++) {
      System.arraycopy(rows.inputs(all - 1 - i), 0, x, i * width, width);
      if (i >= stepsAhead) {
        y[i - stepsAhead] = rows.scaled(all - 1 - i);
      }
    }
    net.train((seen - training.firstRow()) / training.everyRows(), x, y, pairs);
    double last = 0;
    for (int i = 0; i < all; i++) {
      last = net.step(x, i * width).get(0);
    }
    return last;
  }

  private String made() {
    return settings + " " + step + " " + stepsAhead + " " + seeds;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .note("settings", made())
        .number("seen", "1", seen)
        .part("rows", rows.snapshot())
        .part("net", net.snapshot())
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    String theirs = snapshot.require(FORMAT, VERSION).notes().getOrDefault("settings", "");
    long newSeen = snapshot.number("seen");
    if (!made().equals(theirs) || newSeen < 0) {
      throw new DataCorruptException(
          "forecaster must be " + made() + ", was " + theirs + " after " + newSeen + " rows");
    }
    net.restore(snapshot.part("net"));
    rows.restore(snapshot.part("rows"));
    seen = newSeen;
  }

  @Override
  public LstmForecaster fork() {
    LstmForecaster fork = new LstmForecaster(settings, step, stepsAhead, seeds);
    fork.restore(snapshot());
    return fork;
  }
}
