// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A process that sweeps dense Hebbian networks on demand: this library in one form of its loops,
/// or a Python peer.
final class DensePlayer implements AutoCloseable {
  private final Process process;
  private final PrintWriter to;
  private final BufferedReader from;
  private final String name;

  /// What a turn showed.
  ///
  /// @param processor sweeps a second of processor time
  /// @param wall sweeps a second of wall time, over all threads
  /// @param overlap overlap with the archetype at the end
  record Turn(double processor, double wall, double overlap) {}

  private DensePlayer(Process process, PrintWriter to, BufferedReader from, String name) {
    this.process = process;
    this.to = to;
    this.from = from;
    this.name = name;
  }

  /// This library, in a form of its loops.
  static Optional<DensePlayer> ours(String kernel) throws IOException {
    return start(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "--add-modules",
            "jdk.incubator.vector",
            "-Dengram.kernel=" + kernel,
            "-cp",
            System.getProperty("java.class.path"),
            DenseTurns.class.getName()));
  }

  /// A script below `peers`, if this machine has what it needs.
  static Optional<DensePlayer> peer(String script) throws IOException {
    String python = System.getenv().getOrDefault("ENGRAM_PYTHON", "python3");
    return start(List.of(python, "peers/" + script));
  }

  private static Optional<DensePlayer> start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    for (String name : List.of("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "NUMBA_NUM_THREADS")) {
      builder.environment().put(name, "1");
    }
    Process process;
    try {
      process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return Optional.empty(); // no Python: the table says so
    }
    BufferedReader from = process.inputReader(StandardCharsets.UTF_8);
    String ready = from.readLine();
    while (ready != null && !ready.startsWith("ready ")) {
      ready = from.readLine();
    }
    if (ready == null) {
      return Optional.empty();
    }
    PrintWriter to = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    return Optional.of(new DensePlayer(process, to, from, ready.substring("ready ".length())));
  }

  String name() {
    return name;
  }

  /// Runs for a while.
  ///
  /// @param network words of the protocol: bodies to temperature
  Turn turn(String network, double seconds, int threads) throws IOException {
    to.println(network + " " + seconds + " " + threads);
    String line = from.readLine();
    if (line == null) {
      throw new IOException(name + " ended before its turn");
    }
    String[] words = line.split(" ", -1);
    return new Turn(
        Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }

  @Override
  public void close() {
    to.close();
    process.destroy();
  }
}
