// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import engram.kernel.Workers;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One network on one number of threads: ours and the peers take turns, and the table gets a row of
/// each.
///
/// Each starts once from its command and runs one biological second, which gives the time to the
/// first result and ours and the peers' time of construction. Then come rounds: several runs of
/// ours in this process, which is warm by then, the median of which counts, after them a new
/// process of each peer. A peer that solves neurons by another method solves another problem: it
/// runs once, without a ratio.
///
/// @param course the network
/// @param threads that each may use
/// @param missing takes peers that cannot be had, with the reason
record Race(Course course, int threads, Map<String, String> missing) {
  private static final int ROUNDS = 3;
  private static final double FIRST_SECONDS = 1;

  /// What ours did, beside what the machine allows.
  ///
  /// @param bytesPerSynapse in memory
  /// @param stepsPerSecond that its neurons took, a wall second
  /// @param limits of neighbouring turns
  record Ours(
      Course course,
      int threads,
      double bytesPerSynapse,
      double stepsPerSecond,
      Limits.Turn limits) {}

  /// A peer that could be had.
  private record Rival(Program program, Answer first, List<Double> pace) {
    void turn(Course course, int threads) throws IOException {
      boolean same = course.isSolvedBy(first.method());
      pace.add(same ? program.ask(course, threads, course.seconds()).pace() : first.pace());
    }
  }

  /// Runs it and prints the rows.
  Ours run(PrintStream out) throws IOException {
    Answer cold = Program.OURS.ask(course, threads, FIRST_SECONDS);
    List<Rival> rivals = rivals();
    try (Workers workers = Workers.of(threads)) {
      OwnRun own = OwnRun.of(course, workers);
      own.turn(course.seconds());
      Limits limits = new Limits(course.shape(), workers);
      List<Limits.Turn> beside = new ArrayList<>();
      double[] pace = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        OwnRun.Turn turn = own.turn(course.seconds());
        pace[round] = turn.pace();
        beside.add(limits.turn(turn.eventsPerSecond()));
        turns(rivals);
      }
      Limits.Turn median = Limits.Turn.median(beside);
      double bytes = own.simulation().synapseBytes() / (double) own.simulation().synapses();
      row(out, cold, median(pace), median.reached() * median(pace), bytes, "1");
      double synapses = own.simulation().network().expectedSynapses();
      rivals.forEach(rival -> row(out, rival, pace, synapses));
      return new Ours(course, threads, bytes, own.neuronSteps() / median(pace), median);
    }
  }

  /// A turn of each; who fails is out, and the others go on.
  private void turns(List<Rival> rivals) {
    for (Rival rival : List.copyOf(rivals)) {
      try {
        rival.turn(course, threads);
      } catch (IOException e) {
        missing.put(rival.program.name(), String.valueOf(e.getMessage()));
        rivals.remove(rival);
      }
    }
  }

  private List<Rival> rivals() {
    List<Rival> rivals = new ArrayList<>();
    for (Program program : Program.PEERS) {
      if (course.peers().contains(program.name()) && !missing.containsKey(program.name())) {
        try {
          Answer first = program.ask(course, threads, FIRST_SECONDS);
          rivals.add(new Rival(program, first, new ArrayList<>()));
        } catch (IOException e) {
          missing.put(program.name(), String.valueOf(e.getMessage()));
        }
      }
    }
    return rivals;
  }

  private void row(PrintStream out, Rival rival, double[] ours, double synapses) {
    boolean same = course.isSolvedBy(rival.first.method());
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ratios[round] = rival.pace.get(round) / ours[round];
    }
    row(
        out,
        rival.first,
        median(rival.pace.stream().mapToDouble(Double::doubleValue).toArray()),
        rival.first.rateHz() * synapses,
        rival.first.bytes() / synapses,
        same ? String.format(Locale.ROOT, "%.1f", median(ratios)) : "");
  }

  /// @param events a biological second
  private void row(
      PrintStream out, Answer first, double pace, double events, double bytes, String ratio) {
    out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %d | %s | %.4f | %.0f | %s | %.1f | %.2f | %s |%n",
        course.name().replaceAll(",.*", ""),
        first.method().replace('_', ' '),
        first.simulator(),
        threads,
        Double.isNaN(first.constructSeconds())
            ? ""
            : String.format(Locale.ROOT, "%.2f", first.constructSeconds()),
        pace,
        events / pace / 1e6,
        Double.isNaN(bytes) ? "" : String.format(Locale.ROOT, "%.1f", bytes),
        first.totalSeconds(),
        first.rateHz(),
        ratio);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
