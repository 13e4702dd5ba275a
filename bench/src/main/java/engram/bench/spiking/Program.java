// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A process that builds and runs a network and prints one line of JSON.
///
/// @param name for a person
/// @param command what starts it, up to the network
/// @param takesMethod whether it is told how to solve neurons
record Program(String name, List<String> command, boolean takesMethod) {
  /// Simulators of others. Their Python is named by the environment: `ENGRAM_BRIAN2`,
  /// `ENGRAM_NEST`, else `ENGRAM_PYTHON`, else `python3`.
  static final List<Program> PEERS =
      List.of(
          new Program("Brian2", List.of(python("ENGRAM_BRIAN2"), "peers/spiking_brian2.py"), true),
          new Program("NEST", List.of(python("ENGRAM_NEST"), "peers/spiking_nest.py"), false));

  /// A Java of its own that starts as a user's would.
  static final Program OURS =
      new Program(
          "Engram",
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "--add-modules",
              "jdk.incubator.vector",
              "-cp",
              System.getProperty("java.class.path"),
              FirstResult.class.getName()),
          true);

  /// Exit code of a script whose simulator is missing.
  private static final int MISSING = 3;

  private static String python(String variable) {
    String any = System.getenv().getOrDefault("ENGRAM_PYTHON", "python3");
    return System.getenv().getOrDefault(variable, any);
  }

  /// Runs a network in a new process.
  ///
  /// @throws IOException if it cannot; the message says why
  Answer ask(Course course, int threads, double seconds) throws IOException {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of(course.atPeers(), Integer.toString(threads), Double.toString(seconds)));
    if (takesMethod) {
      words.add(course.method().replace(' ', '_').toLowerCase(Locale.ROOT));
    }
    long begun = System.nanoTime();
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = "";
    String complaint = "it said nothing";
    try (BufferedReader from = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        if (line.startsWith("{")) {
          said = line;
        } else if (!line.isBlank()) {
          complaint = line.strip();
        }
      }
    }
    int code = ended(process);
    if (code != 0) {
      throw new IOException(
          code == MISSING
              ? words.getFirst() + " does not have it"
              : String.join(" ", words) + " ended with code " + code + ": " + complaint);
    }
    return Answer.of(said, (System.nanoTime() - begun) / 1e9);
  }

  private static int ended(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
