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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figure 10 C: how surprised the memory is by the taxi demand that comes, as the mean negative log
/// likelihood over 22 buckets. A rule of the calendar tells a number alone; its distribution is
/// that number plus any of its errors of the last four weeks, each as likely as another.
public final class TaxiLikelihood implements Experiment<TaxiSetting> {
  private static final Measure SURPRISE =
      new Measure(
          "negative-log-likelihood",
          "nat",
          "mean -ln max(0.01, p of the bucket that came), five steps of half an hour ahead");

  static At surprise(String arm) {
    return SURPRISE.in(arm);
  }

  @Override
  public String id() {
    return "taxi-likelihood";
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
    return TaxiClaims.likelihood();
  }

  @Override
  public Needs needs(TaxiSetting p) {
    return Needs.cpuSeconds(1 + 1e-3 * (p.rows() + p.passes() * p.pooled()))
        .withData(SavedForecasts.SET)
        .withMemory(512L << 20);
  }

  @Override
  public void run(TaxiSetting p, Trial trial) {
    List<TimedValue> whole =
        Taxi.series(SavedForecasts.Demand.PUBLISHED, trial).subList(0, p.rows());
    List<TimedValue> series = p.shuffled() ? Taxi.mixed(whole, trial.seeds()) : whole;
    write(Arms.MEMORY, byMemory(series, p.cells(), p, trial.seeds()), p, trial);
    write(Arms.ONE_CELL, byMemory(series, 1, p, trial.seeds()), p, trial);
    write(Arms.MARGINAL, Told.marginal(series), p, trial);
    for (SeasonalRule rule : SeasonalRule.all()) {
      write(rule.title(), Told.by(rule, series), p, trial);
    }
  }

  private static Told byMemory(List<TimedValue> series, int cells, TaxiSetting p, Seeds seeds) {
    return Told.by(Taxi.model(series.subList(0, p.pooled()), p.passes(), cells, seeds), series);
  }

  private static void write(String arm, Told told, TaxiSetting p, Trial trial) {
    trial.out().value(surprise(arm), told.after(p.from()).likelihood());
  }

  @Override
  public TaxiSetting sabotaged(TaxiSetting p) {
    return p.sabotaged();
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    List<String> arms = List.of(Arms.MEMORY, Arms.ONE_CELL);
    List<String> rules = new ArrayList<>(List.of(Arms.MARGINAL));
    SeasonalRule.all().forEach(rule -> rules.add(rule.title()));
    return List.of(
        new Figure(
            "taxi-likelihood",
            "How surprised a forecaster is by the taxi demand two and a half hours later",
            "Less is better. Beside the memory stand rules of the calendar, each as sure as its"
                + " errors of the last four weeks allow; whoever holds all buckets equally likely has 3.09.",
            Axis.category("forecaster"),
            Axis.linear("negative log likelihood", "nat"),
            List.of(
                summary.bars("memory", arms, TaxiLikelihood::surprise),
                summary.bars("no learner", rules, TaxiLikelihood::surprise).asControl())));
  }
}
