// SPDX-License-Identifier: Apache-2.0
package engram.bench.htm;

import engram.random.Seeds;
import engram.sequence.htm.AnomalyModel;
import engram.sequence.htm.AnomalySettings;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Many anomaly models side by side at the settings of the Numenta Anomaly Benchmark, each on a
/// stream of its own, one thread, as a table in Markdown. All take a record, then all take the
/// next, as where a thousand sensors report every minute; so hardly anything of a model is in a
/// cache when its turn comes.
public final class HtmCrowdBench {
  private static final int MODELS = 1_000;
  private static final int RECORDS = 400;
  private static final int ROWS = 4;
  private static final int PROBATION = 750;

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final PrintStream out;
  private final int records;
  private final List<AnomalyModel> models = new ArrayList<>();
  private final List<HtmDemand> streams = new ArrayList<>();

  private HtmCrowdBench(int records, PrintStream out) {
    this.records = records;
    this.out = out;
  }

  /// Measures and prints.
  ///
  /// @param arguments how many models, 1,000 if none is given, and how many records each takes, 400
  public static void main(String[] arguments) {
    int models = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MODELS;
    int records = arguments.length > 1 ? Integer.parseInt(arguments[1]) : RECORDS;
    new HtmCrowdBench(records, System.out).run(models);
  }

  private void run(int count) {
    out.printf(
        Locale.ROOT,
        "%d models, Java %s, one thread, greatest heap %.0f MB, load average %.1f%n%n",
        count,
        Runtime.version(),
        Runtime.getRuntime().maxMemory() / 1e6,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    out.println(
        "| records of each | heap after collection, MB a model | records a second of processor time"
            + " | models a second that begin | mean surprise |");
    out.println("| --- | --- | --- | --- | --- |");
    long before = Heap.live();
    double seconds = timed(() -> begin(count));
    out.printf(Locale.ROOT, "| 0 | %.2f | | %.0f | |%n", share(before), count / seconds);
    double[] surprise = {0};
    for (int row = 1; row <= ROWS; row++) {
      int rounds = records * row / ROWS - records * (row - 1) / ROWS;
      surprise[0] = 0;
      seconds = timed(() -> surprise[0] += advance(rounds));
      double taken = (double) count * rounds;
      out.printf(
          Locale.ROOT,
          "| %d | %.2f | %.0f | | %.3f |%n",
          records * row / ROWS,
          share(before),
          taken / seconds,
          surprise[0] / taken);
      out.flush();
    }
  }

  private double timed(Runnable work) {
    long start = clock.getCurrentThreadCpuTime();
    work.run();
    return (clock.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private double share(long before) {
    return (Heap.live() - before) / 1e6 / models.size();
  }

  private void begin(int count) {
    AnomalySettings settings =
        AnomalySettings.benchmark(HtmDemand.LEAST, HtmDemand.MOST, PROBATION);
    for (int seed = 1; seed <= count; seed++) {
      models.add(AnomalyModel.of(settings, Seeds.of(seed)));
      streams.add(new HtmDemand(seed));
    }
  }

  private double advance(int rounds) {
    double surprise = 0;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < models.size(); i++) {
        surprise += models.get(i).step(streams.get(i).next()).surprise();
      }
    }
    return surprise;
  }
}
