// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Commit;
import engram.cli.run.Surroundings;
import engram.data.DataSet;
import engram.data.DataSets;
import engram.kernel.Kernels;
import engram.lab.store.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `engram doctor`.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this machine has and what it lacks.")
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--home", paramLabel = "DIR", description = "Engram's home")
  private Optional<Path> homeOption = Optional.empty();

  private final Surroundings around;

  DoctorCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Provenance.Computer computer = Provenance.Computer.here(Kernels.name());
    Path home = around.home(homeOption);
    line(
        "engram",
        Commit.VERSION
            + around
                .checkout()
                .map(Commit::of)
                .map(c -> c.isEmpty() ? "" : ", commit " + c)
                .orElse(""));
    line("JDK", computer.java());
    line("CPU", computer.cpu() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    line("system", computer.system());
    line("memory", (Runtime.getRuntime().maxMemory() >> 20) + " MiB for Java");
    line(
        "kernel",
        computer.kernel()
            + (computer.kernel().startsWith("vector") ? "" : ": slower; the same results"));
    String trouble = trouble(home);
    line("home", home + (trouble.isEmpty() ? "" : ": " + trouble));
    DataSets sets = around.dataSets(Optional.empty(), homeOption);
    for (DataSet set : sets.all()) {
      line(
          "data",
          set.name()
              + ": "
              + (sets.isPresent(set.name())
                  ? "here"
                  : "missing (engram data path " + set.name() + ")"));
    }
    return trouble.isEmpty() ? ExitCode.DONE : 50;
  }

  private void line(String name, String text) {
    around.out().println("%-8s %s".formatted(name, text));
  }

  private static String trouble(Path home) {
    try {
      Files.createDirectories(home.resolve("runs"));
      Path probe = Files.createTempFile(home.resolve("runs"), ".doctor", "");
      Files.delete(probe);
      return "";
    } catch (IOException e) {
      return "cannot be written ("
          + e.getMessage()
          + "): choose another with --home or ENGRAM_HOME";
    }
  }
}
