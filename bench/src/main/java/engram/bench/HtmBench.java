// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.data.TimedValue;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.encode.ActiveBits;
import engram.sequence.encode.DateEncoder;
import engram.sequence.encode.Encoder;
import engram.sequence.encode.MultiEncoder;
import engram.sequence.encode.RandomDistributedEncoder;
import engram.sequence.encode.TimePart;
import engram.sequence.htm.AnomalyModel;
import engram.sequence.htm.AnomalySettings;
import engram.sequence.htm.MemorySettings;
import engram.sequence.htm.PoolerSettings;
import engram.sequence.htm.SpatialPooler;
import engram.sequence.htm.TemporalMemory;
import engram.sequence.sdr.Sdr;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/// Hierarchical temporal memory at the settings of the Numenta Anomaly Benchmark (2,048 columns of
/// 32 cells, 40 active), one thread, on half-hourly demand of days and weeks with noise, as a table
/// in Markdown: the whole anomaly model, the pooler and the memory alone. All learn.
///
/// After 10,000 records come five turns of 2,000. Counted is the thread's processor time (the
/// median over the turns), so that a neighbour on the machine does not count; wall time, of the
/// best turn, stands beside it.
public final class HtmBench {
  private static final int WARM_UP = 10_000;
  private static final int TURNS = 5;
  private static final int TURN = 2_000;
  private static final int PROBATION = 750;

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final PrintStream out;
  private final List<TimedValue> stream = demand();

  private HtmBench(PrintStream out) {
    this.out = out;
  }

  /// Measures and prints.
  ///
  /// @param arguments none are read
  public static void main(String[] arguments) {
    new HtmBench(System.out).run();
  }

  private static List<TimedValue> demand() {
    RandomStream random = Seeds.of(1).stream("demand");
    Instant start = Instant.parse("2014-07-01T00:00:00Z");
    List<TimedValue> stream = new ArrayList<>();
    for (int i = 0; i < WARM_UP + TURNS * TURN; i++) {
      double day = Math.sin(2 * Math.PI * i / 48);
      double week = i / 48 % 7 < 5 ? 1 : 0.7;
      double value = 15_000 + 9_000 * week * day + 1_000 * random.nextGaussian();
      stream.add(new TimedValue(start.plus(Duration.ofMinutes(30L * i)), value));
    }
    return stream;
  }

  private void run() {
    double least = stream.stream().mapToDouble(TimedValue::value).min().orElseThrow();
    double most = stream.stream().mapToDouble(TimedValue::value).max().orElseThrow();
    AnomalySettings settings = AnomalySettings.benchmark(least, most, PROBATION);
    out.printf(
        Locale.ROOT,
        "Java %s, one thread, load average %.1f%n%n",
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    out.println("| loop | records a second of processor time | of wall time, best turn |");
    out.println("| --- | --- | --- |");
    AnomalyModel model = AnomalyModel.of(settings, Seeds.of(1));
    double[] surprise = {0};
    measure("anomaly model", i -> surprise[0] += model.step(stream.get(i)).surprise());
    List<ActiveBits> codes = codes(settings.resolution());
    PoolerSettings pooling = PoolerSettings.anomalies(codes.getFirst().population(), 2048, 40);
    SpatialPooler pooler = new SpatialPooler(pooling, Seeds.of(1));
    ActiveBits columns = new ActiveBits(pooling.columns());
    List<Sdr> pooled = new ArrayList<>();
    measure("pooler", i -> pooler.advance(codes.get(i), columns));
    SpatialPooler again = new SpatialPooler(pooling, Seeds.of(1));
    for (ActiveBits code : codes) {
      again.advance(code, columns);
      pooled.add(columns.toSdr());
    }
    TemporalMemory memory = new TemporalMemory(MemorySettings.ANOMALIES, Seeds.of(1));
    measure("memory", i -> surprise[0] += memory.step(pooled.get(i)));
    TemporalMemory of = model.memory().memory();
    out.printf(
        Locale.ROOT,
        "%n%d segments, %d synapses, %.1f bytes a synapse; mean surprise %.3f%n",
        of.segments(),
        of.synapses(),
        (double) of.bytes() / of.synapses(),
        surprise[0] / (2 * stream.size()));
  }

  private List<ActiveBits> codes(double resolution) {
    Encoder<TimedValue> encoder =
        MultiEncoder.of(
                TimedValue::value,
                RandomDistributedEncoder.of(
                    resolution, stream.getFirst().value(), Seeds.of(1).stream("encoder")))
            .and(TimedValue::time, new DateEncoder(List.of(TimePart.TIME_OF_DAY.with(21, 9.49))));
    return stream.stream().map(record -> ActiveBits.of(encoder.encode(record))).toList();
  }

  private void measure(String name, IntConsumer step) {
    for (int i = 0; i < WARM_UP; i++) {
      step.accept(i);
    }
    double[] processor = new double[TURNS];
    double[] wall = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      long used = clock.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      for (int i = 0; i < TURN; i++) {
        step.accept(WARM_UP + turn * TURN + i);
      }
      wall[turn] = 1e9 * TURN / (System.nanoTime() - start);
      processor[turn] = 1e9 * TURN / (clock.getCurrentThreadCpuTime() - used);
    }
    Arrays.sort(processor);
    double best = Arrays.stream(wall).max().orElseThrow();
    out.printf(Locale.ROOT, "| %s | %.0f | %.0f |%n", name, processor[TURNS / 2], best);
  }
}
