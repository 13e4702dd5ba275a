// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.rules;

import engram.cli.run.Documents;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.error.NumericalException;
import engram.error.RunFolderException;
import engram.lab.draw.FigureSvg;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `engram use rules`: local rules side by side, beside random features and backpropagation.
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = {
      "Lets local rules of plasticity learn features of labelled images, side by side.",
      "All are read by one softmax readout; random features and backpropagation of the same width stand"
          + " in the table. A fifth of the images is kept to test with.",
      "IMAGES is a folder with a folder of PNG images for each class, an IDX file of images with"
          + " --labels FILE, or a table with a row an image: its label stands in column label, class,"
          + " target or y, without names in the last one, or where --labels says."
    })
public final class RulesTool implements Callable<Integer> {
  private static final int SHOWN = 12;

  @Parameters(paramLabel = "IMAGES", description = "folder, IDX file or table")
  private Path images = Path.of("");

  @Option(
      names = "--labels",
      paramLabel = "FILE|COLUMN",
      description = "labels of an IDX file, or the label's column: its name, or its number from 1")
  private Optional<String> labels = Optional.empty();

  @Option(names = "--units", paramLabel = "N", description = "units of each layer (default 100)")
  private int units = 100;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "passes of readouts and of backpropagation (default 20)")
  private int epochs = 20;

  @Option(
      names = "--rate",
      paramLabel = "SHARE",
      description = "rate of Oja and HPCA, as a share of their stability bound (default 0.5)")
  private double rate = 0.5;

  @Option(names = "--seed", paramLabel = "N", description = "seed (default 42)")
  private long seed = 42;

  @Option(
      names = "--figure",
      paramLabel = "FILE.svg",
      description = "draws what single units of each rule learned")
  private Optional<Path> figure = Optional.empty();

  @Option(names = "--json", description = "one document, and nothing else on standard output")
  private boolean json;

  private final Surroundings around;

  /// @param around where to print
  public RulesTool(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    RuleRace.Settings settings = new RuleRace.Settings(units, epochs, rate, seed);
    Pictures pictures = Pictures.read(images, labels);
    figure.ifPresent(file -> requireDrawable(file, pictures));
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    RuleRace race =
        new RuleRace(
            pictures,
            settings,
            () -> new Stopwatch(around.clock(), thread::getCurrentThreadCpuTime));
    if (units < 7 || units > race.counts()[0]) {
      throw new UsageException(
          "--units must be in [7, %d], was %d".formatted(race.counts()[0], units));
    }
    List<RuleRace.Lap> laps = new ArrayList<>();
    if (!json) {
      header(pictures, race);
    }
    race.warmUp();
    for (RuleChoice rule : RuleChoice.values()) {
      race.warning(rule).ifPresent(warning -> around.note(warning.says()));
      try {
        laps.add(race.run(rule));
        tell(laps.getLast());
      } catch (NumericalException e) {
        around.note(rule.says() + " is left out: " + e.getMessage());
      }
    }
    laps.add(race.backpropagation());
    tell(laps.getLast());
    if (json) {
      around.out().println(Documents.text(document(pictures, race, laps)));
    }
    figure.ifPresent(file -> draw(file, pictures, laps));
    return 0;
  }

  private void header(Pictures pictures, RuleRace race) {
    String size =
        pictures.width() > 0
            ? pictures.width() + " x " + pictures.height()
            : pictures.inputs() + " values";
    around
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%,d images of %s in %d classes: %,d to learn from, %,d to test with; %d units;"
                    + " values times %.4g",
                pictures.count(),
                size,
                pictures.classes().size(),
                race.counts()[0],
                race.counts()[1],
                units,
                race.factor()));
    around
        .out()
        .println("  rule               accuracy  examples seen    cpu s  selectivity   dead");
  }

  private void tell(RuleRace.Lap lap) {
    if (json) {
      return;
    }
    around
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "  %-18s %7.1f %% %14s %8.2f  %11s %5s",
                lap.rule(),
                100 * lap.accuracy(),
                String.format(Locale.ROOT, "%,d", lap.examples()),
                lap.cpuSeconds(),
                Double.isNaN(lap.selectivity())
                    ? "-"
                    : String.format(Locale.ROOT, "%.2f", lap.selectivity()),
                Double.isNaN(lap.dead())
                    ? "-"
                    : String.format(Locale.ROOT, "%.0f %%", 100 * lap.dead())));
  }

  private Map<String, Object> document(Pictures pictures, RuleRace race, List<RuleRace.Lap> laps) {
    Map<String, Object> document = Documents.of("rules");
    document.put("images", pictures.count());
    document.put("classes", pictures.classes());
    document.put("learned", race.counts()[0]);
    document.put("tested", race.counts()[1]);
    document.put("units", units);
    document.put("factor", race.factor());
    List<Map<String, Object>> rules = new ArrayList<>();
    for (RuleRace.Lap lap : laps) {
      Map<String, Object> rule = new LinkedHashMap<>();
      rule.put("name", lap.rule());
      rule.put("accuracy", lap.accuracy());
      rule.put("examples", lap.examples());
      rule.put("seconds", lap.seconds());
      rule.put("cpuSeconds", lap.cpuSeconds());
      if (!Double.isNaN(lap.selectivity())) {
        rule.put("selectivity", lap.selectivity());
        rule.put("dead", lap.dead());
      }
      rules.add(rule);
    }
    document.put("rules", rules);
    return document;
  }

  /// Before anything is learned, whether there will be a figure.
  private static void requireDrawable(Path file, Pictures pictures) {
    if (pictures.width() == 0) {
      throw new UsageException("--figure needs images: these values are no square");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException("--figure must lie in a folder that is there, was " + file);
    }
  }

  private void draw(Path file, Pictures pictures, List<RuleRace.Lap> laps) {
    List<Mark> grids = new ArrayList<>();
    for (RuleRace.Lap lap : laps) {
      List<String> captions = new ArrayList<>();
      List<List<Double>> weights = new ArrayList<>();
      int inputs = pictures.inputs();
      for (int u = 0; u < SHOWN && (u + 1) * inputs <= lap.weights().length; u++) {
        List<Double> row = new ArrayList<>();
        for (int j = u * inputs; j < (u + 1) * inputs; j++) {
          row.add((double) lap.weights()[j]);
        }
        captions.add("unit " + u);
        weights.add(row);
      }
      if (!weights.isEmpty()) {
        grids.add(
            new Mark.ImageGrid(lap.rule(), pictures.width(), pictures.height(), captions, weights));
      }
    }
    Figure sheet =
        new Figure(
            "weights",
            "What single units learned",
            "Each picture is scaled to its own range.",
            Axis.linear("column", "1"),
            Axis.linear("row", "1"),
            grids);
    try {
      Files.writeString(file, FigureSvg.file(sheet), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RunFolderException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
