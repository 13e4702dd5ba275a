// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import engram.kernel.Workers;
import java.io.PrintStream;
import java.util.Locale;

/// Builds a network, runs it and prints its rate, in a process of its own, as a user would; the
/// other side of `peers/spiking_brian2.py`, with the same words and the same line of JSON.
public final class FirstResult {
  private FirstResult() {}

  /// Runs.
  ///
  /// @param arguments network, number of threads, biological seconds, method
  public static void main(String[] arguments) {
    Course course =
        Course.all().stream()
            .filter(c -> c.atPeers().equals(arguments[0]) && c.isSolvedBy(arguments[3]))
            .findFirst()
            .orElseThrow();
    double seconds = Double.parseDouble(arguments[2]);
    try (Workers workers = Workers.of(Integer.parseInt(arguments[1]))) {
      OwnRun run = OwnRun.of(course, workers);
      OwnRun.Turn turn = run.once(seconds);
      PrintStream out = System.out;
      out.printf(
          Locale.ROOT,
          "{\"network\": \"%s\", \"simulator\": \"Engram\", \"method\": \"%s\", \"threads\": %s,"
              + " \"biological_s\": %s, \"construct_s\": %.6f, \"run_s\": %.6f, \"rate\": %.4f,"
              + " \"bytes\": %d}%n",
          arguments[0],
          course.method(),
          arguments[1],
          seconds,
          run.constructSeconds(),
          turn.pace() * seconds,
          turn.rateHz(),
          run.simulation().synapseBytes());
    }
  }
}
