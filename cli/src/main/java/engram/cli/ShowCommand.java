// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Catalogue;
import engram.cli.run.CodeMap;
import engram.cli.run.Selection;
import engram.cli.run.Session;
import engram.cli.run.Surroundings;
import engram.cli.words.Words;
import engram.error.MachineCannotException;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.judge.Wording;
import engram.lab.parameter.Parameters;
import engram.lab.report.ReportContent;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `engram show`.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Says what a paper claims, what we could read of it, and what can be changed.")
final class ShowCommand implements Callable<Integer> {
  @picocli.CommandLine.Parameters(
      paramLabel = "WHAT",
      description = "slug, number, arXiv id, slug/claim or your own .java file")
  private String target = "";

  @Option(names = "--code", description = "where each equation, its experiment and its test stand")
  private boolean code;

  private final Surroundings around;

  ShowCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Selection selection = Catalogue.load().select(target);
    if (code) {
      code(selection);
      return ExitCode.DONE;
    }
    paper(selection.study().paper());
    selection.experiments().forEach(e -> experiment(selection, e));
    around.out().println();
    around.out().println("check it    ./engram check " + selection.target());
    if (selection.experiments().stream()
        .anyMatch(e -> !Parameters.describe(e.parameters()).isEmpty())) {
      around
          .out()
          .println("break it    ./engram check " + selection.target() + " --set NAME=VALUE");
    }
    return ExitCode.DONE;
  }

  private void paper(Paper paper) {
    PrintStream out = around.out();
    out.println(paper.citation().title());
    out.println(Session.source(paper));
    out.println("read: " + paper.read());
    for (Paper.Difference d : paper.differences()) {
      out.println(
          "differs: "
              + d.parameter()
              + ": theirs "
              + d.theirs()
              + ", ours "
              + d.ours()
              + " ("
              + d.why()
              + ")");
    }
    paper.limits().forEach(limit -> out.println("does not show: " + limit));
  }

  private <P extends Record> void experiment(Selection selection, Experiment<P> experiment) {
    PrintStream out = around.out();
    out.println();
    out.println(experiment.id() + "    " + times(experiment));
    for (Claim claim : selection.claims(experiment)) {
      out.println("  " + claim.id());
      out.println("    says       " + claim.says());
      out.println(
          "    published  "
              + claim.published().figure()
              + " ("
              + Wording.of(claim.published().known())
              + ")");
      out.println("    expected   " + claim.expected());
      out.println(
          "    holds if   "
              + Wording.of(claim.line())
              + " ("
              + Wording.of(claim.lineFrom())
              + "; "
              + Words.count(claim.replicates(), "replicate")
              + ")");
      claim
          .controls()
          .forEach(c ->
              out.println(
                  "    control    "
                      + c.name()
                      + " ("
                      + Words.lower(c.kind())
                      + "): the mechanism is the cause if "
                      + Wording.of(c.line())));
    }
    parameters(experiment);
  }

  private <P extends Record> void parameters(Experiment<P> experiment) {
    Optional<P> usual = experiment.at(Scale.SMALL).or(() -> experiment.at(Scale.SMOKE));
    Map<String, String> values = usual.map(Parameters::values).orElse(Map.of());
    for (Parameters.Description d : Parameters.describe(experiment.parameters())) {
      String unit = d.param().unit().equals("1") ? "" : " " + d.param().unit();
      around
          .out()
          .println(
              "  --set "
                  + d.name()
                  + "="
                  + values.getOrDefault(d.name(), "?")
                  + unit
                  + "    "
                  + d.param().doc()
                  + " ("
                  + d.kind()
                  + ", "
                  + Parameters.range(d.param())
                  + ")");
    }
  }

  private static <P extends Record> String times(Experiment<P> experiment) {
    StringBuilder text = new StringBuilder();
    for (Scale scale : Scale.values()) {
      Optional<P> p = experiment.at(scale);
      if (p.isPresent()) {
        double seconds = experiment.needs(p.get()).cpuSeconds();
        text.append(text.isEmpty() ? "" : ", ")
            .append(Words.lower(scale))
            .append(": ")
            .append(Words.about(seconds))
            .append(" a replicate on one core");
      }
    }
    return text.toString();
  }

  private void code(Selection selection) {
    String slug = selection.study().paper().slug();
    if (around.checkout().isEmpty()) {
      throw new MachineCannotException(
          "the code map is read from sources: run engram from a checkout");
    }
    var root = around.checkout().get();
    for (ReportContent.Place place : CodeMap.of(root, slug)) {
      around.out().println(place.at());
      around.out().println("  equation    " + place.type() + "  " + place.typeAt());
      around.out().println("  test        " + place.test() + "  " + place.testAt());
    }
    for (Experiment<?> experiment : selection.experiments()) {
      CodeMap.source(root, experiment.getClass())
          .ifPresent(at ->
              around
                  .out()
                  .println(
                      experiment.id()
                          + "\n  experiment  "
                          + experiment.getClass().getSimpleName()
                          + "  "
                          + at));
    }
  }
}
