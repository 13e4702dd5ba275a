// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.kernel.Kernels;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.ExampleSet;
import engram.memory.dense.FieldScheme;
import engram.memory.dense.GlauberDynamics;
import engram.memory.dense.Patterns;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sweeps of a dense Hebbian network by this library, in a process of its own, on demand: the form
/// of its loops is chosen once a process. The protocol is that of `peers/dense_numpy.py`; with more
/// than one thread, as many replicates run at once, each with its own disorder, and sweeps count
/// over all.
public final class DenseTurns {
  private final Map<String, GlauberDynamics> held = new HashMap<>();

  private DenseTurns() {}

  /// Answers until its input ends.
  ///
  /// @param arguments none are read
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    new DenseTurns().answer(System.out);
  }

  private void answer(PrintStream out)
      throws IOException, InterruptedException, ExecutionException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    out.println("ready ours, " + Kernels.name());
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      int threads = Integer.parseInt(words[7]);
      List<GlauberDynamics> replicates = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        String key = String.join(" ", List.of(words).subList(0, 6)) + " " + thread;
        replicates.add(held.computeIfAbsent(key, DenseTurns::dynamics));
      }
      Rate rate = rate(replicates, Double.parseDouble(words[6]));
      out.println(rate.processor() + " " + rate.wall() + " " + replicates.get(0).overlap(0));
    }
  }

  /// Sweeps a second of processor time and of wall time.
  private record Rate(double processor, double wall) {}

  private static GlauberDynamics dynamics(String key) {
    String[] words = key.split(" ", -1);
    Seeds seeds = Seeds.of(Long.parseLong(words[6]));
    RandomStream random = seeds.stream("disorder");
    Patterns archetypes =
        Patterns.random(Integer.parseInt(words[2]), Integer.parseInt(words[1]), random);
    ExampleSet examples =
        ExampleSet.draw(
            archetypes, Integer.parseInt(words[3]), Double.parseDouble(words[4]), random);
    return new GlauberDynamics(
        DenseHebbianNetwork.supervised(Integer.parseInt(words[0]), examples),
        archetypes.row(0),
        Double.parseDouble(words[5]),
        FieldScheme.EXACT_DISTINCT,
        seeds.stream("dynamics"));
  }

  /// The sums over the replicates, each on a thread.
  private static Rate rate(List<GlauberDynamics> replicates, double seconds)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(replicates.size())) {
      List<Future<Rate>> rates = new ArrayList<>();
      for (GlauberDynamics one : replicates) {
        rates.add(threads.submit(() -> rate(one, seconds)));
      }
      Rate sum = new Rate(0, 0);
      for (Future<Rate> rate : rates) {
        Rate one = rate.get();
        sum = new Rate(sum.processor() + one.processor(), sum.wall() + one.wall());
      }
      return sum;
    }
  }

  private static Rate rate(GlauberDynamics dynamics, double seconds) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long processor = clock.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    long sweeps = 0;
    while (System.nanoTime() < end) {
      dynamics.sweep();
      sweeps++;
    }
    double work = 1e9 * sweeps;
    double wall = work / (System.nanoTime() - start);
    return new Rate(work / (clock.getCurrentThreadCpuTime() - processor), wall);
  }
}
