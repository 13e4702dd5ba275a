// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.kernel.Floats;
import engram.kernel.Transpose;
import engram.kernel.Workers;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Heat-bath sweeps of dense Hebbian networks, as tables in Markdown: this library in vectors and
/// in plain Java beside straightforward NumPy and Numba; one replica beside two at once; and how
/// far a spin update is from what this machine does at most.
///
/// Every player is a process of its own and all take short turns one after the other. Rates of one
/// thread are of processor time, so that a neighbour on the machine does not count; ratios are
/// medians over neighbouring turns. Rates of two threads are of wall time.
public final class DenseBench {
  private static final int ROUNDS = 7;
  private static final double WARM_UP_SECONDS = 2.5;
  private static final double TURN_SECONDS = 0.4;
  private static final int EXAMPLES = 30;

  private final PrintStream out;
  private final List<DensePlayer> players = new ArrayList<>();

  /// A network to sweep, and what one pattern of one spin update costs this library's vector form.
  ///
  /// @param bytes read: the row's byte, and floats that follow the flips
  /// @param operations of floats, a fused one as two
  private record Network(
      int bodies, int spins, int patterns, double temperature, double bytes, int operations) {
    String words() {
      return "%d %d %d %d 0.5 %s".formatted(bodies, spins, patterns, EXAMPLES, temperature);
    }

    double patternsASweep() {
      return (double) spins * patterns;
    }
  }

  private static final List<Network> NETWORKS =
      List.of(new Network(3, 500, 8333, 0.4, 1 + 4, 5), new Network(4, 128, 17476, 0.3, 1 + 8, 6));

  private DenseBench(PrintStream out) {
    this.out = out;
  }

  /// Measures and prints.
  ///
  /// @param arguments none are read
  public static void main(String[] arguments) throws IOException {
    new DenseBench(System.out).run();
  }

  private void run() throws IOException {
    out.printf(
        Locale.ROOT,
        "M = %d, r = 0.5, start at an archetype; Java %s, load average %.1f%n%n",
        EXAMPLES,
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    player("this library", DensePlayer.ours("auto"));
    player("this library", DensePlayer.ours("scalar"));
    player("NumPy", DensePlayer.peer("dense_numpy.py"));
    player("Numba", DensePlayer.peer("dense_numba.py"));
    try {
      double[] best = new double[NETWORKS.size()];
      for (int i = 0; i < best.length; i++) {
        best[i] = race(NETWORKS.get(i));
      }
      out.println("| two replicas on two threads | sweeps a second, one | two | ratio |");
      out.println("| --- | --- | --- | --- |");
      for (Network network : NETWORKS) {
        twoAtOnce(network);
      }
      ceilings(best);
    } finally {
      players.forEach(DensePlayer::close);
    }
  }

  private void player(String name, Optional<DensePlayer> found) {
    if (found.isEmpty()) {
      out.printf("%s is not on this machine and not measured%n%n", name);
    } else {
      players.add(found.get());
    }
  }

  /// All players at one network; the best rate of the first.
  private double race(Network network) throws IOException {
    double[][] rates = new double[players.size()][ROUNDS];
    double[] overlaps = new double[players.size()];
    for (DensePlayer player : players) {
      player.turn(network.words(), WARM_UP_SECONDS, 1);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < rates.length; i++) {
        DensePlayer.Turn turn = players.get(i).turn(network.words(), TURN_SECONDS, 1);
        rates[i][round] = turn.processor();
        overlaps[i] += turn.overlap() / ROUNDS;
      }
    }
    out.printf(
        Locale.ROOT,
        "| P = %d, N = %d, K = %d, T = %s | sweeps a second | million spin updates a second |"
            + " overlap | ours in vectors, times as fast |%n| --- | --- | --- | --- | --- |%n",
        network.bodies(),
        network.spins(),
        network.patterns(),
        network.temperature());
    for (int i = 0; i < rates.length; i++) {
      out.printf(
          Locale.ROOT,
          "| %s | %.0f | %.3f | %.2f | %.2f |%n",
          players.get(i).name(),
          median(rates[i]),
          median(rates[i]) * network.spins() / 1e6,
          overlaps[i],
          ratio(rates[0], rates[i]));
    }
    out.println();
    return Arrays.stream(rates[0]).max().orElseThrow();
  }

  private void twoAtOnce(Network network) throws IOException {
    DensePlayer ours = players.get(0);
    ours.turn(network.words(), 1, 2);
    double[] one = new double[ROUNDS];
    double[] two = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      one[round] = ours.turn(network.words(), TURN_SECONDS, 1).wall();
      two[round] = ours.turn(network.words(), TURN_SECONDS, 2).wall();
    }
    out.printf(
        Locale.ROOT,
        "| P = %d, N = %d, K = %d | %.0f | %.0f | %.2f |%n",
        network.bodies(),
        network.spins(),
        network.patterns(),
        median(one),
        median(two),
        ratio(two, one));
  }

  /// What this machine does at most, with this library's own loops: a product of matrices for fused
  /// multiplications, a dot product for reading.
  private void ceilings(double[] best) {
    double gigaflops = product();
    out.printf(
        Locale.ROOT,
        "%nat most: %.0f GFLOP/s (product of matrices); read %.0f GB/s (64 KiB), %.0f GB/s (400 KiB),"
            + " %.0f GB/s (8 MiB)%n%n",
        gigaflops,
        reading(8 << 10),
        reading(50 << 10),
        reading(1 << 20));
    out.println(
        "| vector form | bytes a pattern | operations a pattern | GB/s | GFLOP/s | of the most |");
    out.println("| --- | --- | --- | --- | --- | --- |");
    for (int i = 0; i < best.length; i++) {
      Network network = NETWORKS.get(i);
      double patterns = best[i] * network.patternsASweep() / 1e9;
      out.printf(
          Locale.ROOT,
          "| P = %d | %.0f | %d | %.0f | %.0f | %.2f |%n",
          network.bodies(),
          network.bytes(),
          network.operations(),
          patterns * network.bytes(),
          patterns * network.operations(),
          patterns * network.operations() / gigaflops);
    }
  }

  private static double product() {
    int n = 512;
    float[] a = Numbers.floats(n * n);
    float[] c = new float[n * n];
    long shortest = Long.MAX_VALUE;
    try (Workers one = Workers.one()) {
      ThreadMXBean clock = ManagementFactory.getThreadMXBean();
      long end = clock.getCurrentThreadCpuTime() + 2_000_000_000L;
      while (clock.getCurrentThreadCpuTime() < end) {
        long start = System.nanoTime();
        Floats.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, a, 0, n, a, 0, n, 0, c, 0, n, one);
        shortest = Math.min(shortest, System.nanoTime() - start);
      }
    }
    return 2.0 * n * n * n / shortest;
  }

  /// GB/s of a dot product of two arrays of that many floats each.
  private static double reading(int n) {
    float[] x = Numbers.floats(n);
    float[] y = x.clone();
    long shortest = Long.MAX_VALUE;
    float sum = 0;
    long end = System.nanoTime() + 1_000_000_000L;
    int calls = Math.max(1, (1 << 20) / n);
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      for (int i = 0; i < calls; i++) {
        sum += Floats.dot(x, y);
      }
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    if (Float.isNaN(sum)) {
      throw new IllegalStateException("dot product must be a number, was " + sum);
    }
    return 2.0 * Float.BYTES * n * calls / shortest;
  }

  private static double ratio(double[] one, double[] other) {
    double[] ratios = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ratios[i] = one[i] / other[i];
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[ROUNDS / 2];
  }
}
