// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.kernel.Kernels;
import engram.memory.replica.ControlPoint;
import engram.memory.replica.CriticalLines;
import engram.memory.replica.DenseSupervisedRs;
import engram.memory.replica.RsSolution;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Points of the replica-symmetric phase diagram, solved by this library and by SciPy
/// (`peers/replica_scipy.py`), one thread each, as a table in Markdown. The points lie at 0.2, 0.8,
/// 0.99 and 0.9999 of the load at which retrieval ends. All take short turns one after the other;
/// counted are the best turn and the median of the ratios of neighbouring turns.
public final class ReplicaBench {
  private static final int ROUNDS = 5;
  private static final double WARM_UP_SECONDS = 2;
  private static final double TURN_SECONDS = 0.5;
  private static final double SAME = 1e-9;
  private static final double[] SHARES = {0.2, 0.8, 0.99, 0.9999};

  private final List<ControlPoint> points = new ArrayList<>();
  private final double[] overlaps;

  /// What a form did in one turn: the shortest time a point, and every m.
  @SuppressWarnings("ArrayRecordComponent") // made in a turn, read once
  private record Turn(double milliseconds, double[] overlaps) {}

  private ReplicaBench() {
    for (int bodies : new int[] {3, 4, 6}) {
      for (double temperature : new double[] {0.2, 0.3, 0.4, 0.5}) {
        for (double entropy : new double[] {0, 0.1}) {
          ControlPoint at = new ControlPoint(bodies, 0, temperature, entropy);
          double spinodal = CriticalLines.spinodalLoad(at);
          Arrays.stream(SHARES).forEach(share -> points.add(at.atLoad(share * spinodal)));
        }
      }
    }
    overlaps = new double[points.size()];
  }

  /// Measures and prints.
  ///
  /// @param arguments none are read
  public static void main(String[] arguments) throws IOException {
    new ReplicaBench().run(System.out);
  }

  private void run(PrintStream out) throws IOException {
    double worst =
        points.stream().mapToDouble(p -> DenseSupervisedRs.solve(p).residual()).max().orElseThrow();
    out.printf(
        Locale.ROOT,
        "%d points, greatest residual %.1e; kernel %s, Java %s%n%n",
        points.size(),
        worst,
        Kernels.name(),
        Runtime.version());
    Process peer = peer();
    try (BufferedReader from = peer.inputReader(StandardCharsets.UTF_8);
        PrintWriter to = new PrintWriter(peer.outputWriter(StandardCharsets.UTF_8), true)) {
      String ready = from.readLine();
      if (ready == null) {
        out.printf(
            Locale.ROOT,
            "ours: %.4f ms a point; SciPy is not on this machine%n",
            ours(WARM_UP_SECONDS));
        return;
      }
      to.println(points.stream().map(ReplicaBench::words).collect(Collectors.joining(" ")));
      race(out, ready.replace("ready ", ""), from, to);
    } finally {
      peer.destroy();
    }
  }

  private static Process peer() throws IOException {
    String python = System.getenv().getOrDefault("ENGRAM_PYTHON", "python3");
    ProcessBuilder builder = new ProcessBuilder(python, "peers/replica_scipy.py");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String words(ControlPoint at) {
    return at.bodies() + " " + at.load() + " " + at.temperature() + " " + at.datasetEntropy();
  }

  private void race(PrintStream out, String versions, BufferedReader from, PrintWriter to)
      throws IOException {
    ours(WARM_UP_SECONDS);
    double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[][] ratios = new double[3][ROUNDS];
    int[] same = {points.size(), 0, 0};
    List<String> forms = List.of("ours", "plain", "best");
    for (int round = 0; round < ROUNDS; round++) {
      double own = ours(TURN_SECONDS);
      best[0] = Math.min(best[0], own);
      for (int form = 1; form < 3; form++) {
        Turn turn = theirs(forms.get(form), from, to);
        best[form] = Math.min(best[form], turn.milliseconds());
        ratios[form][round] = turn.milliseconds() / own;
        same[form] = same(turn.overlaps());
      }
    }
    out.printf("| %s | ms a point | ratio | points with our m |%n", versions);
    out.println("| --- | --- | --- | --- |");
    for (int form = 0; form < 3; form++) {
      Arrays.sort(ratios[form]);
      double ratio = form == 0 ? 1 : ratios[form][ROUNDS / 2];
      out.printf(
          Locale.ROOT,
          "| %s | %.4f | %.1f | %d |%n",
          forms.get(form),
          best[form],
          ratio,
          same[form]);
    }
  }

  private double ours(double seconds) {
    long shortest = Long.MAX_VALUE;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      for (int i = 0; i < overlaps.length; i++) {
        RsSolution solution = DenseSupervisedRs.solve(points.get(i));
        overlaps[i] = solution.overlap();
      }
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    return shortest / 1e6 / overlaps.length;
  }

  private static Turn theirs(String form, BufferedReader from, PrintWriter to) throws IOException {
    to.println(form + " " + TURN_SECONDS);
    String line = from.readLine();
    if (line == null) {
      throw new IOException("SciPy ended before its turn");
    }
    double[] numbers = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Turn(numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
  }

  private int same(double[] theirs) {
    int count = 0;
    for (int i = 0; i < overlaps.length; i++) {
      count += Math.abs(theirs[i] - overlaps[i]) <= SAME ? 1 : 0;
    }
    return count;
  }
}
