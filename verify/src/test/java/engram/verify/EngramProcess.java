// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command in a JVM of its own, on the class path of the tests: for what a process alone can show
/// (forced kernels, signals, exit codes of the JVM).
///
/// @param process the process
/// @param out the file of its standard output
/// @param err the file of its standard error
record EngramProcess(Process process, Path out, Path err) {
  private static final long PATIENCE_SECONDS = 120;

  /// Starts `engram` with JVM options and arguments.
  ///
  /// @param folder where its output is kept
  static EngramProcess java(Path folder, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(interruptible());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.add("engram.cli.Main");
    command.addAll(Arrays.asList(arguments));
    return start(folder, command);
  }

  static EngramProcess start(Path folder, List<String> command) throws IOException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new EngramProcess(process, out, err);
  }

  /// Waits for its end and says what it did.
  Engram.Did join() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "process must end in " + PATIENCE_SECONDS + " s, did not: " + Files.readString(err));
    }
    return new Engram.Did(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /// What a terminal sends at Ctrl-C.
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /// A build in the background of a script ignores Ctrl-C, and its children with it; GNU env takes
  /// that back.
  private static List<String> interruptible() throws IOException, InterruptedException {
    List<String> words = List.of("env", "--default-signal=INT");
    List<String> attempt = new ArrayList<>(words);
    attempt.add("true");
    int code =
        new ProcessBuilder(attempt)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    return code == 0 ? words : List.of();
  }
}
