// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Holds forecasts against what came: a forecast waits until the value of its time is there, within
/// half a step, and the pair is scored. So a forecast made at `t` for `t + k` is never compared
/// with the value at `t`.
///
/// ```java
/// var scorer = new ForecastScorer(Duration.ofMinutes(30));
/// for (TimedValue value : stream) {
///   scorer.forecast(machine.step(value));
///   scorer.truth(value);
/// }
/// double mape = scorer.score().mape();
/// ```
public final class ForecastScorer {
  private static final String FORMAT = "forecast-scorer";
  private static final int VERSION = 1;

  private final Awaited<Forecast> waiting;
  private long count;
  private long missing;
  private double absoluteErrors;
  private double squaredErrors;
  private double absoluteTruths;
  private double truthMean;
  private double truthSquares;

  /// @param step the usual time between two values, above zero
  public ForecastScorer(Duration step) {
    Horizon.check(step, 1);
    waiting = new Awaited<>(step, Forecast::of);
  }

  /// Takes a forecast, in the order of their times. A missing one counts as missing when its truth
  /// comes.
  public void forecast(Forecast forecast) {
    waiting.add(forecast);
  }

  /// Takes what was measured and scores the forecast of that time, if there is one. Forecasts of
  /// times that passed without a value are forgotten. A missing value scores nothing. Values before
  /// the first forecast's time count for nothing.
  public void truth(TimedValue value) {
    waiting
        .due(value.time())
        .filter(_ -> !value.isMissing())
        .ifPresent(forecast -> add(value.value(), forecast.value()));
  }

  /// Scores a pair that belongs together. A forecast of NaN counts as missing.
  ///
  /// @param truth what came, finite
  /// @param forecast what was expected of it
  public void add(double truth, double forecast) {
    if (!Double.isFinite(truth)) {
      throw new IllegalArgumentException("truth must be finite, was " + truth);
    }
    if (Double.isNaN(forecast)) {
      missing++;
      return;
    }
    count++;
    double error = truth - forecast;
    absoluteErrors += Math.abs(error);
    squaredErrors += error * error;
    absoluteTruths += Math.abs(truth);
    double off = truth - truthMean;
    truthMean += off / count;
    truthSquares += off * (truth - truthMean);
  }

  /// The score so far.
  public ForecastScore score() {
    return new ForecastScore(
        count,
        missing,
        absoluteTruths == 0 ? Double.NaN : absoluteErrors / absoluteTruths,
        count == 0 ? Double.NaN : Math.sqrt(squaredErrors / count),
        truthSquares == 0 ? Double.NaN : Math.sqrt(squaredErrors / truthSquares));
  }

  /// Scores forecasts that stand beside the values, row by row, as in the paper's files: the
  /// forecast of row `t` was made there and is for row `t + k`. The last `k` have no truth and are
  /// left out.
  ///
  /// @param values what was measured, row by row
  /// @param forecasts what was forecast in each row; NaN if nothing
  /// @param stepsAhead `k`, from 1
  /// @param fromRow the first row whose forecast is scored, from 0
  public static ForecastScore madeAt(
      double[] values, double[] forecasts, int stepsAhead, int fromRow) {
    if (forecasts.length != values.length) {
      throw new IllegalArgumentException(
          "forecasts must be as many as values, " + values.length + ", were " + forecasts.length);
    }
    Horizon.check(Duration.ofSeconds(1), stepsAhead);
    if (fromRow < 0) {
      throw new IllegalArgumentException("fromRow must be at least 0, was " + fromRow);
    }
    ForecastScorer scorer = new ForecastScorer(Duration.ofSeconds(1));
    for (int t = fromRow; t + stepsAhead < values.length; t++) {
      scorer.add(values[t + stepsAhead], forecasts[t]);
    }
    return scorer.score();
  }

  /// Its state.
  public Snapshot snapshot() {
    List<Forecast> all = waiting.all();
    long[] seconds = new long[all.size()];
    long[] nanos = new long[all.size()];
    double[] values = new double[all.size()];
    for (int i = 0; i < values.length; i++) {
      Instant of = all.get(i).of();
      seconds[i] = of.getEpochSecond();
      nanos[i] = of.getNano();
      values[i] = all.get(i).value();
    }
    return Snapshot.named(FORMAT, VERSION)
        .longs("counts", "1", new long[] {count, missing})
        .doubles(
            "sums",
            "1",
            new double[] {absoluteErrors, squaredErrors, absoluteTruths, truthMean, truthSquares})
        .longs("waiting-seconds", "s", seconds)
        .longs("waiting-nanos", "ns", nanos)
        .doubles("waiting", "1", values)
        .build();
  }

  /// Replaces the state.
  ///
  /// @throws DataCorruptException if it is not one of a scorer
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    long[] counts = snapshot.longs("counts");
    double[] sums = snapshot.doubles("sums");
    long[] seconds = snapshot.longs("waiting-seconds");
    long[] nanos = snapshot.longs("waiting-nanos");
    double[] values = snapshot.doubles("waiting");
    if (counts.length != 2
        || sums.length != 5
        || seconds.length != values.length
        || nanos.length != values.length) {
      throw new DataCorruptException(
          "scorer must have 2 counts, 5 sums and a time to each forecast, had "
              + counts.length
              + ", "
              + sums.length
              + " and "
              + seconds.length
              + " for "
              + values.length);
    }
    count = counts[0];
    missing = counts[1];
    absoluteErrors = sums[0];
    squaredErrors = sums[1];
    absoluteTruths = sums[2];
    truthMean = sums[3];
    truthSquares = sums[4];
    waiting.replace(
        IntStream.range(0, values.length)
            .mapToObj(i -> new Forecast(Instant.ofEpochSecond(seconds[i], nanos[i]), values[i]))
            .toList());
  }
}
