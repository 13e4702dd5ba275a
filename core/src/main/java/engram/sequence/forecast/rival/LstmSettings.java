// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.source.FromPaper;

/// Parameters of an [LstmForecaster].
///
/// | parameter | the paper's, on the taxi series |
/// | --- | --- |
/// | units | 20 |
/// | what it sees | the present value and the calendar |
/// | training | see [LstmTraining] |
/// | scaling | mean and deviation of the whole file |
///
/// @param units from 1
/// @param lags what it sees of the stream at a row, beside its own state
/// @param training when and how it learns
/// @param scaling of the values
@FromPaper(value = "htm", at = "spec baselines, LSTM")
public record LstmSettings(int units, Lags lags, LstmTraining training, Scaling scaling) {
  private static final int UNITS = 20;
  private static final int INITIAL_ROWS = 500;
  private static final int WEEK_ROWS = 336;
  private static final double RATE = 0.05;

  /// Checks the ranges.
  public LstmSettings {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, was " + units);
    }
    int least = lags.count() + (scaling instanceof Scaling.FirstRows first ? first.rows() : 0);
    if (training.firstRow() < least) {
      throw new IllegalArgumentException(
          "firstRow must be at least "
              + least
              + ", for lags and scaling, was "
              + training.firstRow());
    }
  }

  /// The paper's net, scaled by its first 500 rows: it looks at the past alone.
  ///
  /// @param windowRows 1,000, 3,000 or 6,000 in the paper
  /// @param firstRow 5,000 in the paper
  /// @param updates steps of a training; 1,200 do on taxi demand
  public static LstmSettings causal(int windowRows, int firstRow, int updates) {
    return new LstmSettings(
        UNITS,
        new Lags(1, true),
        new LstmTraining(windowRows, WEEK_ROWS, firstRow, updates, RATE),
        new Scaling.FirstRows(Math.min(INITIAL_ROWS, firstRow - 1)));
  }

  int beginsAt() {
    return switch (scaling) {
      case Scaling.Given _ -> lags.count();
      case Scaling.FirstRows first -> Math.max(lags.count(), first.rows());
    };
  }
}
