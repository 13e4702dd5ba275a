// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.kernel.Kernels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs everything and prints one table of ratios in Markdown; JMH's own figures go to
/// `bench/target/jmh.json`. Takes the repository's root as working directory.
public final class Bench {
  private static final int SIZE = 1024;
  private static final Path PEER = Path.of("peers", "sgemm_numpy.py");

  private final PrintStream out;

  private Bench(PrintStream out) {
    this.out = out;
  }

  /// Measures and prints.
  ///
  /// @param arguments none are read
  public static void main(String[] arguments) throws IOException, RunnerException {
    new Bench(System.out).run();
  }

  private void run() throws IOException, RunnerException {
    out.printf(
        "kernel: %s, Java %s, %d processors%n%n",
        Kernels.name(), Runtime.version(), Runtime.getRuntime().availableProcessors());
    out.println("| loop | kernel | straightforward | ratio |");
    out.println("| --- | --- | --- | --- |");
    Map<String, Double> times = times();
    for (Map.Entry<String, Double> time : times.entrySet()) {
      Double plain = times.get(time.getKey() + "Plain");
      if (plain != null) {
        row(time.getKey(), time.getValue(), plain);
      }
    }
    out.printf("%n| sgemm %d | kernel, GFLOP/s | peer, GFLOP/s | ratio |%n", SIZE);
    out.println("| --- | --- | --- | --- |");
    for (int threads = 1; threads <= 2; threads++) {
      race(threads);
    }
  }

  private void row(String name, double kernel, double plain) {
    out.printf(
        Locale.ROOT, "| %s | %.3f us | %.3f us | %.1f |%n", name, kernel, plain, plain / kernel);
  }

  private void race(int threads) throws IOException {
    Optional<NumpyPeer> found = NumpyPeer.start(PEER, threads);
    if (found.isEmpty()) {
      out.printf(
          "| %d threads | not measured: python3 with NumPy is not on this machine | | |%n",
          threads);
      return;
    }
    try (NumpyPeer peer = found.get()) {
      NumpyPeer.Race race = peer.race(SIZE, threads);
      out.printf(
          Locale.ROOT,
          "| %d threads, %s | %.1f | %.1f | %.3f |%n",
          threads,
          peer.version(),
          race.kernel(),
          race.numpy(),
          race.ratio());
    }
  }

  /// Microseconds a call of every JMH benchmark, by name.
  private static Map<String, Double> times() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("engram\\.bench\\..*")
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .forks(1)
                    .jvmArgsAppend("--add-modules", "jdk.incubator.vector")
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.milliseconds(300))
                    .verbosity(VerboseMode.SILENT)
                    .resultFormat(ResultFormatType.JSON)
                    .result("bench/target/jmh.json")
                    .build())
            .run();
    Map<String, Double> times = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      times.put(name.substring(name.lastIndexOf('.') + 1), result.getPrimaryResult().getScore());
    }
    return times;
  }
}
