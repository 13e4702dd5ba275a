// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.numenta.nupic.Parameters;
import org.numenta.nupic.Parameters.KEY;
import org.numenta.nupic.algorithms.SpatialPooler;
import org.numenta.nupic.algorithms.TemporalMemory;
import org.numenta.nupic.model.Cell;
import org.numenta.nupic.model.Connections;
import org.numenta.nupic.util.UniversalRandom;

/// Spatial pooler and temporal memory of htm.java at the settings of the Numenta Anomaly Benchmark,
/// in a process of its own. `htm_java.sh` compiles and starts it and describes what it says.
public final class HtmJavaPeer {
  private static final int COLUMNS = 2048;

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final Connections connections = new Connections();
  private final SpatialPooler pooler = new SpatialPooler();
  private final TemporalMemory memory = new TemporalMemory();
  private final int[][] codes;
  private final int inputs;
  private Set<Integer> predicted = Set.of();
  private long poolerNanos;
  private long memoryNanos;
  private double surprise;
  private int next;

  private HtmJavaPeer(int inputs, int[][] codes) {
    this.inputs = inputs;
    this.codes = codes;
    Parameters settings = Parameters.getAllDefaultParameters();
    settings.set(KEY.RANDOM, new UniversalRandom(1));
    settings.set(KEY.INPUT_DIMENSIONS, new int[] {inputs});
    settings.set(KEY.COLUMN_DIMENSIONS, new int[] {COLUMNS});
    settings.set(KEY.CELLS_PER_COLUMN, 32);
    settings.set(KEY.POTENTIAL_RADIUS, inputs);
    settings.set(KEY.POTENTIAL_PCT, 0.8);
    settings.set(KEY.GLOBAL_INHIBITION, true);
    settings.set(KEY.NUM_ACTIVE_COLUMNS_PER_INH_AREA, 40.0);
    settings.set(KEY.STIMULUS_THRESHOLD, 0.0);
    settings.set(KEY.SYN_PERM_CONNECTED, 0.2);
    settings.set(KEY.SYN_PERM_ACTIVE_INC, 0.003);
    settings.set(KEY.SYN_PERM_INACTIVE_DEC, 0.0005);
    settings.set(KEY.MIN_PCT_OVERLAP_DUTY_CYCLES, 0.001);
    settings.set(KEY.DUTY_CYCLE_PERIOD, 1000);
    settings.set(KEY.MAX_BOOST, 1.0);
    settings.set(KEY.ACTIVATION_THRESHOLD, 20);
    settings.set(KEY.MIN_THRESHOLD, 13);
    settings.set(KEY.MAX_NEW_SYNAPSE_COUNT, 31);
    settings.set(KEY.MAX_SEGMENTS_PER_CELL, 128);
    settings.set(KEY.MAX_SYNAPSES_PER_SEGMENT, 128);
    settings.set(KEY.INITIAL_PERMANENCE, 0.24);
    settings.set(KEY.CONNECTED_PERMANENCE, 0.5);
    settings.set(KEY.PERMANENCE_INCREMENT, 0.04);
    settings.set(KEY.PERMANENCE_DECREMENT, 0.008);
    settings.set(KEY.PREDICTED_SEGMENT_DECREMENT, 0.001);
    settings.apply(connections);
    pooler.init(connections);
    TemporalMemory.init(connections);
  }

  public static void main(String[] arguments) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    System.out.println("ready htm.java " + arguments[0]);
    int[] sizes = numbers(in.readLine());
    int[][] codes = new int[sizes[1]][];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = numbers(in.readLine());
    }
    HtmJavaPeer peer = new HtmJavaPeer(sizes[0], codes);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(line.equals("size") ? peer.size() : peer.turn(Integer.parseInt(line)));
    }
  }

  private static int[] numbers(String line) {
    return Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private String turn(int records) {
    poolerNanos = 0;
    memoryNanos = 0;
    surprise = 0;
    for (int i = 0; i < records; i++) {
      step(codes[next++]);
    }
    return String.format(
        Locale.ROOT, "%.9f %.9f %.6f", poolerNanos / 1e9, memoryNanos / 1e9, surprise / records);
  }

  private void step(int[] code) {
    int[] input = new int[inputs];
    for (int bit : code) {
      input[bit] = 1;
    }
    int[] chosen = new int[COLUMNS];
    long start = clock.getCurrentThreadCpuTime();
    pooler.compute(connections, input, chosen, true);
    long pooled = clock.getCurrentThreadCpuTime();
    int[] active = new int[COLUMNS];
    int count = 0;
    for (int column = 0; column < COLUMNS; column++) {
      if (chosen[column] != 0) {
        active[count++] = column;
      }
    }
    active = Arrays.copyOf(active, count);
    surprise += 1 - (double) Arrays.stream(active).filter(predicted::contains).count() / count;
    long before = clock.getCurrentThreadCpuTime();
    Set<Cell> cells = memory.compute(connections, active, true).predictiveCells();
    memoryNanos += clock.getCurrentThreadCpuTime() - before;
    poolerNanos += pooled - start;
    predicted = cells.stream().map(cell -> cell.getColumn().getIndex()).collect(Collectors.toSet());
  }

  private String size() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    long bytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long codeBytes = Arrays.stream(codes).mapToLong(code -> 16 + 4L * code.length).sum();
    long synapses = 0;
    for (var list : connections.distalSynapses.values()) {
      synapses += list.size();
    }
    return synapses + " " + (bytes - codeBytes);
  }
}
