// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Catalogue;
import engram.cli.run.Checkup;
import engram.cli.run.ClaimTable;
import engram.cli.run.Documents;
import engram.cli.run.Judgement;
import engram.cli.run.Surroundings;
import engram.cli.words.Near;
import engram.cli.words.UsageException;
import engram.cli.words.Words;
import engram.lab.Study;
import engram.lab.store.RunFolder;
import engram.lab.store.RunPlan;
import engram.lab.store.Runs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `engram runs`: what is kept.
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, resumes, repeats, compares and removes runs.",
    synopsisSubcommandLabel = "list | show ID | resume ID | rerun ID | compare ID ID | rm ID")
final class RunsCommand implements Callable<Integer> {
  private final Surroundings around;

  RunsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return list(Optional.empty(), false);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the runs, the latest first.")
  int list(
      @Option(names = "--home", paramLabel = "DIR", description = "where runs are kept")
          Optional<Path> home,
      @Option(names = "--json", description = "one document") boolean json) {
    List<Runs.Listed> all = Runs.list(around.home(home));
    if (json) {
      Map<String, Object> document = Documents.of("runs");
      document.put("runs", all.stream().map(RunsCommand::fields).toList());
      around.out().println(Documents.text(document));
      return ExitCode.DONE;
    }
    for (Runs.Listed listed : all) {
      around
          .out()
          .println(
              listed
                  .run()
                  .map(r ->
                      "%-8s  %s  %-22s %-6s seed %-6d %s"
                          .formatted(
                              r.id(),
                              r.began().substring(0, 16).replace('T', ' '),
                              r.plan().slug(),
                              Words.lower(r.plan().scale()),
                              r.plan().seed(),
                              done(r)))
                  .orElse(listed.path().getFileName() + ": " + listed.problem()));
    }
    if (all.isEmpty()) {
      around.note("no runs yet in " + around.home(home));
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows a run's verdicts, from what is stored.")
  int show(
      @Parameters(paramLabel = "ID", description = "the run's id, or its beginning") String id,
      @Option(names = "--home", paramLabel = "DIR", description = "where runs are kept")
          Optional<Path> home) {
    RunFolder folder = find(home, id);
    Checkup checkup = Checkup.restore(folder, study(folder), 1);
    around.out().println(folder.path());
    around
        .out()
        .println(
            folder.plan().provenance().command()
                + "   seed "
                + folder.plan().seed()
                + "   "
                + done(folder));
    ClaimTable table = new ClaimTable(around);
    table.head();
    for (Checkup.Part part : checkup.parts()) {
      Judgement.verdicts(folder, part.experiment(), part.claims()).forEach(table::row);
    }
    around.out().println();
    around.out().println("digest   sha256:" + folder.digest());
    return ExitCode.DONE;
  }

  /// `engram runs resume`.
  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Runs what a stopped or killed run lacks.")
  static final class Resume implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "the run's id, or its beginning")
    private String id = "";

    @Mixin private final RunOptions options = new RunOptions();
    private final Surroundings around;

    Resume(Surroundings around) {
      this.around = around;
    }

    @Override
    public Integer call() {
      RunsCommand runs = new RunsCommand(around);
      RunFolder folder = runs.find(options.home(), id);
      Checkup checkup = Checkup.restore(folder, study(folder), options.workers());
      Checking checking = new Checking(around, options);
      checking.document(List.of(checking.resume(folder, checkup)));
      return ExitCode.DONE;
    }
  }

  @Command(name = "rm", mixinStandardHelpOptions = true, description = "Removes a run for good.")
  int remove(
      @Parameters(paramLabel = "ID", description = "the run's id, or its beginning") String id,
      @Option(names = "--home", paramLabel = "DIR", description = "where runs are kept")
          Optional<Path> home) {
    RunFolder folder = find(home, id);
    folder.remove();
    around.note("removed " + folder.path());
    return ExitCode.DONE;
  }

  RunFolder find(Optional<Path> home, String id) {
    try {
      return Runs.find(around.home(home), id);
    } catch (IllegalArgumentException e) {
      List<String> ids =
          Runs.list(around.home(home)).stream()
              .map(listed -> listed.path().getFileName().toString().replaceFirst("^.*-", ""))
              .toList();
      boolean several = ids.stream().anyMatch(known -> known.startsWith(id));
      UsageException usage =
          new UsageException(e.getMessage() + (several ? "" : Near.hint(id, ids)));
      usage.initCause(e);
      throw usage;
    }
  }

  static Study study(RunFolder folder) {
    return Catalogue.load().studyOf(folder.plan().slug(), folder.plan().source());
  }

  private static String done(RunFolder run) {
    int planned = run.plan().experiments().stream().mapToInt(RunPlan.Planned::replicates).sum();
    int finished =
        run.plan().experiments().stream().mapToInt(e -> run.finished(e.id()).size()).sum();
    return finished + " of " + planned + " replicates" + (finished < planned ? ", open" : "");
  }

  private static Map<String, Object> fields(Runs.Listed listed) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", listed.path().toString());
    fields.put("problem", listed.problem());
    listed
        .run()
        .ifPresent(r -> {
          fields.put("id", r.id());
          fields.put("began", r.began());
          fields.put("paper", r.plan().slug());
          fields.put("scale", Words.lower(r.plan().scale()));
          fields.put("seed", r.plan().seed());
          List<String> experiments = new ArrayList<>();
          r.plan().experiments().forEach(e -> experiments.add(e.id()));
          fields.put("experiments", experiments);
          fields.put("digest", "sha256:" + r.digest());
        });
    return fields;
  }
}
