// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.readout.Reservoir;
import engram.source.FromPaper;

/// Parameters of an [EchoForecaster].
///
/// | parameter | the paper's, on the taxi series |
/// | --- | --- |
/// | units, spectral radius, input scaling | 100, 0.1, 0.2 |
/// | window, forgotten | 6,000 and 200 rows |
/// | ridge | ridge or pseudo-inverse; 1e-6 here |
/// | what it sees, scaling | not stated; the present value and the calendar here |
///
/// @param reservoir the recurrent layer
/// @param lags what it sees
/// @param windowRows how many rows the readout is solved over; with the calendar more than a week,
///   or each new day of the week is extrapolated
/// @param forgottenRows how many states are passed over at the beginning, from 0
/// @param ridge of the readout, above 0
/// @param scaling of the values
@FromPaper(value = "htm", at = "spec baselines, ESN")
public record EchoSettings(
    Reservoir.Settings reservoir,
    Lags lags,
    int windowRows,
    int forgottenRows,
    double ridge,
    Scaling scaling) {
  private static final int WINDOW_ROWS = 6000;
  private static final int FORGOTTEN_ROWS = 200;
  private static final int INITIAL_ROWS = 500;
  private static final double RIDGE = 1e-6;

  /// Checks the ranges.
  public EchoSettings {
    if (windowRows < 1) {
      throw new IllegalArgumentException("windowRows must be at least 1, was " + windowRows);
    }
    if (forgottenRows < 0) {
      throw new IllegalArgumentException("forgottenRows must be at least 0, was " + forgottenRows);
    }
    if (!(ridge > 0 && ridge < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ridge must be above 0 and finite, was " + ridge);
    }
  }

  /// The paper's network, scaled by figures of the whole stream: a look ahead.
  ///
  /// @param wholeStream mean and deviation of all values
  public static EchoSettings published(Scaling.Given wholeStream) {
    return of(wholeStream);
  }

  /// The same network, scaled by its first 500 rows.
  public static EchoSettings causal() {
    return of(new Scaling.FirstRows(INITIAL_ROWS));
  }

  private static EchoSettings of(Scaling scaling) {
    return new EchoSettings(
        Reservoir.Settings.PUBLISHED,
        new Lags(1, true),
        WINDOW_ROWS,
        FORGOTTEN_ROWS,
        RIDGE,
        scaling);
  }

  /// The same with other inputs.
  public EchoSettings seeing(Lags other) {
    return new EchoSettings(reservoir, other, windowRows, forgottenRows, ridge, scaling);
  }

  /// What the readout sees: the units, the inputs and a constant.
  int features() {
    return reservoir.units() + lags.inputs() + 1;
  }

  /// At how many rows it begins.
  int beginsAt() {
    return switch (scaling) {
      case Scaling.Given _ -> lags.count();
      case Scaling.FirstRows first -> Math.max(lags.count(), first.rows());
    };
  }
}
