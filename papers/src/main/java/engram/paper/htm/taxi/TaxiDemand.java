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
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.paper.htm.shared.Arms;
import engram.random.Seeds;
import engram.sequence.forecast.SeasonalRule;
import engram.sequence.htm.SequenceModel;
import java.util.List;
import java.util.Optional;

/// Figure 10 with our own memory: a pooler that is trained before and then left, a memory and a
/// classifier that learn on line, and the most likely of 22 buckets as the forecast.
public final class TaxiDemand implements Experiment<TaxiDemand.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "rows of the series", min = 100, max = 17_520) int rows,
      @Param(doc = "first row scored", min = 50) int from,
      @Param(doc = "rows that train the pooler", min = 1) int pooled,
      @Param(doc = "how often they are shown", min = 1) int passes,
      @Param(doc = "cells a column; sabotage: 1", min = 1) int cells,
      @Param(doc = "sabotage: counts in random order") boolean shuffled) {}

  private static final Measure ERROR =
      Measure.of("mape", "mean |y - p| / mean |y|, five steps of half an hour ahead");

  static At error(String arm) {
    return ERROR.in(arm);
  }

  @Override
  public String id() {
    return "taxi-demand";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(600, 400, 200, 1, 16, false));
      case SMALL -> Optional.of(new Setting(17_520, 10_000, 5000, 5, 16, false));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return DemandClaims.taxiDemand();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1 + 1.5e-3 * (p.rows() + p.passes() * p.pooled()))
        .withData(SavedForecasts.SET)
        .withMemory(512L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    List<TimedValue> series =
        Taxi.series(SavedForecasts.Demand.PUBLISHED, trial).subList(0, p.rows());
    List<TimedValue> mixed = Taxi.mixed(series, trial.seeds());
    List<TimedValue> seen = p.shuffled() ? mixed : series;
    Seeds seeds = trial.seeds();
    trial.out().value(error(Arms.MEMORY), byMemory(seen, p.cells(), p, seeds));
    trial.out().value(error(Arms.ONE_CELL), byMemory(seen, 1, p, seeds));
    trial.out().value(error(Arms.MIXED), byMemory(mixed, p.cells(), p, seeds));
    for (SeasonalRule rule : SeasonalRule.all()) {
      double[] byRule = SavedForecasts.forecasts(rule, seen);
      trial.out().value(error(rule.title()), SavedForecasts.error(seen, byRule, p.from()));
    }
  }

  private static double byMemory(List<TimedValue> series, int cells, Setting p, Seeds seeds) {
    SequenceModel<TimedValue> model =
        Taxi.model(series.subList(0, p.pooled()), p.passes(), cells, seeds);
    double[] forecasts = series.stream().mapToDouble(row -> model.step(row).best()).toArray();
    return SavedForecasts.error(series, forecasts, p.from());
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.rows(), p.from(), p.pooled(), p.passes(), 1, true);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    List<String> arms = List.of(Arms.MEMORY, Arms.ONE_CELL, Arms.MIXED);
    List<String> rules = SeasonalRule.all().stream().map(SeasonalRule::title).toList();
    return List.of(
        new Figure(
            "taxi-demand",
            "Error of our forecasts of taxi demand, two and a half hours ahead",
            "Beside the memory stand its ablations and the rules of the calendar.",
            Axis.category("forecaster"),
            Axis.linear("MAPE", "1"),
            List.of(
                summary.bars("memory", arms, TaxiDemand::error),
                summary.bars("calendar", rules, TaxiDemand::error).asControl())));
  }
}
