// SPDX-License-Identifier: Apache-2.0
package engram.bench.htm;

import engram.random.Seeds;
import engram.sequence.htm.AnomalyModel;
import engram.sequence.htm.AnomalySettings;
import engram.sequence.htm.memory.TemporalMemory;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/// One anomaly model at the settings of the Numenta Anomaly Benchmark on a long stream, as a table
/// in Markdown: at each tenth of it the heap after a collection, the segments and synapses that
/// live, the speed and the mean surprise since the last row.
public final class HtmLongBench {
  private static final long RECORDS = 10_000_000;
  private static final int ROWS = 10;
  private static final int PROBATION = 750;
  private static final double MEBIBYTE = 1 << 20;

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final PrintStream out;
  private final AnomalyModel model =
      AnomalyModel.of(
          AnomalySettings.benchmark(HtmDemand.LEAST, HtmDemand.MOST, PROBATION), Seeds.of(1));
  private final HtmDemand demand = new HtmDemand(1);

  private HtmLongBench(PrintStream out) {
    this.out = out;
  }

  /// Measures and prints.
  ///
  /// @param arguments how many records; ten million if none is given
  public static void main(String[] arguments) {
    long records = arguments.length > 0 ? Long.parseLong(arguments[0]) : RECORDS;
    new HtmLongBench(System.out).run(records);
  }

  private void run(long records) {
    out.printf(
        Locale.ROOT,
        "Java %s, one thread, greatest heap %.0f MiB%n%n",
        Runtime.version(),
        Runtime.getRuntime().maxMemory() / MEBIBYTE);
    out.println(
        "| records | heap after collection, MiB | segments | synapses | records a second of"
            + " processor time | mean surprise |");
    out.println("| --- | --- | --- | --- | --- | --- |");
    for (int row = 1; row <= ROWS; row++) {
      long until = records * row / ROWS;
      long from = records * (row - 1) / ROWS;
      long used = clock.getCurrentThreadCpuTime();
      double surprise = 0;
      for (long i = from; i < until; i++) {
        surprise += model.step(demand.next()).surprise();
      }
      double seconds = (clock.getCurrentThreadCpuTime() - used) / 1e9;
      TemporalMemory memory = model.memory().memory();
      out.printf(
          Locale.ROOT,
          "| %d | %.1f | %d | %d | %.0f | %.4f |%n",
          until,
          Heap.live() / MEBIBYTE,
          memory.segments(),
          memory.synapses(),
          (until - from) / seconds,
          surprise / (until - from));
      out.flush();
    }
  }
}
