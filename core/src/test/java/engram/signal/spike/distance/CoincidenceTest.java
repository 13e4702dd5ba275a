// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.KolmogorovSmirnov;
import engram.signal.Tally;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.SpikeTrain;
import engram.signal.spike.distance.Coincidence.Matching;
import engram.source.FromPaper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Matching against the best of all matchings, and distributions against their definition.
@FromPaper(value = "pspm", at = "spec: coincidence F1")
@FromPaper(value = "pspm", at = "spec: KS distances")
final class CoincidenceTest {
  @Test
  void strictMatchingIsTheLargestOfAll() {
    RandomStream draws = Seeds.of(42).stream("matching");
    for (int trial = 0; trial < 200; trial++) {
      double[] x = draws.doubles(draws.nextInt(8), 0, 40).sorted().toArray();
      double[] y = draws.doubles(draws.nextInt(8), 0, 40).sorted().toArray();
      SpikeTrain target = SpikeTrain.of(40, x);
      SpikeTrain model = SpikeTrain.of(40, y);
      Coincidence strict = Coincidence.of(target, model, 3, Matching.STRICT);
      assertEquals(largest(x, 0, y, 0), strict.matchedTarget(), "trial " + trial);
      assertEquals(strict.matchedTarget(), strict.matchedModel());
      Coincidence lenient = Coincidence.of(target, model, 3, Matching.LENIENT);
      assertEquals(near(x, y), lenient.matchedTarget(), "trial " + trial);
      assertEquals(near(y, x), lenient.matchedModel(), "trial " + trial);
      assertTrue(lenient.f1() >= strict.f1());
    }
  }

  /// Every spike of x from i on is left alone or matched with any later one of y.
  private static int largest(double[] x, int i, double[] y, int used) {
    if (i == x.length) {
      return 0;
    }
    int best = largest(x, i + 1, y, used);
    for (int j = 0; j < y.length; j++) {
      if ((used >> j & 1) == 0 && Math.abs(x[i] - y[j]) <= 3) {
        best = Math.max(best, 1 + largest(x, i + 1, y, used | 1 << j));
      }
    }
    return best;
  }

  private static long near(double[] x, double[] y) {
    return Arrays.stream(x)
        .filter(u -> Arrays.stream(y).anyMatch(v -> Math.abs(u - v) <= 3))
        .count();
  }

  /// Two spikes of the model at one of the target: lenient takes both.
  @Test
  void lenientCountsDouble() {
    SpikeTrain target = SpikeTrain.of(100, 50);
    SpikeTrain model = SpikeTrain.of(100, 49, 51);
    assertEquals(2 / 3.0, Coincidence.of(target, model, 1, Matching.STRICT).f1(), 1e-15);
    assertEquals(1, Coincidence.of(target, model, 1, Matching.LENIENT).f1(), 0);
    assertEquals(0, Coincidence.of(target, model, 0.5, Matching.LENIENT).f1(), 0);
  }

  @Test
  void silenceIsLikeSilenceOnly() {
    SpikeTrain none = SpikeTrain.silent(10);
    SpikeTrain one = SpikeTrain.of(10, 5);
    for (Matching matching : Matching.values()) {
      assertEquals(1, Coincidence.of(none, none, 1, matching).f1());
      assertEquals(0, Coincidence.of(none, one, 1, matching).f1());
      assertEquals(0, Coincidence.of(one, none, 1, matching).f1());
    }
  }

  @Test
  void rasterIsTheSumOverNeuronsAndThatOfDilation() {
    RandomStream draws = Seeds.of(42).stream("rasters");
    SpikeRaster sigma = new SpikeRaster(8, 200);
    SpikeRaster s = new SpikeRaster(8, 200);
    for (int k = 0; k < 150; k++) {
      sigma.set(draws.nextInt(8), draws.nextInt(200));
      s.set(draws.nextInt(8), draws.nextInt(200));
    }
    Coincidence lenient = Coincidence.of(sigma, s, 2, Matching.LENIENT);
    assertEquals(sigma.and(s.dilated(-2, 2)).count(), lenient.matchedTarget());
    assertEquals(s.and(sigma.dilated(-2, 2)).count(), lenient.matchedModel());
    assertEquals(sigma.count(), lenient.targetCount());
    Coincidence sum = new Coincidence(0, 0, 0, 0);
    for (int i = 0; i < 8; i++) {
      sum = sum.plus(Coincidence.of(sigma, s, i, 2, Matching.STRICT));
    }
    assertEquals(sum, Coincidence.of(sigma, s, 2, Matching.STRICT));
    assertEquals(1, Coincidence.of(sigma, sigma.copy(), 0, Matching.STRICT).f1());
    assertRefused(
        "toleranceSteps must be 0 or more, was -1",
        () -> Coincidence.of(sigma, s, -1, Matching.STRICT));
  }

  @Test
  void distributionsAreComparedByTheirCumulativeForm() {
    RandomStream draws = Seeds.of(42).stream("ks");
    for (int trial = 0; trial < 50; trial++) {
      long[] a = draws.longs(1 + draws.nextInt(30), 0, 12).toArray();
      long[] b = draws.longs(1 + draws.nextInt(30), 0, 20).toArray();
      double most = 0;
      for (long x = 0; x < 20; x++) {
        most = Math.max(most, Math.abs(share(a, x) - share(b, x)));
      }
      double[] first = Arrays.stream(a).asDoubleStream().toArray();
      double[] second = Arrays.stream(b).asDoubleStream().toArray();
      assertEquals(most, KolmogorovSmirnov.distance(first, second), 1e-15);
      assertEquals(most, KolmogorovSmirnov.distance(Tally.of(a), Tally.of(b)), 1e-15);
      assertEquals(0, KolmogorovSmirnov.distance(first, first), 0);
    }
    assertEquals(1, KolmogorovSmirnov.distance(new double[] {1, 2}, new double[] {3}), 0);
    assertRefused(
        "first must have a value or more, was empty",
        () -> KolmogorovSmirnov.distance(new double[0], new double[1]));
    assertRefused(
        "second[0] must be a number, was NaN",
        () -> KolmogorovSmirnov.distance(new double[1], new double[] {Double.NaN}));
    assertRefused(
        "both tallies must have observations, was 0 and 1",
        () -> KolmogorovSmirnov.distance(new Tally(), Tally.of(3)));
  }

  private static double share(long[] values, long x) {
    return (double) Arrays.stream(values).filter(v -> v <= x).count() / values.length;
  }

  private static void assertRefused(String message, Runnable asked) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, asked::run).getMessage());
  }
}
