// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Checkup;
import engram.cli.run.Surroundings;
import engram.lab.draw.FigureSvg;
import engram.lab.figure.Figure;
import engram.lab.report.Report;
import engram.lab.report.ReportContent;
import engram.lab.store.RunFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `engram report`.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Draws a run's report again from what is stored, and its figures as SVG files if asked.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "the run's id, or its beginning")
  private String id = "";

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "also write each figure as an SVG file into this folder")
  private Optional<Path> figures = Optional.empty();

  @Mixin private final RunOptions options = new RunOptions();
  private final Surroundings around;

  ReportCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    RunFolder folder = new RunsCommand(around).find(options.home(), id);
    Checkup checkup = Checkup.restore(folder, RunsCommand.study(folder), 1);
    ReportContent content = new Checking(around, options).content(folder, checkup);
    Path report = folder.path().resolve("report.html");
    Checking.write(report, Report.html(content));
    around.out().println(report);
    if (figures.isPresent()) {
      for (ReportContent.Section section : content.sections()) {
        for (Figure figure : section.figures()) {
          Path file = figures.get().resolve(section.experiment() + "-" + figure.id() + ".svg");
          Checking.write(file, FigureSvg.file(figure));
          around.out().println(file);
        }
      }
    }
    return ExitCode.DONE;
  }
}
