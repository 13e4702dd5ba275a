// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.source.FromPaper;

/// Parameters of an [ElmForecaster].
///
/// | parameter | the paper's, on the taxi series |
/// | --- | --- |
/// | hidden units | 50 |
/// | lags | 100, with time of day and day of week |
/// | rows of the beginning | 500 |
/// | ridge | 0, by a pseudo-inverse; 1e-6 here |
/// | scaling | mean and deviation of the whole file |
/// | told | yes |
///
/// @param hiddenUnits from 1
/// @param lags what it sees
/// @param initialRows how many rows are seen before the first solution
/// @param ridge of the least squares, above 0
/// @param scaling of the values
/// @param told whether it learns the truth of a row before it forecasts that row, as the paper's
///   does; a forecast of `t + k` is then given at `t + k`. See [ElmForecaster]
@FromPaper(value = "htm", at = "spec baselines, OS-ELM")
public record ElmSettings(
    int hiddenUnits, Lags lags, int initialRows, double ridge, Scaling scaling, boolean told) {
  private static final int HIDDEN_UNITS = 50;
  private static final int INITIAL_ROWS = 500;
  private static final double RIDGE = 1e-6;

  /// Checks the ranges.
  public ElmSettings {
    if (hiddenUnits < 1) {
      throw new IllegalArgumentException("hiddenUnits must be at least 1, was " + hiddenUnits);
    }
    if (initialRows <= lags.count()) {
      throw new IllegalArgumentException(
          "initialRows must be above the lags, " + lags.count() + ", was " + initialRows);
    }
    if (scaling instanceof Scaling.FirstRows first && first.rows() > initialRows) {
      throw new IllegalArgumentException(
          "rows of the scaling must be at most initialRows, "
              + initialRows
              + ", was "
              + first.rows());
    }
    if (!(ridge > 0 && ridge < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ridge must be above 0 and finite, was " + ridge);
    }
  }

  /// The paper's network, which looks ahead twice: it is scaled by figures of the whole stream, and
  /// told each truth before it forecasts it.
  ///
  /// @param wholeStream mean and deviation of all values
  public static ElmSettings published(Scaling.Given wholeStream) {
    return new ElmSettings(HIDDEN_UNITS, Lags.TAXI, INITIAL_ROWS, RIDGE, wholeStream, true);
  }

  /// The same network without a look ahead.
  public static ElmSettings causal() {
    return new ElmSettings(
        HIDDEN_UNITS, Lags.TAXI, INITIAL_ROWS, RIDGE, new Scaling.FirstRows(INITIAL_ROWS), false);
  }
}
