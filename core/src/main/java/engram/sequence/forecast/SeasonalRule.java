// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import java.time.Duration;
import java.util.List;

/// How a forecast is made of nothing but the past at the same time of earlier days or weeks.
///
/// | rule | forecast at `t` for `t + k` |
/// | --- | --- |
/// | persistence | `y(t)` |
/// | same time yesterday | `y(t + k - day)` |
/// | same time last week | `y(t + k - week)` |
/// | mean of four weeks | `m(t + k)`, `m(s) = [y(s - week) + ... + y(s - 4 week)] / 4` |
/// | the same with level correction | `m(t + k) + (y(t) - m(t)) / 2` |
///
/// The last adds half of what the present differs by from its own mean. These are the rivals that a
/// learning forecaster of a daily or weekly rhythm must beat before it is called good.
///
/// References: see the package, [2]; [1] has none of them.
public sealed interface SeasonalRule {
  /// The present value.
  record Persistence() implements SeasonalRule {
    @Override
    public String title() {
      return "persistence";
    }

    @Override
    public Duration reach() {
      return Duration.ZERO;
    }
  }

  /// The mean of the values whole periods before, with a share of the present deviation from it.
  /// Where the forecast reaches further than a period, the periods begin with the first that is
  /// known.
  ///
  /// @param title what it is called in a table
  /// @param period of the rhythm, above zero
  /// @param periods how many are averaged, from 1
  /// @param levelShare share of `y(t) - m(t)` that is added, in [0, 1]
  record Average(String title, Duration period, int periods, double levelShare)
      implements SeasonalRule {
    /// Checks the ranges.
    public Average {
      if (!period.isPositive()) {
        throw new IllegalArgumentException("period must be above zero, was " + period);
      }
      if (periods < 1) {
        throw new IllegalArgumentException("periods must be at least 1, was " + periods);
      }
      if (!(levelShare >= 0 && levelShare <= 1)) {
        throw new IllegalArgumentException("levelShare must be in [0, 1], was " + levelShare);
      }
    }

    @Override
    public Duration reach() {
      return period.multipliedBy(periods);
    }
  }

  /// What it is called in a table.
  String title();

  /// How far back it looks from the time that it forecasts, in the usual case of a forecast within
  /// one period.
  Duration reach();

  /// What is now.
  static SeasonalRule persistence() {
    return new Persistence();
  }

  /// What was 24 hours before.
  static SeasonalRule sameTimeYesterday() {
    return new Average("same time yesterday", Duration.ofDays(1), 1, 0);
  }

  /// What was seven days before.
  static SeasonalRule sameTimeLastWeek() {
    return new Average("same time last week", Duration.ofDays(7), 1, 0);
  }

  /// The mean of the last four weeks at the same time.
  static SeasonalRule meanOfFourWeeks() {
    return new Average("mean of 4 weeks", Duration.ofDays(7), 4, 0);
  }

  /// The mean of the last four weeks, with half of the present deviation from it.
  static SeasonalRule meanOfFourWeeksLevelled() {
    return new Average("mean of 4 weeks + half level", Duration.ofDays(7), 4, 0.5);
  }

  /// All five, the plainest first.
  static List<SeasonalRule> all() {
    return List.of(
        persistence(),
        sameTimeYesterday(),
        sameTimeLastWeek(),
        meanOfFourWeeks(),
        meanOfFourWeeksLevelled());
  }
}
