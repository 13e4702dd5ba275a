// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.cli.run.Documents;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.data.series.TimedRow;
import engram.lab.draw.FigureSvg;
import engram.random.Seeds;
import engram.sequence.anomaly.Alarm;
import engram.sequence.anomaly.DetectorSettings;
import engram.sequence.anomaly.RowDetector;
import engram.sequence.anomaly.RowFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `engram use anomaly`: unusual rows of a table of measurements, by a memory of sequences.
@Command(
    name = "anomaly",
    mixinStandardHelpOptions = true,
    description = {
      "Says row by row how unusual a table of measurements is, and why an alarm was raised.",
      "It learns as it reads; nothing looks ahead. Rows go to standard output or to --out, alarms"
          + " to the other of standard output and standard error."
    })
public final class AnomalyTool implements Callable<Integer> {
  @Mixin private final StreamOptions options = new StreamOptions();

  @Option(
      names = "--warm-up",
      paramLabel = "ROWS",
      description = "rows it learns from before it judges (default 400)")
  private int warmUp = DetectorSettings.WARM_UP_ROWS;

  @Option(
      names = "--threshold",
      paramLabel = "SCORE",
      description = "score of an alarm, in (0, 1]; 0.5 is a likelihood of 0.99999 (default 0.5)")
  private double threshold = DetectorSettings.THRESHOLD;

  @Option(names = "--alarms", description = "no rows, alarms alone")
  private boolean alarmsAlone;

  private final Surroundings around;

  /// @param around where to print
  public AnomalyTool(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    DetectorSettings settings =
        UsageException.unlessRefused(() -> DetectorSettings.of(warmUp, threshold));
    RowDetector detector = new RowDetector(settings, Seeds.of(options.seed()));
    StreamSession<TimedRow, RowFinding> session =
        new StreamSession<>(around, options, row -> row, detector);
    boolean toScreen = !alarmsAlone && !options.json();
    session.run(
        new StreamSession.Telling<>(
            layout -> AnomalyText.header(layout.valueNames()),
            finding -> AnomalyText.row(finding, threshold),
            toScreen,
            this::remade),
        result -> finish(session, detector, result));
    return 0;
  }

  private void remade(RowFinding finding) {
    AnomalyText.remade(finding).ifPresent(around::note);
  }

  private void finish(
      StreamSession<TimedRow, RowFinding> session,
      RowDetector detector,
      StreamSession.Result result) {
    List<String> names = result.layout().valueNames();
    if (options.json()) {
      around.out().println(Documents.text(document(detector, names, result)));
    } else {
      list(detector, names);
    }
    if (detector.rows() < warmUp) {
      around.note(
          "nothing was judged: it learns from "
              + warmUp
              + " rows first and had "
              + detector.rows()
              + "; --warm-up ROWS makes it fewer");
    }
    around.note(result.says());
    options.figure().ifPresent(file -> draw(session, detector, names, file));
  }

  private void list(RowDetector detector, List<String> names) {
    boolean rowsOnScreen = !alarmsAlone && options.out().isEmpty();
    var to = rowsOnScreen ? around.err() : around.out();
    long count = detector.alarmCount();
    to.println(
        String.format(
            Locale.ROOT,
            "%,d %s in %,d %s",
            count,
            count == 1 ? "alarm" : "alarms",
            detector.rows(),
            detector.rows() == 1 ? "row" : "rows"));
    for (Alarm alarm : detector.alarms()) {
      to.println("  " + AnomalyText.says(alarm, names));
    }
  }

  private static Map<String, Object> document(
      RowDetector detector, List<String> names, StreamSession.Result result) {
    Map<String, Object> document = Documents.of("anomaly");
    document.put("layout", result.layout().says());
    document.put("columns", names);
    document.put("rows", detector.rows());
    document.put("alarmCount", detector.alarmCount());
    document.put(
        "alarms", detector.alarms().stream().map(a -> AnomalyText.fields(a, names)).toList());
    return document;
  }

  /// One picture a column; where there are several, their names stand in those of the files.
  private void draw(
      StreamSession<TimedRow, RowFinding> session,
      RowDetector detector,
      List<String> names,
      Path file) {
    for (int i = 0; i < names.size(); i++) {
      String text = FigureSvg.file(CourseFigure.of(detector, i, names.get(i)));
      session.write(names.size() == 1 ? file : CourseFigure.file(file, names.get(i)), text);
    }
  }
}
