// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import engram.data.series.TimedValue;
import engram.sequence.forecast.SeasonalRule;
import engram.sequence.htm.SequenceModel;
import java.util.List;

/// A forecaster on the series that changed, beside itself on the one that did not; both from the
/// change on, so that what makes a week hard for everybody cancels.
record Twins(Told changed, Told unchanged) {
  private static final int WEEK = 7 * 48;
  private static final double RECOVERED_RATIO = 1.1;

  /// A memory that stands at the change; it stays there.
  ///
  /// @param still whether it learns no more on the series that changed
  /// @param same the series as it was, from the change on
  /// @param changed the other one, from the change on
  static Twins of(
      SequenceModel<TimedValue> memory,
      boolean still,
      List<TimedValue> same,
      List<TimedValue> changed) {
    SequenceModel<TimedValue> there = memory.fork();
    there.memory().memory().setLearning(!still);
    there.classifier().setLearning(!still);
    return new Twins(Told.by(there, changed), Told.by(memory.fork(), same));
  }

  /// A rule of the calendar.
  ///
  /// @param same the series as it was
  /// @param changed the other one
  /// @param change its first row that differs
  static Twins of(SeasonalRule rule, List<TimedValue> same, List<TimedValue> changed, int change) {
    return new Twins(Told.by(rule, changed).after(change), Told.by(rule, same).after(change));
  }

  /// How many rows are whole weeks.
  static int rows(int weeks) {
    return weeks * WEEK;
  }

  /// The error on the series that changed over that on the other, for the forecasts of a week.
  ///
  /// @param week from 1
  double ratio(int week) {
    int to = rows(week);
    return changed.error(to - WEEK, to) / unchanged.error(to - WEEK, to);
  }

  /// The first week in which it errs at most a tenth more; the one after the last where there is
  /// none.
  int recovered(int weeks) {
    int week = 1;
    while (week <= weeks && ratio(week) > RECOVERED_RATIO) {
      week++;
    }
    return week;
  }
}
