// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.kernel.Kernels;
import engram.kernel.Workers;
import engram.neuron.Conductances;
import engram.random.Seeds;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Simulation;
import engram.spiking.record.Activity;
import engram.spiking.reference.BretteNetworks;
import engram.spiking.reference.BrunelNetwork;
import engram.spiking.reference.Microcircuit;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Networks of spiking neurons that every simulator is measured by, on one and two threads, as a
/// table in Markdown: construction, wall time for a biological second, synaptic events a second,
/// bytes a synapse, rate.
///
/// After a warm-up come turns of equal length, without recorders but for one that counts spikes;
/// the table has the median turn. On one thread there stands processor time too, which a neighbour
/// on the machine does not lengthen as much.
public final class SpikingBench {
  private static final int TURNS = 5;

  private final PrintStream out;

  /// A network to be run.
  ///
  /// @param turnMs length of a turn in biological time
  private record Course(String name, Network network, double turnMs) {}

  private SpikingBench(PrintStream out) {
    this.out = out;
  }

  /// Measures and prints.
  ///
  /// @param arguments names of networks, or none for all
  public static void main(String[] arguments) {
    new SpikingBench(System.out).run(Arrays.asList(arguments));
  }

  private static List<Course> courses() {
    return List.of(
        new Course("COBA, Euler", BretteNetworks.conductance(Conductances.Method.EULER), 2_000),
        new Course(
            "COBA, exponential Euler",
            BretteNetworks.conductance(Conductances.Method.EXPONENTIAL_EULER),
            2_000),
        new Course("CUBA", BretteNetworks.current(), 2_000),
        new Course("Brunel", BrunelNetwork.ofPrograms().network(), 500),
        new Course("Microcircuit", Microcircuit.full().network(), 200));
  }

  private void run(List<String> names) {
    out.printf(
        Locale.ROOT,
        "%s, Java %s, load average %.1f%n%n",
        Kernels.name(),
        Runtime.version(),
        load());
    out.println(
        "| network | threads | construction, s | wall s a biological s | processor s |"
            + " events, 10^6 a wall s | bytes a synapse | rate, Hz |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (Course course : courses()) {
      if (names.isEmpty() || names.stream().anyMatch(course.name::startsWith)) {
        for (int threads = 1; threads <= 2; threads++) {
          try (Workers workers = Workers.of(threads)) {
            row(course, threads, workers);
          }
        }
      }
    }
    out.printf(Locale.ROOT, "%nload average %.1f%n", load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private void row(Course course, int threads, Workers workers) {
    long begun = System.nanoTime();
    Simulation simulation = Simulation.of(course.network, Seeds.of(1), workers);
    double construction = (System.nanoTime() - begun) / 1e9;
    List<Activity> activities =
        course.network.populations().stream()
            .map(population -> simulation.observe(population.name()))
            .toList();
    simulation.runMs(course.turnMs);
    double[] wall = new double[TURNS];
    double[] processor = new double[TURNS];
    activities.forEach(Activity::clear);
    for (int turn = 0; turn < TURNS; turn++) {
      long from = System.nanoTime();
      long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      simulation.runMs(course.turnMs);
      processor[turn] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / 1e6;
      wall[turn] = (System.nanoTime() - from) / 1e6;
    }
    double spikes = activities.stream().mapToLong(Activity::spikes).sum() / (double) TURNS;
    double neurons = course.network.populations().stream().mapToInt(Population::size).sum();
    double fanOut = simulation.synapses() / neurons;
    double middle = median(wall);
    out.printf(
        Locale.ROOT,
        "| %s | %d | %.2f | %.4f | %s | %.0f | %.2f | %.2f |%n",
        course.name,
        threads,
        construction,
        middle / course.turnMs,
        threads == 1 ? String.format(Locale.ROOT, "%.4f", median(processor) / course.turnMs) : "",
        spikes * fanOut / middle / 1e3,
        simulation.synapseBytes() / (double) simulation.synapses(),
        spikes / neurons / (course.turnMs / 1e3));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
