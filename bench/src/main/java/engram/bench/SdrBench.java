// SPDX-License-Identifier: Apache-2.0
package engram.bench;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.sdr.DendriticNeuron;
import engram.sequence.sdr.Sdr;
import engram.sequence.sdr.Segment;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Dendritic segments on random inputs of 128 active cells of 4,000, one thread, as a table in
/// Markdown: tests of one segment of 24 synapses with and without drawing the input, and
/// activations of 100,000 such segments through the neuron's inverted index beside a plain scan.
///
/// All loops take short turns one after the other. Counted is the thread's processor time (the
/// median over the turns), so that a neighbour on the machine does not count; wall time, of the
/// best turn, stands beside it.
public final class SdrBench {
  private static final int POPULATION = 4000;
  private static final int ACTIVE = 128;
  private static final int SYNAPSES = 24;
  private static final int THRESHOLD = 12;
  private static final int SEGMENTS = 100_000;
  private static final int ROUNDS = 9;
  private static final long WARM_UP = 2_000_000_000L;
  private static final long TURN = 200_000_000L;

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final RandomStream random = Seeds.of(1).stream("bench");
  private final List<Sdr> inputs = Stream.generate(this::input).limit(1024).toList();
  private final Segment segment = Segment.on(input(), SYNAPSES, THRESHOLD, random);
  private final DendriticNeuron neuron =
      new DendriticNeuron(
          DendriticNeuron.Settings.of(POPULATION, SEGMENTS, SYNAPSES, THRESHOLD), random);
  private final List<Segment> segments;
  private int next;
  private long fired;

  /// Work done in a turn, per second of the thread's processor time and of wall time.
  private record Rate(double processor, double wall) {}

  /// A loop to measure: what one call of it does, `work` times.
  private record Loop(String name, int work, LongSupplier call) {}

  private SdrBench() {
    Stream.generate(this::input).limit(SEGMENTS).forEach(neuron::learn);
    segments = IntStream.range(0, SEGMENTS).mapToObj(neuron::segment).toList();
    Sdr input = inputs.getFirst();
    int[] scanned = segments.stream().mapToInt(one -> one.overlap(input)).toArray();
    if (!Arrays.equals(scanned, neuron.overlaps(input))) {
      throw new IllegalStateException("overlaps must be those of a plain scan, was different");
    }
  }

  /// Measures and prints.
  ///
  /// @param arguments none are read
  public static void main(String[] arguments) {
    new SdrBench().run(System.out);
  }

  private void run(PrintStream out) {
    List<Loop> loops =
        List.of(
            new Loop("random vector drawn and tested", 1024, this::drawAndTest),
            new Loop("random vector tested", 1024, this::test),
            new Loop("segment activation, inverted index", SEGMENTS, this::index),
            new Loop("segment activation, plain scan", SEGMENTS, this::scan));
    loops.forEach(loop -> turn(loop, WARM_UP));
    Rate[][] rates = new Rate[loops.size()][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < rates.length; i++) {
        rates[i][round] = turn(loops.get(i), TURN);
      }
    }
    out.printf(
        Locale.ROOT,
        "n = %d, a = %d, s = %d, theta = %d, D = %d; Java %s, one thread, load average %.1f%n%n",
        POPULATION,
        ACTIVE,
        SYNAPSES,
        THRESHOLD,
        SEGMENTS,
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    out.println("| loop | million a second of processor time | of wall time, best turn |");
    out.println("| --- | --- | --- |");
    for (int i = 0; i < rates.length; i++) {
      double processor = median(Arrays.stream(rates[i]).mapToDouble(Rate::processor));
      double wall = Arrays.stream(rates[i]).mapToDouble(Rate::wall).max().orElseThrow();
      out.printf(
          Locale.ROOT, "| %s | %.3f | %.3f |%n", loops.get(i).name(), processor / 1e6, wall / 1e6);
    }
    out.printf(
        Locale.ROOT,
        "%nmedian ratio of neighbouring turns, inverted index over plain scan: %.1f; "
            + "tested over drawn and tested: %.1f (%d inputs fired)%n",
        ratio(rates[2], rates[3]),
        ratio(rates[1], rates[0]),
        fired);
  }

  private Rate turn(Loop loop, long nanoseconds) {
    long processor = clock.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long calls = 0;
    while (System.nanoTime() - start < nanoseconds) {
      fired += loop.call().getAsLong();
      calls++;
    }
    double work = 1e9 * calls * loop.work();
    double wall = work / (System.nanoTime() - start);
    return new Rate(work / (clock.getCurrentThreadCpuTime() - processor), wall);
  }

  private long drawAndTest() {
    long count = 0;
    for (int i = 0; i < inputs.size(); i++) {
      count += segment.fires(input()) ? 1 : 0;
    }
    return count;
  }

  private long test() {
    long count = 0;
    for (Sdr input : inputs) {
      count += segment.fires(input) ? 1 : 0;
    }
    return count;
  }

  private long index() {
    return neuron.fires(nextInput()) ? 1 : 0;
  }

  private long scan() {
    Sdr input = nextInput();
    boolean any = false;
    for (Segment one : segments) {
      any |= one.fires(input);
    }
    return any ? 1 : 0;
  }

  private Sdr nextInput() {
    next = (next + 1) % inputs.size();
    return inputs.get(next);
  }

  private Sdr input() {
    return Sdr.random(POPULATION, ACTIVE, random);
  }

  private static double ratio(Rate[] one, Rate[] other) {
    return median(
        IntStream.range(0, ROUNDS).mapToDouble(i -> one[i].processor() / other[i].processor()));
  }

  private static double median(DoubleStream values) {
    return values.sorted().toArray()[ROUNDS / 2];
  }
}
