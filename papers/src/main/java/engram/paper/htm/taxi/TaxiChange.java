// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import engram.data.series.TimedValue;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.paper.htm.shared.Arms;
import engram.sequence.forecast.SeasonalRule;
import engram.sequence.htm.SequenceModel;
import java.util.List;
import java.util.Optional;

/// Figure 11: the pattern of taxi demand changes. Each forecaster is held against itself on the
/// series that did not change; it has recovered in the first week with at most a tenth more error.
public final class TaxiChange implements Experiment<TaxiChange.Setting> {
  /// Its parameters. The change is at row 13,152 of the authors' file.
  record Setting(
      @Param(doc = "first row seen", min = 0, max = 13_000) int first,
      @Param(doc = "weeks after the change", min = 1, max = 13) int weeks,
      @Param(doc = "rows seen that train the pooler", min = 1) int pooled,
      @Param(doc = "how often they are shown", min = 1) int passes,
      @Param(doc = "cells a column; sabotage: 1", min = 1) int cells,
      @Param(doc = "sabotage: learning off after the change") boolean still) {
    int change() {
      return CHANGE - first;
    }

    int end() {
      return Math.min(ROWS, CHANGE + Twins.rows(weeks) + SavedForecasts.AHEAD);
    }
  }

  static final String STILL = "learning off after the change";
  static final Measure ERROR =
      Measure.of("mape-after-the-change", "mean |y - p| / mean |y|, from the change on");
  static final Measure SURPRISE =
      new Measure(
          "negative-log-likelihood-after-the-change",
          "nat",
          "mean -ln max(0.01, p of the bucket that came), from the change on");
  static final Measure RECOVERED =
      new Measure(
          "recovered-in-week",
          "week",
          "first week with at most 1.1 times the error of the unchanged series; one too many if none");
  static final Measure COURSE =
      Measure.of("course", "error over that of the unchanged series, by week after the change");
  private static final int CHANGE = 13_152;
  private static final int ROWS = 17_520;

  @Override
  public String id() {
    return "taxi-change";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(CHANGE - 350, 1, 200, 1, 16, false));
      case SMALL -> Optional.of(new Setting(0, 13, 5000, 5, 16, false));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return TaxiClaims.change();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1 + 1.5e-3 * (p.end() - p.first() + p.passes() * p.pooled()))
        .withData(SavedForecasts.SET)
        .withMemory(1L << 30);
  }

  @Override
  public void run(Setting p, Trial trial) {
    List<TimedValue> same =
        Taxi.series(SavedForecasts.Demand.PUBLISHED, trial).subList(p.first(), p.end());
    List<TimedValue> changed =
        Taxi.series(SavedForecasts.Demand.CHANGED, trial).subList(p.first(), p.end());
    List<TimedValue> sameAfter = same.subList(p.change(), same.size());
    List<TimedValue> changedAfter = changed.subList(p.change(), same.size());
    SequenceModel<TimedValue> memory = atTheChange(p.cells(), same, p, trial);
    write(Arms.MEMORY, Twins.of(memory, p.still(), sameAfter, changedAfter), p, trial);
    write(STILL, Twins.of(memory, true, sameAfter, changedAfter), p, trial);
    SequenceModel<TimedValue> single = atTheChange(1, same, p, trial);
    write(Arms.ONE_CELL, Twins.of(single, false, sameAfter, changedAfter), p, trial);
    for (SeasonalRule rule : SeasonalRule.all()) {
      write(rule.title(), Twins.of(rule, same, changed, p.change()), p, trial);
    }
    Told marginal = Told.marginal(changed).after(p.change());
    trial.out().value(SURPRISE.in(Arms.MARGINAL), marginal.likelihood());
  }

  private static SequenceModel<TimedValue> atTheChange(
      int cells, List<TimedValue> series, Setting p, Trial trial) {
    SequenceModel<TimedValue> model =
        Taxi.model(series.subList(0, p.pooled()), p.passes(), cells, trial.seeds());
    series.subList(0, p.change()).forEach(model::step);
    return model;
  }

  private static void write(String arm, Twins twins, Setting p, Trial trial) {
    trial.out().value(ERROR.in(arm), twins.changed().error());
    trial.out().value(SURPRISE.in(arm), twins.changed().likelihood());
    trial.out().value(RECOVERED.in(arm), twins.recovered(p.weeks()));
    for (int week = 1; week <= p.weeks(); week++) {
      trial.out().series(COURSE.in(arm), week, twins.ratio(week));
    }
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.first(), p.weeks(), p.pooled(), p.passes(), 1, true);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.means(all);
    String rule = SeasonalRule.meanOfFourWeeksLevelled().title();
    return List.of(
        new Figure(
            "taxi-change",
            "Error after the pattern of demand changed, over that where nothing changed",
            "1 is full recovery. Whoever learns comes back; a rule of four weeks needs four.",
            Axis.linear("week after the change", "week"),
            Axis.linear("error over that of the unchanged series", "1"),
            List.of(
                summary.line(COURSE.in(Arms.MEMORY)),
                summary.line(COURSE.in(STILL)).asControl(),
                summary.line(COURSE.in(Arms.ONE_CELL)).asControl(),
                summary.line(COURSE.in(rule)).asControl())));
  }
}
