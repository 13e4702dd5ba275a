// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Catalogue;
import engram.cli.run.Selection;
import engram.cli.run.Session;
import engram.cli.run.Surroundings;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import engram.lab.report.Report;
import engram.lab.report.ReportContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `engram tour`: a few claims from unlike papers, cheapest first, at least one of which does not
/// hold.
@Command(
    name = "tour",
    mixinStandardHelpOptions = true,
    description = "Checks a few claims from unlike papers: about a minute, no data needed.")
final class TourCommand implements Callable<Integer> {
  /// What the tour shows, cheapest first: a finding that its control explains away, a law that
  /// holds beside a sentence about it that fails, an effect with its threshold, and real images.
  static final List<String> STOPS =
      List.of(
          "sdr/thresholds",
          "sdr/random-inputs",
          "benign-oscillation/weak-feature",
          "ska/digits-collapse");

  @Mixin private final RunOptions options = new RunOptions();
  private final Surroundings around;

  TourCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.load();
    List<Selection> stops = STOPS.stream().map(catalogue::select).toList();
    List<ReportContent.Section> sections = new ArrayList<>();
    List<ReportContent.Place> places = new ArrayList<>();
    Map<String, String> provenance = new LinkedHashMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    List<Session.Result> results = new ArrayList<>();
    Checking checking = new Checking(around, options);
    for (Selection stop : stops) {
      Session.Result result = checking.check(stop);
      results.add(result);
      verdicts.addAll(result.verdicts());
      result
          .folder()
          .ifPresent(folder -> {
            ReportContent content = checking.content(folder, result.checkup());
            sections.addAll(content.sections());
            places.addAll(content.codeMap());
            content.provenance().forEach((k, v) -> provenance.put(stop.target() + ": " + k, v));
          });
      if (!options.json() && !options.events()) {
        around.out().println();
      }
    }
    checking.document(results);
    Path report = checking.home().resolve("tour.html");
    Checking.write(
        report, Report.html(new ReportContent("A tour of Engram", sections, provenance, places)));
    if (!options.json() && !options.events()) {
      around.out().println("The tour: " + Wording.of(verdicts));
      around.out().println("report   " + report);
      around
          .out()
          .println(
              "next     ./engram list       every paper      ./engram check 27    one of them, whole");
      around.out().println("         ./engram use sdr    a calculator of sparse representations");
    }
    return ExitCode.DONE;
  }
}
