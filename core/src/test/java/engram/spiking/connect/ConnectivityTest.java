// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.kernel.Workers;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifDelta;
import engram.neuron.lif.Membrane;
import engram.random.Seeds;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Simulation;
import engram.spiking.Synapse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a rule promises holds exactly, or within four standard deviations; and the pairs do not
/// depend on workers.
final class ConnectivityTest {
  private static final int SOURCES = 120;
  private static final int TARGETS = 90;

  private record Pair(int source, int target, float weight, int delay) {}

  private static List<Pair> pairs(
      Connectivity rule, String from, Distribution weight, Distribution delay, Workers workers) {
    LifDelta cell = new LifDelta(new Membrane(1, 20, 0), new Firing(20, 0, 2));
    Network network =
        Network.at(0.1)
            .with(Population.of("A", SOURCES, cell))
            .with(Population.of("B", TARGETS, cell))
            .with(Projection.of(from, "B", rule, new Synapse("potential", weight, delay)));
    List<Pair> all = new ArrayList<>();
    Simulation.of(network, Seeds.of(11), workers)
        .visitSynapses(
            from + " to B", (source, target, w, d) -> all.add(new Pair(source, target, w, d)));
    return all;
  }

  private static List<Pair> pairs(Connectivity rule, String from) {
    return pairs(rule, from, Distribution.constant(1), Distribution.constant(1.5), Workers.one());
  }

  private static int[] degrees(List<Pair> pairs, boolean in, int neurons) {
    int[] degrees = new int[neurons];
    for (Pair pair : pairs) {
      degrees[in ? pair.target : pair.source]++;
    }
    return degrees;
  }

  private static void requireSimple(List<Pair> pairs) {
    Set<Long> seen = new HashSet<>();
    for (Pair pair : pairs) {
      assertTrue(pair.source != pair.target, "an autapse of " + pair.source);
      assertTrue(seen.add((long) pair.source << 32 | pair.target), "twice " + pair);
    }
  }

  @Test
  void degreesAreExact() {
    for (Allowed allowed : List.of(Allowed.EVERYTHING, Allowed.SIMPLE)) {
      List<Pair> in = pairs(new FixedInDegree(17, allowed), "B");
      for (int degree : degrees(in, true, TARGETS)) {
        assertEquals(17, degree);
      }
      List<Pair> out = pairs(new FixedOutDegree(23, allowed), "B");
      for (int degree : degrees(out, false, TARGETS)) {
        assertEquals(23, degree);
      }
      if (!allowed.multapses()) {
        requireSimple(in);
        requireSimple(out);
      }
    }
  }

  @Test
  void inDegreesSpreadOverSourcesAsIfDrawnEvenly() {
    int[] out = degrees(pairs(new FixedInDegree(40), "A"), false, SOURCES);
    double mean = 40.0 * TARGETS / SOURCES;
    double chi = 0;
    for (int degree : out) {
      chi += (degree - mean) * (degree - mean) / mean;
    }
    assertEquals(SOURCES - 1, chi, 4 * Math.sqrt(2.0 * (SOURCES - 1)));
  }

  @Test
  void theTotalIsExactAndInDegreesAreMultinomial() {
    List<Pair> all = pairs(new FixedTotalNumber(5_000), "A");
    assertEquals(5_000, all.size());
    for (boolean in : new boolean[] {true, false}) {
      int neurons = in ? TARGETS : SOURCES;
      double mean = 5_000.0 / neurons;
      double chi = 0;
      for (int degree : degrees(all, in, neurons)) {
        chi += (degree - mean) * (degree - mean) / mean;
      }
      assertEquals(neurons - 1, chi, 4 * Math.sqrt(2.0 * (neurons - 1)), "in " + in);
    }
  }

  @Test
  void bernoulliCountsAreBinomial() {
    for (double p : new double[] {0, 0.02, 0.3, 0.97, 1}) {
      List<Pair> all = pairs(new PairwiseBernoulli(p), "A");
      double n = SOURCES * TARGETS;
      assertEquals(p * n, all.size(), 4 * Math.sqrt(n * p * (1 - p)) + 1e-9, "p " + p);
      requireNoPairTwice(all);
    }
    List<Pair> within = pairs(new PairwiseBernoulli(1, false), "B");
    requireSimple(within);
    assertEquals(TARGETS * (TARGETS - 1), within.size());
  }

  private static void requireNoPairTwice(List<Pair> all) {
    Set<Long> seen = new HashSet<>();
    for (Pair pair : all) {
      assertTrue(seen.add((long) pair.source << 32 | pair.target), "twice " + pair);
    }
  }

  @Test
  void probabilityFallsWithDistanceRoundTheTorus() {
    List<Positions.Point> points = new ArrayList<>();
    for (int i = 0; i < TARGETS; i++) {
      points.add(new Positions.Point(i, 0));
    }
    Positions line = new Positions(points, TARGETS);
    DistanceDependent rule =
        new DistanceDependent(
            line,
            line,
            new DistanceDependent.Profile(DistanceDependent.Shape.GAUSSIAN, 1, 5),
            false);
    List<Pair> all = pairs(rule, "B");
    double expected = rule.expectedCount(TARGETS, TARGETS, true);
    assertEquals(expected, all.size(), 4 * Math.sqrt(expected));
    int near = 0;
    int round = 0;
    for (Pair pair : all) {
      int apart = Math.abs(pair.source - pair.target);
      near += Math.min(apart, TARGETS - apart) <= 20 ? 1 : 0;
      round += apart > TARGETS / 2 ? 1 : 0;
    }
    assertEquals(all.size(), near);
    assertTrue(round > 0, "nothing goes round");
  }

  @Test
  void listsAndMatricesKeepTheirValues() {
    ListedPairs list = ListedPairs.of(new int[] {5, 0, 5, 7}, new int[] {1, 2, 0, 89});
    List<Pair> listed =
        pairs(
            list,
            "A",
            Distribution.each(0.1, 0.2, 0.3, 0.4),
            Distribution.each(1, 2, 3, 4),
            Workers.one());
    assertEquals(
        Set.of(
            new Pair(5, 1, 0.1f, 10),
            new Pair(0, 2, 0.2f, 20),
            new Pair(5, 0, 0.3f, 30),
            new Pair(7, 89, 0.4f, 40)),
        new HashSet<>(listed));
    double[] matrix = new double[TARGETS * SOURCES];
    for (int k = 0; k < matrix.length; k++) {
      matrix[k] = k;
    }
    for (Pair pair :
        pairs(
            new AllToAll(true),
            "A",
            Distribution.each(matrix),
            Distribution.constant(1),
            Workers.one())) {
      assertEquals(pair.target * SOURCES + pair.source, pair.weight);
    }
    assertEquals(TARGETS, pairs(new OneToOne(), "B").size());
  }

  @Test
  void pairsWeightsAndDelaysDoNotDependOnWorkers() {
    List<Connectivity> rules =
        List.of(
            new FixedInDegree(17),
            new FixedOutDegree(17, Allowed.SIMPLE),
            new FixedTotalNumber(2_000),
            new PairwiseBernoulli(0.2),
            new AllToAll(true));
    Distribution weight = Distribution.normal(1, 0.3);
    Distribution delay = Distribution.normal(1.5, 0.75).within(0.1, 5);
    for (Connectivity rule : rules) {
      Set<Pair> one = new HashSet<>(pairs(rule, "A", weight, delay, Workers.one()));
      try (Workers three = Workers.of(3)) {
        assertEquals(one, new HashSet<>(pairs(rule, "A", weight, delay, three)), rule.toString());
      }
    }
  }

  @Test
  void refusesWhatCannotBeConnected() {
    refuses("probability must be in [0, 1], was -0.1", () -> new PairwiseBernoulli(-0.1));
    refuses("count must be 0 or more, was -1", () -> new FixedInDegree(-1));
    refuses(
        "count must be at most the 89 possible partners, was 90",
        () -> pairs(new FixedInDegree(90, Allowed.SIMPLE), "B"));
    refuses(
        "targets of one-to-one must be as many as the 120 sources, was 90",
        () -> pairs(new OneToOne(), "A"));
    refuses(
        "source of a pair must be in [0, 119], was 120",
        () -> pairs(ListedPairs.of(new int[] {120}, new int[] {0}), "A"));
    refuses(
        "delayMs of A to B must be in [0.100000, 6553.50], was 0.05",
        () ->
            pairs(
                new FixedInDegree(1),
                "A",
                Distribution.constant(1),
                Distribution.constant(0.05),
                Workers.one()));
    refuses(
        "values of each synapse of A to B must be of a rule with an order, was 2",
        () ->
            pairs(
                new FixedInDegree(1),
                "A",
                Distribution.each(1, 2),
                Distribution.constant(1),
                Workers.one()));
  }

  private static void refuses(String message, Runnable what) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, what::run).getMessage());
  }
}
