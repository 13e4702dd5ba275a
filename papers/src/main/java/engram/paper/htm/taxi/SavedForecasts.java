// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.taxi;

import engram.data.HtmSequences;
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
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.sequence.forecast.ForecastScorer;
import engram.sequence.forecast.SeasonalForecaster;
import engram.sequence.forecast.SeasonalRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figures 10 and 11: the forecasts that the authors' memory made of taxi demand, two and a half
/// hours ahead, as they saved them, beside rules of the calendar that the paper leaves out. The
/// second series has fewer taxis in the morning and more at night from April on.
public final class SavedForecasts implements Experiment<SavedForecasts.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "first row scored, as published", min = 0, max = 17_000) int from,
      @Param(doc = "first row scored where demand changes", min = 0, max = 17_000) int fromChanged,
      @Param(doc = "sabotage: persistence in the place of the saved forecasts")
          boolean persistence) {}

  /// The two series.
  enum Demand {
    /// As it was.
    PUBLISHED("nyc_taxi", "taxi"),
    /// Changed by the authors.
    CHANGED("nyc_taxi_perturb", "taxi changed");

    final String file;
    final String words;

    Demand(String file, String words) {
      this.file = file;
      this.words = words;
    }
  }

  static final String MEMORY = "saved forecasts of the memory";
  private static final Measure ERROR =
      Measure.of("mape", "mean |y - p| / mean |y|, five steps of half an hour ahead");
  static final String SET = "htm-sequences";
  private static final Duration STEP = Duration.ofMinutes(30);
  static final int AHEAD = 5;

  static At error(Demand demand, String arm) {
    return ERROR.in(demand.words + ", " + arm);
  }

  @Override
  public String id() {
    return "saved-forecasts";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return scale == Scale.FULL ? Optional.empty() : Optional.of(new Setting(10_000, 13_152, false));
  }

  @Override
  public List<Claim> claims() {
    return DemandClaims.savedForecasts();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1).withData(SET);
  }

  @Override
  public void run(Setting p, Trial trial) {
    for (Demand demand : Demand.values()) {
      int from = demand == Demand.PUBLISHED ? p.from() : p.fromChanged();
      List<TimedValue> series = Taxi.series(demand, trial);
      String saved = "predictions/" + demand.file + "_TM_pred.csv";
      double[] forecasts =
          p.persistence()
              ? forecasts(SeasonalRule.persistence(), series)
              : HtmSequences.column(trial.data(SET), saved, 2);
      trial.out().value(error(demand, MEMORY), error(series, forecasts, from));
      for (SeasonalRule rule : SeasonalRule.all()) {
        double[] byRule = forecasts(rule, series);
        trial.out().value(error(demand, rule.title()), error(series, byRule, from));
      }
    }
  }

  static double[] forecasts(SeasonalRule rule, List<TimedValue> series) {
    SeasonalForecaster forecaster = new SeasonalForecaster(rule, STEP, AHEAD);
    return series.stream().mapToDouble(row -> forecaster.step(row).value()).toArray();
  }

  /// The error of the forecasts that were made from a row on.
  static double error(List<TimedValue> series, double[] forecasts, int from) {
    double[] truth = series.stream().mapToDouble(TimedValue::value).toArray();
    return ForecastScorer.madeAt(truth, forecasts, AHEAD, from).mape();
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.from(), p.fromChanged(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "saved-forecasts",
            "Error of forecasts of taxi demand, two and a half hours ahead",
            "The mean of four weeks, corrected by half of the present deviation, errs least.",
            Axis.category("demand"),
            Axis.linear("MAPE", "1"),
            marks(all)));
  }

  private static List<Mark> marks(Results all) {
    List<Mark> marks = new ArrayList<>(List.of(bars(MEMORY, all)));
    for (SeasonalRule rule : SeasonalRule.all()) {
      marks.add(bars(rule.title(), all).asControl());
    }
    return marks;
  }

  private static Mark.Bars bars(String arm, Results all) {
    List<Demand> both = List.of(Demand.values());
    List<At> keys = both.stream().map(d -> error(d, arm)).toList();
    return Summary.intervals(all).bars(arm, both.stream().map(d -> d.words).toList(), keys);
  }
}
