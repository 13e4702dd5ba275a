// SPDX-License-Identifier: Apache-2.0
package engram.bench.htm;

import engram.random.Seeds;
import engram.sequence.encode.ActiveBits;
import engram.sequence.htm.AnomalyModel;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Hierarchical temporal memory at the settings of the Numenta Anomaly Benchmark (2,048 columns of
/// 32 cells, 40 active), one thread, on demand for taxis, as tables in Markdown: pooler and memory
/// beside htm.java and htm.core, then the latency of the whole anomaly model. All learn.
///
/// After 10,000 records come five turns of 2,000, which all engines take one after the other.
/// Counted is processor time, the median over the turns, so that a neighbour on the machine does
/// not count; ratios are medians of neighbouring turns. Latency is wall time.
public final class HtmBench {
  private static final int WARM_UP = 10_000;
  private static final int TURNS = 5;
  private static final int TURN = 2_000;
  private static final List<String> PEERS = List.of("peers/htm_java.sh", "peers/htm_core.sh");

  private final PrintStream out;
  private final HtmStream stream = HtmStream.of(WARM_UP + TURNS * TURN);

  private HtmBench(PrintStream out) {
    this.out = out;
  }

  /// Measures and prints.
  ///
  /// @param arguments none are read
  public static void main(String[] arguments) throws IOException {
    new HtmBench(System.out).run();
  }

  private void run() throws IOException {
    out.printf(
        Locale.ROOT,
        "%s, Java %s, one thread, load average %.1f%n%n",
        stream.name(),
        Runtime.version(),
        load());
    latency();
    List<ActiveBits> codes = stream.codes();
    HtmOwn own = new HtmOwn(codes);
    List<HtmPeer> peers = new ArrayList<>();
    try {
      for (String script : PEERS) {
        HtmPeer.start(script, codes)
            .ifPresentOrElse(
                peers::add, () -> out.printf("%n%s cannot be had on this machine%n", script));
      }
      race(own, peers);
    } finally {
      peers.forEach(HtmPeer::close);
    }
    out.printf(
        Locale.ROOT,
        "%nOur memory keeps %.1f bytes alive a synapse; load average %.1f%n",
        own.bytesPerSynapse(),
        load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private void latency() {
    AnomalyModel model = AnomalyModel.of(stream.settings(), Seeds.of(1));
    double[] micros = new double[TURNS * TURN];
    for (int i = 0; i < stream.records().size(); i++) {
      long start = System.nanoTime();
      model.step(stream.records().get(i));
      if (i >= WARM_UP) {
        micros[i - WARM_UP] = (System.nanoTime() - start) / 1e3;
      }
    }
    double seconds = Arrays.stream(micros).sum() / 1e6;
    Arrays.sort(micros);
    out.println(
        "| anomaly model | records a second of wall time | p50, us | p99, us | p99.9, us |");
    out.println("| --- | --- | --- | --- | --- |");
    out.printf(
        Locale.ROOT,
        "| ours | %.0f | %.0f | %.0f | %.0f |%n",
        micros.length / seconds,
        micros[micros.length / 2],
        micros[micros.length * 99 / 100],
        micros[micros.length * 999 / 1000]);
  }

  private void race(HtmOwn own, List<HtmPeer> peers) throws IOException {
    List<HtmEngine> engines = new ArrayList<>(List.of(own));
    engines.addAll(peers);
    HtmEngine.Turn[][] turns = new HtmEngine.Turn[engines.size()][TURNS];
    for (HtmEngine engine : engines) {
      engine.turn(WARM_UP);
    }
    for (int turn = 0; turn < TURNS; turn++) {
      for (int e = 0; e < turns.length; e++) {
        turns[e][turn] = engines.get(e).turn(TURN);
      }
    }
    out.println();
    out.println(
        "| engine | records a second, both | pooler | memory | ours, times as fast | synapses"
            + " | MB, both | surprise |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (int e = 0; e < turns.length; e++) {
      row(engines.get(e), turns[e], turns[0]);
    }
  }

  private void row(HtmEngine engine, HtmEngine.Turn[] turns, HtmEngine.Turn[] ours)
      throws IOException {
    double[] both = new double[TURNS];
    double[] pooler = new double[TURNS];
    double[] memory = new double[TURNS];
    double[] ratio = new double[TURNS];
    double surprise = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      both[turn] = TURN / turns[turn].seconds();
      pooler[turn] = TURN / turns[turn].poolerSeconds();
      memory[turn] = TURN / turns[turn].memorySeconds();
      ratio[turn] = turns[turn].seconds() / ours[turn].seconds();
      surprise += turns[turn].surprise() / TURNS;
    }
    HtmEngine.Size size = engine.size();
    out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %.2f | %d | %.1f | %.3f |%n",
        engine.name(),
        median(both),
        median(pooler),
        median(memory),
        median(ratio),
        size.synapses(),
        size.bytes() / 1e6,
        surprise);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
