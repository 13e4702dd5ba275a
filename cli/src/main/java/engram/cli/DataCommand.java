// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.data.DataSet;
import engram.data.DataSets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `engram data`.
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Says which data sets are known, which are here, and what brings the others.",
    synopsisSubcommandLabel = "list | path NAME | verify NAME")
final class DataCommand implements Callable<Integer> {
  private final Surroundings around;

  DataCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    return list(Optional.empty(), Optional.empty());
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the data sets.")
  int list(
      @Option(names = "--data", paramLabel = "DIR", description = "where to seek first")
          Optional<Path> data,
      @Option(names = "--home", paramLabel = "DIR", description = "Engram's home")
          Optional<Path> home) {
    DataSets sets = around.dataSets(data, home);
    for (DataSet set : sets.all()) {
      String where =
          set.isBuiltIn()
              ? "built in"
              : sets.find(set.name()).map(Path::toString).orElse("missing");
      around.out().println("%-14s %s (%s)".formatted(set.name(), set.title(), set.licence()));
      around.out().println("               " + where);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "path",
      mixinStandardHelpOptions = true,
      description = "Prints the folder of a data set, or what brings it.")
  int path(
      @Parameters(paramLabel = "NAME", description = "the set's name") String name,
      @Option(names = "--data", paramLabel = "DIR", description = "where to seek first")
          Optional<Path> data,
      @Option(names = "--home", paramLabel = "DIR", description = "Engram's home")
          Optional<Path> home) {
    DataSets sets = around.dataSets(data, home);
    boolean builtIn = UsageException.unlessRefused(() -> sets.named(name).isBuiltIn());
    around.out().println(builtIn ? "built in" : sets.locate(name).toString());
    return ExitCode.DONE;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Checks every byte of a data set.")
  int verify(
      @Parameters(paramLabel = "NAME", description = "the set's name") String name,
      @Option(names = "--data", paramLabel = "DIR", description = "where to seek first")
          Optional<Path> data,
      @Option(names = "--home", paramLabel = "DIR", description = "Engram's home")
          Optional<Path> home) {
    DataSets sets = around.dataSets(data, home);
    UsageException.unlessRefused(() -> sets.named(name));
    sets.verify(name);
    around.out().println(name + ": every byte is as published");
    return ExitCode.DONE;
  }
}
