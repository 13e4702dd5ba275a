// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import engram.data.series.TimedValue;
import engram.sequence.forecast.BucketLikelihood;
import engram.sequence.forecast.Buckets;
import engram.sequence.forecast.ForecastScorer;
import engram.sequence.forecast.PastErrors;
import engram.sequence.forecast.SeasonalRule;
import engram.sequence.htm.Forecast;
import engram.sequence.htm.SequenceModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What a forecaster told of taxi demand, row by row: the value it held most likely five rows
/// later, and how likely it held each of the paper's 22 buckets. What was told in row `t` is held
/// against row `t + 5`.
final class Told {
  /// How many past errors make a rule's distribution: those of four weeks.
  static final int ERRORS = 4 * 7 * 48;

  private final double[] truth;
  private final double[] values;
  private final double[][] probabilities;

  private Told(double[] truth, double[] values, double[][] probabilities) {
    this.truth = truth;
    this.values = values;
    this.probabilities = probabilities;
  }

  private Told(List<TimedValue> series) {
    this(
        series.stream().mapToDouble(TimedValue::value).toArray(),
        new double[series.size()],
        new double[series.size()][]);
  }

  /// By our memory, which learns as it reads.
  static Told by(SequenceModel<TimedValue> memory, List<TimedValue> series) {
    Told told = new Told(series);
    for (int t = 0; t < told.truth.length; t++) {
      Forecast forecast = memory.step(series.get(t));
      told.values[t] = forecast.best();
      told.probabilities[t] =
          IntStream.range(0, Buckets.TAXI.count()).mapToDouble(forecast::probability).toArray();
    }
    return told;
  }

  /// By a rule of the calendar, which is as sure as its errors of the last four weeks allow.
  static Told by(SeasonalRule rule, List<TimedValue> series) {
    Told told = new Told(series);
    System.arraycopy(SavedForecasts.forecasts(rule, series), 0, told.values, 0, told.truth.length);
    return told.withPastErrors();
  }

  /// By nothing: any value of the last four weeks may come again.
  static Told marginal(List<TimedValue> series) {
    return new Told(series).withPastErrors();
  }

  private Told withPastErrors() {
    PastErrors errors = new PastErrors(Buckets.TAXI, ERRORS);
    int ahead = SavedForecasts.AHEAD;
    for (int t = 0; t < truth.length; t++) {
      if (t >= ahead) {
        errors.add(truth[t] - values[t - ahead]);
      }
      probabilities[t] = errors.around(values[t]);
    }
    return this;
  }

  /// The same without the first rows.
  Told after(int row) {
    return new Told(
        Arrays.copyOfRange(truth, row, truth.length),
        Arrays.copyOfRange(values, row, values.length),
        Arrays.copyOfRange(probabilities, row, probabilities.length));
  }

  /// The error of the forecasts of some rows: mean |y - p| / mean |y|.
  double error(int from, int to) {
    int end = Math.min(truth.length, to + SavedForecasts.AHEAD);
    return ForecastScorer.madeAt(
            Arrays.copyOf(truth, end), Arrays.copyOf(values, end), SavedForecasts.AHEAD, from)
        .mape();
  }

  /// The error of all forecasts.
  double error() {
    return error(0, truth.length);
  }

  /// The mean negative log likelihood of what came, in nats, with the paper's floor.
  double likelihood() {
    BucketLikelihood likelihood = new BucketLikelihood(Buckets.TAXI, BucketLikelihood.FLOOR);
    for (int t = 0; t + SavedForecasts.AHEAD < truth.length; t++) {
      likelihood.add(probabilities[t], truth[t + SavedForecasts.AHEAD]);
    }
    return likelihood.mean();
  }
}
