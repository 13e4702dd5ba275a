// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import engram.kernel.Kernels;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Networks of spiking neurons that every simulator is measured by, beside Brian2 and NEST, on one
/// and two threads, as two tables in Markdown: what each takes, and how near ours is to what memory
/// and additions to scattered places allow.
///
/// Bytes a synapse are those of the synapses' arrays for ours; for NEST what construction adds to
/// the resident memory, for Brian2 all that its program has resident, so theirs hold neurons and
/// buffers too, which weigh little in Brunel's network and much in the small ones.
public final class SpikingBench {
  private static final int MOST_THREADS = 2;

  private SpikingBench() {}

  /// Measures and prints.
  ///
  /// @param arguments beginnings of names of networks, or none for all but the microcircuit
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    List<Course> courses = Course.chosen(List.of(arguments));
    out.printf(
        Locale.ROOT,
        "%s, Java %s, load average %.1f%n%n",
        Kernels.name(),
        Runtime.version(),
        load());
    out.println(
        "| network | method | program | threads | construction, s | wall s a biological s | events,"
            + " 10^6 a wall s | bytes a synapse | command to first result, s | rate, Hz | times"
            + " ours |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    Map<String, String> missing = new LinkedHashMap<>();
    List<Race.Ours> ours = new ArrayList<>();
    for (Course course : courses) {
      for (int threads = 1; threads <= MOST_THREADS; threads++) {
        ours.add(new Race(course, threads, missing).run(out));
      }
    }
    missing.forEach((name, why) -> out.printf("%n%s cannot be had: %s%n", name, why));
    Limits.print(ours, out);
    out.printf(Locale.ROOT, "%nload average %.1f%n", load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
