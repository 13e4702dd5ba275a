// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import engram.data.series.TimedValue;
import engram.sequence.forecast.ForecastScorer;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Chooses among settings by the rows before those that are scored: each candidate reads the stream
/// up to the first row that is scored, and the one that errs least on the rows before goes on. The
/// others see no row that is scored.
///
/// @param series the stream
/// @param chosenFrom first row whose forecast counts for the choice
/// @param from first row whose forecast is scored
record Tuning(List<TimedValue> series, int chosenFrom, int from) {
  /// What came of it.
  ///
  /// @param before the error of each candidate on the rows before
  /// @param chosen the number of the best, from 0
  /// @param error of the best on the rows that are scored
  /// @param untuned that of the first candidate
  record Outcome(List<Double> before, int chosen, double error, double untuned) {}

  /// A forecaster on the way, and what it told at each row.
  private static final class Way {
    final ToDoubleFunction<TimedValue> machine;
    final double[] told;

    Way(ToDoubleFunction<TimedValue> machine, int rows) {
      this.machine = machine;
      told = new double[rows];
    }
  }

  /// Tries candidates.
  Outcome of(List<Candidate> candidates) {
    double[] before = new double[candidates.size()];
    Way first = begun(candidates.getFirst());
    before[0] = error(first, chosenFrom, from);
    Way best = first;
    int chosen = 0;
    for (int i = 1; i < before.length; i++) {
      Way way = begun(candidates.get(i));
      before[i] = error(way, chosenFrom, from);
      if (before[i] < before[chosen]) {
        chosen = i;
        best = way;
      }
    }
    double untuned = scored(first);
    return new Outcome(
        Arrays.stream(before).boxed().toList(),
        chosen,
        chosen == 0 ? untuned : scored(best),
        untuned);
  }

  private Way begun(Candidate candidate) {
    Way way = new Way(candidate.maker().get(), series.size());
    read(way, 0, from);
    return way;
  }

  private double scored(Way way) {
    read(way, from, series.size());
    return error(way, from, series.size());
  }

  private void read(Way way, int begin, int end) {
    for (int t = begin; t < end; t++) {
      way.told[t] = way.machine.applyAsDouble(series.get(t));
    }
  }

  /// The error of the forecasts from a row on whose truth stands before another row.
  private double error(Way way, int begin, int end) {
    double[] truth = series.subList(0, end).stream().mapToDouble(TimedValue::value).toArray();
    return ForecastScorer.madeAt(truth, Arrays.copyOf(way.told, end), SavedForecasts.AHEAD, begin)
        .mape();
  }
}
