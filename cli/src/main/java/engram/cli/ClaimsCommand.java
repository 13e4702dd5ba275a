// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Catalogue;
import engram.cli.run.Surroundings;
import engram.cli.words.Words;
import engram.error.MachineCannotException;
import engram.lab.judge.Amendments;
import engram.lab.judge.ClaimsLock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `engram claims freeze`, for whoever adds a paper.
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description = "Freezes new claims in papers/claims.lock, before their first run.",
    synopsisSubcommandLabel = "freeze")
final class ClaimsCommand implements Callable<Integer> {
  private final Surroundings around;

  ClaimsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Path root =
        around
            .checkout()
            .orElseThrow(() ->
                new MachineCannotException("claims are frozen in a checkout: run engram from one"));
    Amendments amendments = Amendments.read(root.resolve("docs/amendments.md"));
    LocalDate today = LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC);
    ClaimsLock.read(root.resolve("papers/claims.lock"))
        .check(Catalogue.load().studies(), amendments, today)
        .forEach(p -> around.out().println(p.message()));
    return ExitCode.DONE;
  }

  @Command(
      name = "freeze",
      mixinStandardHelpOptions = true,
      description = "Appends a line for each claim that has none; changes no line.")
  int freeze() {
    Path root =
        around
            .checkout()
            .orElseThrow(() ->
                new MachineCannotException("claims are frozen in a checkout: run engram from one"));
    LocalDate today = LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC);
    List<ClaimsLock.Line> lines =
        ClaimsLock.freeze(
            root.resolve("papers/claims.lock"),
            Catalogue.load().studies(),
            today,
            Amendments.read(root.resolve("docs/amendments.md")));
    lines.forEach(line -> around.out().println(line));
    around.note(Words.count(lines.size(), "claim") + " frozen");
    return ExitCode.DONE;
  }
}
