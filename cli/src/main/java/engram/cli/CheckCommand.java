// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Catalogue;
import engram.cli.run.Selection;
import engram.cli.run.Session;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.lab.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `engram check`.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a paper's experiments and says, claim by claim: published, measured, verdict, control.",
      "WHAT is a paper (slug, number, arXiv id), one claim (slug/claim) or your own .java file."
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "WHAT",
      description = "sdr, 27, sdr/false-positive-law, MyClaim.java")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--require",
      paramLabel = "holds|ledger",
      description =
          "exit with code 10 unless every claim holds, or has the verdict of the committed ledger")
  private String require = "";

  @Mixin private final RunOptions options = new RunOptions();
  private final Surroundings around;

  CheckCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (!List.of("", "holds", "ledger").contains(require)) {
      throw new UsageException("--require must be holds or ledger, was " + require);
    }
    Catalogue catalogue = Catalogue.load();
    List<Selection> selections = targets.stream().map(catalogue::select).toList();
    Optional<Ledger> ledger =
        require.equals("ledger") ? Optional.of(LedgerCommand.read(around)) : Optional.empty();
    Checking checking = new Checking(around, options);
    List<Session.Result> results = new ArrayList<>();
    for (Selection selection : selections) {
      results.add(checking.check(selection));
    }
    checking.document(results);
    return met(results, ledger) ? ExitCode.DONE : ExitCode.NOT_MET;
  }

  private boolean met(List<Session.Result> results, Optional<Ledger> ledger) {
    if (ledger.isEmpty()) {
      return require.isEmpty() || results.stream().allMatch(r -> Checking.allHold(r.verdicts()));
    }
    List<String> others = new ArrayList<>();
    results.forEach(r -> others.addAll(LedgerCommand.differing(ledger.get(), r)));
    others.forEach(around::note);
    return others.isEmpty();
  }
}
