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
import engram.paper.htm.shared.Arms;
import engram.random.Seeds;
import engram.sequence.forecast.SeasonalRule;
import engram.sequence.htm.SequenceModel;
import java.util.List;
import java.util.Optional;

/// Figure 10 with our own memory: a pooler that is trained before and then left, a memory and a
/// classifier that learn on line, and the most likely of 22 buckets as the forecast.
public final class TaxiDemand implements Experiment<TaxiSetting> {
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
  public Class<TaxiSetting> parameters() {
    return TaxiSetting.class;
  }

  @Override
  public Optional<TaxiSetting> at(Scale scale) {
    return TaxiSetting.at(scale);
  }

  @Override
  public List<Claim> claims() {
    return DemandClaims.taxiDemand();
  }

  @Override
  public Needs needs(TaxiSetting p) {
    return Needs.cpuSeconds(1 + 1.5e-3 * (p.rows() + p.passes() * p.pooled()))
        .withData(SavedForecasts.SET)
        .withMemory(512L << 20);
  }

  @Override
  public void run(TaxiSetting p, Trial trial) {
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

  private static double byMemory(List<TimedValue> series, int cells, TaxiSetting p, Seeds seeds) {
    SequenceModel<TimedValue> model =
        Taxi.model(series.subList(0, p.pooled()), p.passes(), cells, seeds);
    double[] forecasts = series.stream().mapToDouble(row -> model.step(row).best()).toArray();
    return SavedForecasts.error(series, forecasts, p.from());
  }

  @Override
  public TaxiSetting sabotaged(TaxiSetting p) {
    return p.sabotaged();
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
