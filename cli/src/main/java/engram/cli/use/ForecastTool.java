// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.cli.run.Documents;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.data.series.TimedValue;
import engram.data.table.TimeSeriesLayout;
import engram.lab.draw.FigureSvg;
import engram.lab.judge.Wording;
import engram.random.Seeds;
import engram.sequence.forecast.Coverage;
import engram.sequence.forecast.ForecastScore;
import engram.sequence.forecast.ForecastSettings;
import engram.sequence.forecast.Outlook;
import engram.sequence.forecast.StreamForecaster;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `engram use forecast`: what comes some steps ahead, by a memory of sequences beside its plain
/// rivals.
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = {
      "Forecasts a column of a table of measurements some steps ahead, row by row.",
      "Beside the memory stand persistence, the same time last week and the mean of four weeks, each"
          + " with its error so far. Of several columns the first is taken; --values names another."
    })
public final class ForecastTool implements Callable<Integer> {
  private static final List<String> RULES =
      List.of("persistence", "same time last week", "mean of 4 weeks");

  @Mixin private final StreamOptions options = new StreamOptions();

  @Option(
      names = {"--ahead", "-k"},
      paramLabel = "STEPS",
      description = "how many steps ahead (default 1)")
  private int ahead = 1;

  @Option(
      names = "--warm-up",
      paramLabel = "ROWS",
      description = "rows it learns from before it forecasts (default 400)")
  private int warmUp = ForecastSettings.WARM_UP_ROWS;

  private final Surroundings around;

  /// @param around where to print
  public ForecastTool(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    ForecastSettings settings =
        UsageException.unlessRefused(() -> ForecastSettings.of(ahead, warmUp));
    StreamForecaster forecaster = new StreamForecaster(settings, Seeds.of(options.seed()));
    OutlookFigure figure = new OutlookFigure();
    StreamSession<TimedValue, Outlook> session =
        new StreamSession<TimedValue, Outlook>(around, options, row -> row.value(0), forecaster);
    session.run(
        new StreamSession.Telling<>(
            ForecastTool::header, ForecastTool::row, !options.json(), figure::add),
        result -> finish(session, forecaster, figure, result));
    return 0;
  }

  private static String header(TimeSeriesLayout layout) {
    List<String> names = new ArrayList<>(List.of("time"));
    names.add(Fields.quoted(layout.valueNames().getFirst()));
    names.addAll(List.of("of", "forecast", "low", "high"));
    names.addAll(RULES);
    names.add("memory MAPE");
    RULES.forEach(rule -> names.add(rule + " MAPE"));
    return String.join(",", names);
  }

  private static String row(Outlook outlook) {
    List<String> fields = new ArrayList<>();
    fields.add(outlook.time().toString());
    fields.add(Fields.number(outlook.value()));
    boolean forecast = outlook.state() == Outlook.State.FORECAST;
    fields.add(forecast ? outlook.of().toString() : "");
    fields.add(Fields.rounded(outlook.memory().value()));
    fields.add(Fields.rounded(outlook.memory().low()));
    fields.add(Fields.rounded(outlook.memory().high()));
    for (int i = 0; i < RULES.size(); i++) {
      fields.add(i < outlook.rivals().size() ? Fields.rounded(outlook.rivals().get(i)) : "");
    }
    for (int i = 0; i <= RULES.size(); i++) {
      fields.add(i < outlook.scores().size() ? Fields.rounded(outlook.scores().get(i).mape()) : "");
    }
    return String.join(",", fields);
  }

  private void finish(
      StreamSession<TimedValue, Outlook> session,
      StreamForecaster forecaster,
      OutlookFigure figure,
      StreamSession.Result result) {
    if (options.json()) {
      around.out().println(Documents.text(document(forecaster, result)));
    } else {
      table(forecaster, options.out().isEmpty() ? around.err() : around.out());
    }
    around.note(result.says());
    String name = result.layout().valueNames().getFirst();
    options.figure().ifPresent(file -> session.write(file, FigureSvg.file(figure.of(name))));
  }

  private void table(StreamForecaster forecaster, PrintStream to) {
    Duration step = forecaster.usualStep();
    if (step.isZero()) {
      to.println("nothing was forecast: it learns from " + warmUp + " rows first; --warm-up");
      return;
    }
    List<ForecastScore> scores = forecaster.scores();
    List<String> methods = forecaster.methods();
    to.println(
        String.format(
            Locale.ROOT,
            "%d steps of %s ahead, each scored on the same %,d rows",
            ahead,
            step.toString().substring(2).toLowerCase(Locale.ROOT),
            scores.getFirst().count()));
    for (int i = 0; i < methods.size(); i++) {
      to.println(
          String.format(
              Locale.ROOT,
              "  %-22s MAPE %-8s RMSE %s",
              methods.get(i),
              measure(scores.get(i).mape()),
              measure(scores.get(i).rmse())));
    }
    Coverage coverage = forecaster.coverage();
    if (coverage.count() > 0) {
      to.println(
          String.format(
              Locale.ROOT,
              "  low to high, meant for 90 %%, held %.1f %% of what came; %s wide in the mean",
              100 * coverage.share(),
              measure(coverage.meanWidth())));
    }
    if (methods.size() < RULES.size() + 1) {
      to.println("  no weekly rules: a week is no whole number of steps");
    }
  }

  private static String measure(double value) {
    return Double.isNaN(value) ? "-" : Wording.number(value);
  }

  private Map<String, Object> document(StreamForecaster forecaster, StreamSession.Result result) {
    Map<String, Object> document = Documents.of("forecast");
    document.put("layout", result.layout().says());
    document.put("column", result.layout().valueNames().getFirst());
    document.put("rows", result.rows());
    document.put("stepsAhead", ahead);
    document.put("stepSeconds", forecaster.usualStep().toMillis() / 1e3);
    List<Map<String, Object>> methods = new ArrayList<>();
    for (int i = 0; i < forecaster.methods().size(); i++) {
      ForecastScore score = forecaster.scores().get(i);
      Map<String, Object> method = new LinkedHashMap<>();
      method.put("name", forecaster.methods().get(i));
      method.put("count", score.count());
      if (score.count() > 0) {
        method.put("mape", score.mape());
        method.put("rmse", score.rmse());
      }
      methods.add(method);
    }
    document.put("methods", methods);
    Coverage coverage = forecaster.coverage();
    if (coverage.count() > 0) {
      Map<String, Object> interval = new LinkedHashMap<>();
      interval.put("meant", 0.9);
      interval.put("count", coverage.count());
      interval.put("held", coverage.share());
      interval.put("meanWidth", coverage.meanWidth());
      document.put("interval", interval);
    }
    return document;
  }
}
