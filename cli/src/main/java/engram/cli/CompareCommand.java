// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.look.ComparisonTable;
import engram.cli.run.Documents;
import engram.cli.run.Judgement;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.compare.Changed;
import engram.lab.compare.Comparison;
import engram.lab.compare.Moved;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import engram.lab.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `engram runs compare`.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two runs of one paper: parameters that differ first, then what they were run with,"
          + " then the measures with the 95 %% interval of the difference (second less first), the"
          + " clearest first, then the claims with other verdicts.",
      "Runs of one seed are compared replicate by replicate, others by Welch's interval. A series"
          + " counts at the last x that both have."
    },
    footer = {
      "",
      "Examples:",
      "  ./engram check sdr/false-positive-law --set threshold=10",
      "  ./engram runs list",
      "  ./engram runs compare 7f3a91 0c44de"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "the first run's id, or its beginning")
  private String left = "";

  @Parameters(index = "1", paramLabel = "ID", description = "the second run's")
  private String right = "";

  @Option(names = "--home", paramLabel = "DIR", description = "where runs are kept")
  private Optional<Path> home = Optional.empty();

  @Option(names = "--json", description = "one document, and nothing else on standard output")
  private boolean json;

  private final Surroundings around;

  CompareCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    RunsCommand runs = new RunsCommand(around);
    RunFolder a = runs.find(home, left);
    RunFolder b = runs.find(home, right);
    if (a.path().equals(b.path()) && !json) {
      around.out().println("run " + a.id() + " is compared with itself: nothing differs");
      return ExitCode.DONE;
    }
    Comparison comparison = UsageException.unlessRefused(() -> Comparison.of(a, b));
    List<Changed> verdicts = verdicts(a, b);
    if (json) {
      around.out().println(Documents.text(document(a, b, comparison, verdicts)));
    } else {
      new ComparisonTable(around).print(a, b, comparison, verdicts);
    }
    return ExitCode.DONE;
  }

  /// Claims of which the two runs have different verdicts.
  private List<Changed> verdicts(RunFolder a, RunFolder b) {
    Study study;
    try {
      study = RunsCommand.study(a);
    } catch (UsageException e) {
      around.note("verdicts are not compared: " + e.getMessage());
      return List.of();
    }
    Map<String, String> mine = words(a, study);
    Map<String, String> other = words(b, study);
    Set<String> claims = new LinkedHashSet<>(mine.keySet());
    claims.addAll(other.keySet());
    List<Changed> changed = new ArrayList<>();
    for (String claim : claims) {
      String here = mine.getOrDefault(claim, "not run");
      String there = other.getOrDefault(claim, "not run");
      if (!there.equals(here)) {
        changed.add(new Changed(claim, here, there));
      }
    }
    return changed;
  }

  private static Map<String, String> words(RunFolder run, Study study) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Experiment<?> experiment : study.experiments()) {
      boolean planned =
          run.plan().experiments().stream().anyMatch(p -> p.id().equals(experiment.id()));
      if (planned) {
        for (Verdict v : Judgement.verdicts(run, experiment, experiment.claims())) {
          words.put(v.claim().id(), Wording.of(v));
        }
      }
    }
    return words;
  }

  private static Map<String, Object> document(
      RunFolder a, RunFolder b, Comparison comparison, List<Changed> verdicts) {
    Map<String, Object> document = Documents.of("comparison");
    document.put("runs", List.of(a.id(), b.id()));
    document.put("parameters", fields(comparison.parameters()));
    document.put("with", fields(comparison.provenance()));
    document.put("same", comparison.sameness().same());
    document.put("measures", comparison.measures().stream().map(CompareCommand::fields).toList());
    document.put("onlyFirst", comparison.onlyLeft());
    document.put("onlySecond", comparison.onlyRight());
    document.put("verdicts", fields(verdicts));
    return document;
  }

  static List<Map<String, Object>> fields(List<Changed> changes) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Changed changed : changes) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", changed.name());
      fields.put("first", changed.left());
      fields.put("second", changed.right());
      all.add(fields);
    }
    return all;
  }

  private static Map<String, Object> fields(Moved moved) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("experiment", moved.experiment());
    fields.put("key", moved.key());
    fields.put("unit", moved.unit());
    fields.put("first", moved.left());
    fields.put("second", moved.right());
    moved
        .difference()
        .ifPresent(d -> {
          fields.put("difference", d.middle());
          fields.put("low", d.low());
          fields.put("high", d.high());
        });
    fields.put("firstCount", moved.leftCount());
    fields.put("secondCount", moved.rightCount());
    fields.put("paired", moved.paired());
    fields.put("equal", moved.equal());
    return fields;
  }
}
