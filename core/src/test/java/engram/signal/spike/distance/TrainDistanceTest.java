// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.SpikeTrain;
import engram.source.FromPaper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Closed forms, sums over all pairs, other programs' values and the axioms of a metric.
@FromPaper(value = "pspm", at = "spec: van Rossum distance")
@FromPaper(value = "pspm", at = "spec: Victor-Purpura distance")
@FromPaper(value = "pspm", at = "spec: ISI and SPIKE distance")
final class TrainDistanceTest {
  private static final List<TrainDistance> ALL =
      List.of(new VanRossum(10), new VictorPurpura(0.1), new IsiDistance(), new SpikeDistance());

  /// Spikes uniform over 200 ms, as many as the seed says, some on a grid so that trains share
  /// them.
  private static SpikeTrain random(int seed) {
    RandomStream draws = Seeds.of(42).stream("train " + seed);
    double[] times =
        draws
            .doubles(draws.nextInt(25), 0, 200)
            .map(t -> draws.nextDouble() < 0.3 ? Math.rint(t / 10) * 10 : t)
            .distinct()
            .sorted()
            .toArray();
    return SpikeTrain.of(200, times);
  }

  @Test
  void singleSpikesHaveTheirClosedForms() {
    SpikeTrain none = SpikeTrain.silent(100);
    SpikeTrain one = SpikeTrain.of(100, 20);
    for (double apart : new double[] {0, 0.1, 1, 7, 30, 79}) {
      SpikeTrain other = SpikeTrain.of(100, 20 + apart);
      double expected = 1 - StrictMath.exp(-apart / 10);
      assertEquals(expected, new VanRossum(10).squared(one, other), 1e-15);
      double moved = Math.min(2, 0.1 * apart);
      assertEquals(moved, new VictorPurpura(0.1).between(one, other), 1e-12);
    }
    assertEquals(0.5, new VanRossum(10).squared(one, none), 0);
    assertEquals(0.5, new VanRossum(3).squared(none, one), 0);
    assertEquals(1, new VanRossum(10).normalized(one, none), 0);
    assertEquals(1, new VictorPurpura(5).between(one, none), 0);
  }

  @Test
  void vanRossumIsTheSumOverAllPairs() {
    for (int seed = 0; seed < 40; seed++) {
      SpikeTrain x = random(seed);
      SpikeTrain y = random(1000 + seed);
      for (double tau : new double[] {0.5, 10, 1000}) {
        double sum = pairs(x, x, tau) + pairs(y, y, tau) - 2 * pairs(x, y, tau);
        double n = x.count() + y.count();
        assertEquals(
            sum / 2, new VanRossum(tau).squared(x, y), 1e-15 * (1 + n * n), "seed " + seed);
      }
    }
  }

  private static double pairs(SpikeTrain x, SpikeTrain y, double tau) {
    double sum = 0;
    for (double u : x.timesMs()) {
      for (double v : y.timesMs()) {
        sum += StrictMath.exp(-Math.abs(u - v) / tau);
      }
    }
    return sum;
  }

  /// The definition itself: filtered trains on a fine grid.
  @Test
  void vanRossumIsTheIntegral() {
    SpikeTrain x = random(3);
    SpikeTrain y = random(4);
    double dt = 0.002;
    double sum = 0;
    for (int k = 0; k < 400 / dt; k++) {
      double t = (k + 0.5) * dt;
      double apart = filtered(x, t) - filtered(y, t);
      sum += apart * apart * dt;
    }
    assertEquals(sum / 10, new VanRossum(10).squared(x, y), 2e-3);
  }

  private static double filtered(SpikeTrain train, double t) {
    double sum = 0;
    for (double u : train.timesMs()) {
      sum += u <= t ? StrictMath.exp(-(t - u) / 10) : 0;
    }
    return sum;
  }

  @Test
  void limitsAreCounts() {
    SpikeTrain x = SpikeTrain.of(100, 10, 20, 30);
    SpikeTrain y = SpikeTrain.of(100, 10, 50);
    assertEquals(3 / 2.0, new VanRossum(1e-3).squared(x, y), 1e-12);
    assertEquals(1 / 2.0, new VanRossum(1e12).squared(x, y), 1e-9);
    assertEquals(1, new VictorPurpura(0).between(x, y), 0);
    assertEquals(3, new VictorPurpura(1e6).between(x, y), 0);
  }

  /// The cheapest way among all ways: by recursion over prefixes, without a table.
  @Test
  void victorPurpuraIsTheCheapestOfAllEdits() {
    RandomStream draws = Seeds.of(42).stream("few");
    for (int trial = 0; trial < 60; trial++) {
      double[] x = draws.doubles(draws.nextInt(7), 0, 50).sorted().toArray();
      double[] y = draws.doubles(draws.nextInt(7), 0, 50).sorted().toArray();
      double best = cheapest(x, x.length, y, y.length);
      SpikeTrain first = SpikeTrain.of(50, x);
      SpikeTrain second = SpikeTrain.of(50, y);
      assertEquals(best, new VictorPurpura(0.15).between(first, second), 1e-12);
    }
  }

  private static double cheapest(double[] x, int n, double[] y, int m) {
    if (n == 0 || m == 0) {
      return n + m;
    }
    double out = cheapest(x, n - 1, y, m) + 1;
    double in = cheapest(x, n, y, m - 1) + 1;
    double moved = cheapest(x, n - 1, y, m - 1) + 0.15 * Math.abs(x[n - 1] - y[m - 1]);
    return Math.min(moved, Math.min(out, in));
  }

  @Test
  void distancesAreSymmetricAndZeroOfATrainAndItself() {
    for (int seed = 0; seed < 60; seed++) {
      SpikeTrain x = random(seed);
      SpikeTrain y = random(100 + seed);
      for (TrainDistance distance : ALL) {
        String what = distance + " seed " + seed;
        assertEquals(0, distance.between(x, x), 0, what);
        assertEquals(distance.between(x, y), distance.between(y, x), 1e-12, what);
        assertTrue(distance.between(x, y) >= 0, what);
      }
      assertTrue(new IsiDistance().between(x, y) < 1);
      assertTrue(new SpikeDistance().between(x, y) <= 1);
    }
  }

  /// Van Rossum's and Victor and Purpura's are metrics, and so is the ISI distance.
  @Test
  void waysRoundAreNoShorter() {
    for (int seed = 0; seed < 100; seed++) {
      SpikeTrain x = random(seed);
      SpikeTrain y = random(200 + seed);
      SpikeTrain z = random(400 + seed);
      for (TrainDistance distance : ALL.subList(0, 3)) {
        double round = distance.between(x, y) + distance.between(y, z);
        assertTrue(distance.between(x, z) <= round + 1e-12, distance + " seed " + seed);
      }
    }
  }

  /// Golden values of PySpike 0.9.0 and Elephant 1.2.1 on 37 pairs, edge cases among them.
  @Test
  void valuesAreThoseOfOtherPrograms() throws IOException {
    List<String> lines = golden();
    assertEquals(0, lines.size() % 3);
    assertTrue(lines.size() >= 100);
    for (int i = 0; i < lines.size(); i += 3) {
      SpikeTrain x = SpikeTrain.of(1000, numbers(lines.get(i)));
      SpikeTrain y = SpikeTrain.of(1000, numbers(lines.get(i + 1)));
      double[] theirs = numbers(lines.get(i + 2));
      String what = "pair " + i / 3;
      assertEquals(theirs[0], new IsiDistance().between(x, y), 1e-12, what);
      assertEquals(theirs[1], new SpikeDistance().between(x, y), 1e-12, what);
      // Theirs sums both trains and takes the cross terms away: equal trains come out at 3e-8.
      double square = 2 * new VanRossum(10).squared(x, y);
      assertEquals(theirs[2] * theirs[2], square, 1e-12 * (1 + square), what);
      assertEquals(theirs[3], new VictorPurpura(0.1).between(x, y), 1e-10, what);
    }
  }

  private static List<String> golden() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TrainDistanceTest.class.getResourceAsStream("peers.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private static double[] numbers(String line) {
    return line.isBlank()
        ? new double[0]
        : Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void rasterFormIsThatOfFilteredSteps() {
    for (int trial = 0; trial < 20; trial++) {
      RandomStream draws = Seeds.of(42).stream("raster " + trial);
      SpikeRaster sigma = new SpikeRaster(3, 150);
      SpikeRaster s = new SpikeRaster(3, 150);
      for (int k = 0; k < 40; k++) {
        sigma.set(draws.nextInt(3), draws.nextInt(150));
        s.set(draws.nextInt(3), draws.nextInt(150));
      }
      double r = StrictMath.exp(-1 / 10.0);
      double[] apart = new double[3];
      double[] size = new double[3];
      for (int i = 0; i < 3; i++) {
        double x = 0;
        double y = 0;
        for (int t = 0; t < 150; t++) {
          x = r * x + (sigma.get(i, t) ? 1 : 0);
          y = r * y + (s.get(i, t) ? 1 : 0);
          apart[i] += (x - y) * (x - y);
          size[i] += x * x;
        }
      }
      RasterVanRossum distance = new RasterVanRossum(10);
      double all = Math.sqrt(Arrays.stream(apart).sum() / Arrays.stream(size).sum());
      assertEquals(all, distance.normalized(sigma, s), 1e-12);
      assertEquals(Math.sqrt(apart[1] / size[1]), distance.normalized(sigma, s, 1), 1e-12);
      assertEquals(0, distance.normalized(sigma, sigma.copy()), 0);
      assertEquals(1, distance.normalized(sigma, new SpikeRaster(3, 150)), 0);
    }
  }

  @Test
  void neuronsAndPairsStandInOrder() {
    List<SpikeTrain> three = List.of(random(1), random(2), random(3));
    VictorPurpura distance = new VictorPurpura(0.1);
    double xy = distance.between(three.get(0), three.get(1));
    double xz = distance.between(three.get(0), three.get(2));
    double yz = distance.between(three.get(1), three.get(2));
    assertArrayEquals(new double[] {xy, xz, yz}, distance.pairs(three));
    assertArrayEquals(
        new double[] {xy, 0, yz},
        distance.perNeuron(three, List.of(three.get(1), three.get(1), three.get(1))));
  }

  @Test
  void badDistancesAreRefused() {
    SpikeTrain none = SpikeTrain.silent(10);
    SpikeRaster empty = new SpikeRaster(2, 10);
    assertRefused("tauMs must be finite and above 0, was 0.0", () -> new VanRossum(0));
    assertRefused("tauMs must be finite and above 0, was NaN", () -> new VanRossum(Double.NaN));
    assertRefused("tauSteps must be finite and above 0, was -1.0", () -> new RasterVanRossum(-1));
    assertRefused(
        "costPerMs must be finite and 0 or more, was -0.5", () -> new VictorPurpura(-0.5));
    assertRefused(
        "target must have a spike or more for a normalised distance, was empty",
        () -> new VanRossum(10).normalized(none, SpikeTrain.of(10, 5)));
    assertRefused(
        "target must have a spike or more for a normalised distance, was empty",
        () -> new RasterVanRossum(10).normalized(empty, empty));
    assertRefused(
        "neuron 1 of target must have a spike or more for a normalised distance, was empty",
        () -> new RasterVanRossum(10).normalized(empty, empty, 1));
    assertRefused(
        "rasters must have one shape, was 2 x 10 and 2 x 11",
        () -> new RasterVanRossum(10).normalized(empty, new SpikeRaster(2, 11)));
    assertRefused(
        "durationMs of both trains must be the same, was 10.0 and 20.0",
        () -> new SpikeDistance().between(none, SpikeTrain.silent(20)));
    assertRefused(
        "trains of both recordings must be as many, was 1 and 0",
        () -> new IsiDistance().perNeuron(List.of(none), List.of()));
  }

  private static void assertRefused(String message, Runnable asked) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, asked::run).getMessage());
  }
}
