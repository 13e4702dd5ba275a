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
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.paper.htm.shared.Arms;
import engram.random.Seeds;
import engram.sequence.forecast.SeasonalRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Figure 10 B with rivals of our own: nearest neighbours, which the authors ran and do not show,
/// OS-ELM, ESN and LSTM. Each forecaster, our memory too, is tried with the same number of settings
/// on the rows before those that are scored; the settings stand in [Candidate].
public final class TaxiRivals implements Experiment<TaxiRivals.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "rows of the series", min = 100, max = 17_520) int rows,
      @Param(doc = "first row scored", min = 50) int from,
      @Param(doc = "first row that counts for the choice of a setting", min = 0) int chosenFrom,
      @Param(doc = "settings tried with each forecaster", min = 1, max = 4) int tried,
      @Param(doc = "rows that train the pooler", min = 1) int pooled,
      @Param(doc = "how often they are shown", min = 1) int passes,
      @Param(doc = "steps of an LSTM's training", min = 1) int updates,
      @Param(doc = "sabotage: counts in random order") boolean shuffled) {}

  static final String NEIGHBOURS = "nearest neighbours";
  static final String ESN = "ESN";
  static final String LSTM = "LSTM";
  static final String MIXED = "nearest neighbours, counts in random order";
  static final Measure TUNED =
      Measure.of("mape", "mean |y - p| / mean |y|, five steps of half an hour ahead");
  static final Measure UNTUNED =
      Measure.of("mape-of-the-first-setting", "the same with the first of the settings");
  private static final Measure CHOSEN =
      Measure.of("setting-chosen", "which setting erred least before the rows scored, from 1");
  private static final List<String> LEARNERS =
      List.of(Arms.MEMORY, NEIGHBOURS, Arms.ELM, ESN, LSTM);
  private static final int CELLS = 16;

  @Override
  public String id() {
    return "taxi-rivals";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(850, 700, 550, 2, 100, 1, 20, false));
      case SMALL -> Optional.of(new Setting(17_520, 10_000, 5000, 4, 5000, 5, 1200, false));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return TaxiClaims.rivals();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1 + 1.2e-3 * p.tried() * (2 * p.rows() + p.passes() * p.pooled()))
        .withData(SavedForecasts.SET)
        .withMemory(1L << 30);
  }

  @Override
  public void run(Setting p, Trial trial) {
    List<TimedValue> series =
        Taxi.series(SavedForecasts.Demand.PUBLISHED, trial).subList(0, p.rows());
    List<TimedValue> mixed = Taxi.mixed(series, trial.seeds());
    List<TimedValue> seen = p.shuffled() ? mixed : series;
    Seeds seeds = trial.seeds();
    Tuning tuning = new Tuning(seen, p.chosenFrom(), p.from());
    List<TimedValue> first = seen.subList(0, p.pooled());
    write(Arms.MEMORY, Candidate.memory(first, p.passes(), CELLS, seeds), tuning, p, trial);
    write(NEIGHBOURS, Candidate.neighbours(), tuning, p, trial);
    write(Arms.ELM, Candidate.elm(seeds.child("elm")), tuning, p, trial);
    write(ESN, Candidate.echo(seeds.child("esn")), tuning, p, trial);
    write(LSTM, Candidate.lstm(p.chosenFrom(), p.updates(), seeds.child("lstm")), tuning, p, trial);
    Tuning none = new Tuning(mixed, p.chosenFrom(), p.from());
    double mixedError = none.of(Candidate.neighbours().subList(0, 1)).error();
    trial.out().value(TUNED.in(MIXED), mixedError);
    for (SeasonalRule rule : SeasonalRule.all()) {
      double[] byRule = SavedForecasts.forecasts(rule, seen);
      trial.out().value(TUNED.in(rule.title()), SavedForecasts.error(seen, byRule, p.from()));
    }
  }

  private static void write(
      String arm, List<Candidate> all, Tuning tuning, Setting p, Trial trial) {
    List<Candidate> tried = all.subList(0, p.tried());
    Tuning.Outcome outcome = tuning.of(tried);
    trial.out().value(TUNED.in(arm), outcome.error());
    trial.out().value(UNTUNED.in(arm), outcome.untuned());
    trial.out().value(CHOSEN.in(arm), outcome.chosen() + 1);
    for (int i = 0; i < tried.size(); i++) {
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put("forecaster", arm);
      cells.put("setting", tried.get(i).setting());
      cells.put("mape before", outcome.before().get(i));
      trial.out().row("settings", cells);
    }
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(
        p.rows(), p.from(), p.chosenFrom(), p.tried(), p.pooled(), p.passes(), p.updates(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    List<String> rules = SeasonalRule.all().stream().map(SeasonalRule::title).toList();
    return List.of(
        new Figure(
            "taxi-rivals",
            "Error of forecasts of taxi demand, two and a half hours ahead",
            "Each learner, the memory too, is the best of four settings on rows 5,000 to 9,999; all"
                + " are scored from row 10,000.",
            Axis.category("forecaster"),
            Axis.linear("MAPE", "1"),
            List.of(
                bars("best of four settings", LEARNERS, TUNED, all),
                bars("first setting", LEARNERS, UNTUNED, all),
                bars("calendar", rules, TUNED, all).asControl())));
  }

  private static Mark.Bars bars(String name, List<String> arms, Measure measure, Results all) {
    return Summary.intervals(all).bars(name, arms, measure::in);
  }
}
