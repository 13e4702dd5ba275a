// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A process that repeats the training step of one net on demand: ours, or a Python peer.
final class NetPlayer implements AutoCloseable {
  private final Process process;
  private final PrintWriter to;
  private final BufferedReader from;
  private final String name;

  /// What a turn showed.
  ///
  /// @param processor median milliseconds of the main thread's processor time a step
  /// @param shortest wall time of a step in milliseconds
  /// @param peakMb greatest memory of the process so far
  record Turn(double processor, double shortest, double peakMb) {}

  private NetPlayer(Process process, PrintWriter to, BufferedReader from, String name) {
    this.process = process;
    this.to = to;
    this.from = from;
    this.name = name;
  }

  /// This library; code is compiled before it goes on, so that a busy machine warms up too.
  static NetPlayer ours(String net, int threads) throws IOException {
    List<String> command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xbatch",
            "-Xmx512m",
            "--add-modules",
            "jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path"),
            NetTurns.class.getName(),
            net,
            Integer.toString(threads));
    String form =
        net.endsWith("-engine")
            ? "engram.autodiff"
            : net.equals("softhebb") ? "engram.plasticity" : "by hand";
    return start(command, threads, form)
        .orElseThrow(() -> new IOException("our own process ended before it began: " + net));
  }

  /// The peer, if this machine has what it needs.
  static Optional<NetPlayer> peer(String net, int threads) throws IOException {
    String python = System.getenv().getOrDefault("ENGRAM_PYTHON", "python3");
    return start(
        List.of(python, "peers/nets_torch.py", net, Integer.toString(threads)), threads, "");
  }

  private static Optional<NetPlayer> start(List<String> command, int threads, String name)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    for (String each : List.of("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")) {
      builder.environment().put(each, Integer.toString(threads));
    }
    Process process;
    try {
      process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return Optional.empty(); // no Python: the table goes without it
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
    String shown = name.isEmpty() ? ready.substring("ready ".length()) : name;
    return Optional.of(new NetPlayer(process, to, from, shown));
  }

  String name() {
    return name;
  }

  /// Runs for a while.
  Turn turn(double seconds) throws IOException {
    to.println(seconds);
    String line = from.readLine();
    if (line == null) {
      throw new IOException(name + " ended before its turn");
    }
    String[] words = line.split(" ", -1);
    return new Turn(
        Double.parseDouble(words[0]), Double.parseDouble(words[2]), Double.parseDouble(words[3]));
  }

  @Override
  public void close() {
    to.close();
    process.destroy();
  }
}
