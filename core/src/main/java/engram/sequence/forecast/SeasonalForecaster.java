// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.data.series.TimedValue;
import engram.state.Machine;
import engram.state.Snapshot;
import java.time.Duration;

/// Forecasts by a [SeasonalRule]: with period `P` and `n` periods of it,
///
///     f(t + k) = m(t + k) + c [y(t) - m(t)],   m(s) = mean of y(s - jP), j = 1 .. n
///
/// where only values up to `t` enter. It looks values up by their times on a grid of the stream's
/// usual step, so gaps move nothing; a mean is over those values that are there, and the forecast
/// is missing where none is. The correction is left out where `y(t)` or `m(t)` is missing.
///
/// ```java
/// var weekly = new SeasonalForecaster(SeasonalRule.sameTimeLastWeek(), Duration.ofMinutes(30), 5);
/// Forecast in150Minutes = weekly.step(new TimedValue(now, value));
/// ```
///
/// Periods are in UTC: a clock that is put forward in spring moves the rhythm by an hour for as many
/// periods as it looks back.
public final class SeasonalForecaster implements Machine<TimedValue, Forecast> {
  private static final int MOST_SLOTS = 1 << 24;

  private final SeasonalRule rule;
  private final Duration step;
  private final int stepsAhead;
  private final TimeSlots slots;

  /// @param rule how
  /// @param step the usual time between two values, above zero; a rule's period must be a multiple
  ///   of it
  /// @param stepsAhead `k`, how many steps ahead, from 1
  public SeasonalForecaster(SeasonalRule rule, Duration step, int stepsAhead) {
    Horizon.check(step, stepsAhead);
    this.rule = rule;
    this.step = step;
    this.stepsAhead = stepsAhead;
    slots = new TimeSlots(step, slots(rule, step, stepsAhead));
  }

  private static int slots(SeasonalRule rule, Duration step, int stepsAhead) {
    return switch (rule) {
      case SeasonalRule.Persistence _ -> 1;
      case SeasonalRule.Average average -> {
        Duration period = average.period();
        if (!step.multipliedBy(period.dividedBy(step)).equals(period)) {
          throw new IllegalArgumentException(
              "period must be a multiple of step " + step + ", was " + period);
        }
        long rows = period.dividedBy(step);
        double needed = (double) rows * (average.periods() + Math.ceilDiv(stepsAhead, rows));
        if (needed > MOST_SLOTS) {
          throw new IllegalArgumentException(
              "reach must be at most " + MOST_SLOTS + " steps, was " + (long) needed);
        }
        yield (int) needed + 1;
      }
    };
  }

  /// Takes a value, which may be missing, and forecasts.
  ///
  /// @throws IllegalArgumentException if the time goes back by a step or more
  @Override
  public Forecast step(TimedValue input) {
    slots.put(input);
    double value =
        switch (rule) {
          case SeasonalRule.Persistence _ -> input.value();
          case SeasonalRule.Average average -> average(average);
        };
    return new Forecast(input.time().plus(step.multipliedBy(stepsAhead)), value);
  }

  private double average(SeasonalRule.Average average) {
    long rows = average.period().dividedBy(step);
    double ahead = mean(stepsAhead, rows, average.periods());
    if (average.levelShare() == 0) {
      return ahead;
    }
    double off = slots.before(0) - mean(0, rows, average.periods());
    return Double.isNaN(off) ? ahead : ahead + average.levelShare() * off;
  }

  /// `m` so many slots after the newest; the nearest period is the first that lies in the past.
  private double mean(int after, long rows, int periods) {
    long nearest = Math.max(1, Math.ceilDiv(after, rows));
    double sum = 0;
    int count = 0;
    for (long j = nearest; j < nearest + periods; j++) {
      double value = slots.before(j * rows - after);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named("seasonal-forecaster", 1).part("slots", slots.snapshot()).build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    slots.restore(snapshot.require("seasonal-forecaster", 1).part("slots"));
  }

  @Override
  public SeasonalForecaster fork() {
    SeasonalForecaster fork = new SeasonalForecaster(rule, step, stepsAhead);
    fork.restore(snapshot());
    return fork;
  }
}
