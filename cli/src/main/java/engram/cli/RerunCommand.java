// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Checkup;
import engram.cli.run.Documents;
import engram.cli.run.Session;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.cli.words.Words;
import engram.lab.compare.Changed;
import engram.lab.compare.Comparison;
import engram.lab.compare.Sameness;
import engram.lab.store.RunFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `engram runs rerun`.
@Command(
    name = "rerun",
    mixinStandardHelpOptions = true,
    description = {
      "Does what a stored run finished again, as a new run with the same study, scale, seed and"
          + " parameters, and says whether it measured the same to the last bit, or what differs first."
          + " What it is run with that is not the same (code, JDK, machine, data) stands before that.",
      "A difference is a finding: the exit code is 0, or 10 with --require same. Interrupted, it goes"
          + " on with runs resume, and runs compare says the rest. The seed, scale, parameters and"
          + " replicates are those of the run and cannot be given."
    },
    footer = {
      "",
      "Examples:",
      "  ./engram runs rerun 7f3a91",
      "  ./engram runs rerun 7f3a91 --workers 1 --require same",
      "  ./engram runs rerun 7f3a91 --json"
    })
final class RerunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "the run's id, or its beginning")
  private String id = "";

  @Option(
      names = "--require",
      paramLabel = "same",
      description = "exit with code 10 unless everything is the same")
  private String require = "";

  @Mixin private final RunOptions options = new RunOptions();
  private final Surroundings around;

  RerunCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (!require.isEmpty() && !require.equals("same")) {
      throw new UsageException("--require must be same, was " + require);
    }
    options.requireNothingChanged("a rerun");
    RunFolder first = new RunsCommand(around).find(options.home(), id);
    Checkup checkup = Checkup.again(first, RunsCommand.study(first), options.workers());
    Checking checking = new Checking(around, options);
    checkup.parts().forEach(p -> p.needs().dataSets().forEach(checking.data()::locate));
    Session.Result result = checking.begin(checkup);
    RunFolder second = result.folder().orElseThrow();
    Sameness sameness = Sameness.of(first, second);
    List<Changed> with = new ArrayList<>(Comparison.settings(first.plan(), second.plan()));
    with.addAll(Comparison.provenance(first.plan().provenance(), second.plan().provenance()));
    if (options.events()) {
      around.out().println(Documents.line(document(first, second, sameness, with)));
    } else if (options.json()) {
      around.out().println(Documents.text(document(first, second, sameness, with)));
    } else {
      say(first, sameness, with);
    }
    return require.isEmpty() || sameness.same() ? ExitCode.DONE : ExitCode.NOT_MET;
  }

  private void say(RunFolder first, Sameness sameness, List<Changed> with) {
    around.out().println();
    for (Changed changed : with) {
      around
          .out()
          .println(
              Words.brief(
                  "with     "
                      + changed.name()
                      + ": "
                      + changed.left()
                      + ", now "
                      + changed.right()));
    }
    String of =
        Words.count(sameness.entries(), "measurement")
            + " of "
            + Words.count(sameness.replicates(), "replicate");
    if (sameness.same()) {
      around
          .out()
          .println("same     as run " + first.id() + ": " + of + " are equal to the last bit");
      return;
    }
    around
        .out()
        .println("differs  from run " + first.id() + " in " + sameness.differing() + " of " + of);
    sameness.first().ifPresent(d -> around.out().println("first    " + d));
  }

  private static Map<String, Object> document(
      RunFolder first, RunFolder second, Sameness sameness, List<Changed> with) {
    Map<String, Object> document = Documents.of("rerun");
    document.put("run", first.id());
    document.put("again", second.id());
    document.put("same", sameness.same());
    document.put("replicates", sameness.replicates());
    document.put("measurements", sameness.entries());
    document.put("differing", sameness.differing());
    sameness
        .first()
        .ifPresent(d -> {
          Map<String, Object> fields = new LinkedHashMap<>();
          fields.put("experiment", d.experiment());
          fields.put("replicate", d.replicate());
          fields.put("key", d.key());
          fields.put("was", d.left());
          fields.put("is", d.right());
          document.put("first", fields);
        });
    document.put("digest", "sha256:" + second.digest());
    document.put("with", CompareCommand.fields(with));
    return document;
  }
}
