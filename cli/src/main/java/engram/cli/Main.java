// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Commit;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.error.EngramException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line's entry.
@Command(
    name = "engram",
    mixinStandardHelpOptions = true,
    version = "engram " + Commit.VERSION,
    description = "Checks claims of brain-inspired learning on your machine.")
public final class Main implements Runnable {
  private static final String FIRST_SCREEN =
      """
      Engram checks claims of brain-inspired learning on your machine.

        Check a claim     tour  check  list  show  ledger
        Use a system      use TOOL    your data: sdr anomaly forecast rules spikes
        Look again        runs  report
        House-keeping     data  doctor  claims  test  help

      Start here:   ./engram tour        about a minute, no data needed
      """;

  private final Surroundings around;

  private Main(Surroundings around) {
    this.around = around;
  }

  /// Runs one command and exits with its code.
  public static void main(String[] args) {
    System.exit(run(Surroundings.ofThisProcess(), args));
  }

  /// Runs one command in given surroundings.
  ///
  /// @return the exit code
  public static int run(Surroundings around, String... args) {
    boolean debug = Arrays.asList(args).contains("--debug");
    String[] words = Arrays.stream(args).filter(a -> !a.equals("--debug")).toArray(String[]::new);
    CommandLine line = commandLine(around);
    line.setOut(new PrintWriter(around.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(around.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, _) -> refused(around, e));
    line.setExecutionExceptionHandler((e, _, _) -> thrown(around, e, debug));
    return line.execute(words);
  }

  private static CommandLine commandLine(Surroundings around) {
    CommandLine runs =
        new CommandLine(new RunsCommand(around))
            .addSubcommand("resume", new RunsCommand.Resume(around))
            .addSubcommand(new RerunCommand(around))
            .addSubcommand(new CompareCommand(around));
    return new CommandLine(new Main(around))
        .addSubcommand(new TourCommand(around))
        .addSubcommand(new CheckCommand(around))
        .addSubcommand(new ListCommand(around))
        .addSubcommand(new ShowCommand(around))
        .addSubcommand(new LedgerCommand(around))
        .addSubcommand("use", UseCommand.line(around))
        .addSubcommand("runs", runs)
        .addSubcommand(new ReportCommand(around))
        .addSubcommand(new DataCommand(around))
        .addSubcommand(new DoctorCommand(around))
        .addSubcommand(new ClaimsCommand(around))
        .addSubcommand(new CommandLine.HelpCommand())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    around.out().print(FIRST_SCREEN);
  }

  private static int refused(Surroundings around, CommandLine.ParameterException e) {
    CommandLine at = e.getCommandLine();
    List<String> near =
        e instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String name = at.getCommandSpec().qualifiedName();
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("refused");
    around.note(
        name
            + ": "
            + message
            + (near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?")
            + " ("
            + name
            + " --help)");
    return ExitCode.USAGE;
  }

  private static int thrown(Surroundings around, Exception e, boolean debug) {
    int code = ExitCode.of(e);
    if (debug) {
      around.note(trace(e));
    }
    if (e instanceof UsageException || e instanceof EngramException) {
      around.note("engram: " + e.getMessage());
      return code;
    }
    around.note(
        "engram: a defect of ours: "
            + e.getMessage()
            + kept(around, e).map(file -> "; the trace is in " + file).orElse(""));
    return code;
  }

  private static Optional<Path> kept(Surroundings around, Exception e) {
    try {
      Path folder = around.home(Optional.empty()).resolve("defects");
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "defect-", ".txt");
      Files.writeString(file, trace(e), StandardCharsets.UTF_8);
      return Optional.of(file);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String trace(Exception e) {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      describe(e, out);
    }
    return text.toString();
  }

  private static void describe(Throwable e, PrintWriter out) {
    out.println(e);
    for (StackTraceElement element : e.getStackTrace()) {
      out.println("    at " + element);
    }
    if (e.getCause() != null) {
      out.print("caused by ");
      describe(e.getCause(), out);
    }
  }
}
