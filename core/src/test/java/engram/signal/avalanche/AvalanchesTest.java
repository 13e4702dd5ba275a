// SPDX-License-Identifier: Apache-2.0
package engram.signal.avalanche;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.SpikeTrain;
import engram.source.FromPaper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Avalanches by hand and of branching processes, whose laws are known.
@FromPaper(value = "pspm", at = "spec: avalanches")
final class AvalanchesTest {
  private static Avalanches of(long... counts) {
    Avalanches avalanches = new Avalanches();
    Arrays.stream(counts).forEach(avalanches::bin);
    return avalanches;
  }

  @Test
  void runsBetweenSilentBinsAreCounted() {
    Avalanches avalanches = of(5, 0, 1, 2, 0, 0, 3, 0, 1, 1, 1, 0, 9);
    assertEquals(3, avalanches.count(), "the first and the last have no known extent");
    assertArrayEquals(new long[] {3}, avalanches.sizes().values());
    assertEquals(3, avalanches.sizes().count(3));
    assertArrayEquals(new long[] {1, 2, 3}, avalanches.durations().values());
  }

  /// Ancestors 5 1 2 3 1 1 1 and their next bins 0 2 0 0 1 1 0; beginnings 1 -> 2, 3 -> 0, 1 -> 1.
  @Test
  void branchingRatiosAreThoseOfTheTable() {
    BranchingRatio ratio = of(5, 0, 1, 2, 0, 0, 3, 0, 1, 1, 1, 0, 9).branching();
    assertEquals(4 / 14.0, ratio.descendants(), 1e-15);
    assertEquals((2 + 0 + 1) / 3.0, ratio.firstStep(), 1e-15);
    BranchingRatio line = of(1, 3, 7, 15, 31).branching();
    assertEquals(2, line.slope(), 1e-12, "A(t+1) = 2 A(t) + 1");
    assertTrue(Double.isNaN(of(2, 2, 2).branching().slope()));
  }

  @Test
  void silenceIsThatManyEmptyBins() {
    for (int bins = 0; bins < 5; bins++) {
      Avalanches one = of(0, 2, 1);
      Avalanches all = of(0, 2, 1);
      for (int i = 0; i < bins; i++) {
        one.bin(0);
      }
      all.silence(bins);
      for (Avalanches either : List.of(one, all)) {
        either.bin(4);
        either.bin(1);
        either.bin(0);
      }
      assertArrayEquals(one.sizes().values(), all.sizes().values());
      assertEquals(one.branching().slope(), all.branching().slope(), 1e-15);
      assertEquals(one.branching().firstStep(), all.branching().firstStep(), 0);
      assertEquals(one.branching().descendants(), all.branching().descendants(), 0);
    }
  }

  @Test
  void rasterAndTrainsGiveTheSame() {
    RandomStream draws = Seeds.of(42).stream("raster");
    SpikeRaster raster = new SpikeRaster(6, 1003);
    for (int k = 0; k < 400; k++) {
      raster.set(draws.nextInt(6), draws.nextInt(1003));
    }
    List<SpikeTrain> trains = IntStream.range(0, 6).mapToObj(i -> raster.train(i, 1)).toList();
    for (int bin : new int[] {1, 2, 7}) {
      Avalanches ofRaster = Avalanches.of(raster, bin);
      Avalanches ofTrains = Avalanches.of(trains, bin);
      assertArrayEquals(ofRaster.sizes().counts(), ofTrains.sizes().counts());
      assertArrayEquals(ofRaster.durations().counts(), ofTrains.durations().counts());
      assertEquals(ofRaster.branching().slope(), ofTrains.branching().slope(), 1e-12);
    }
    assertEquals(
        10, Avalanches.meanIntervalMs(List.of(SpikeTrain.of(50, 5, 25), SpikeTrain.of(50, 15))));
  }

  /// A spike has two chances of one half for a descendant: the critical case.
  private static void criticalAvalanche(RandomStream draws, Avalanches into, int most) {
    long active = 1;
    long size = 0;
    while (active > 0 && size < most) {
      into.bin(active);
      size += active;
      long next = 0;
      for (long i = 0; i < 2 * active; i++) {
        next += draws.nextBoolean() ? 1 : 0;
      }
      active = next;
    }
    into.bin(0);
  }

  @Test
  void criticalProcessHasRatioOneAndItsSizes() {
    RandomStream draws = Seeds.of(42).stream("critical");
    Avalanches avalanches = new Avalanches();
    avalanches.bin(0);
    int runs = 20_000;
    for (int i = 0; i < runs; i++) {
      criticalAvalanche(draws, avalanches, 100_000);
    }
    assertEquals(runs, avalanches.count());
    // A step has variance 1/2 a spike: four standard errors of the mean first step.
    assertEquals(1, avalanches.branching().firstStep(), 4 * Math.sqrt(0.5 / runs));
    assertEquals(1, avalanches.branching().descendants(), 0.02);
    // Of size 1, 2, 3 are 1/4, 1/8, 5/64 of all: C(2 s, s - 1) / (s 4^s).
    double[] shares = {1 / 4.0, 1 / 8.0, 5 / 64.0};
    for (int s = 1; s <= 3; s++) {
      double share = (double) avalanches.sizes().count(s) / runs;
      assertEquals(shares[s - 1], share, 4 * Math.sqrt(shares[s - 1] / runs), "size " + s);
    }
    PowerLaw law = PowerLaw.fit(avalanches.sizes(), 10, 10_000);
    assertEquals(1.5, law.alpha(), 0.1);
    // Over after t bins with probability q(t) = ((1 + q(t - 1)) / 2)^2.
    double over = 0;
    for (int t = 1; t <= 20; t++) {
      over = (1 + over) * (1 + over) / 4;
      double share = (double) avalanches.durations().within(1, t).total() / runs;
      assertEquals(over, share, 4 * Math.sqrt(over * (1 - over) / runs), t + " bins");
    }
  }

  /// With spikes from outside the slope is still the ratio.
  @Test
  void slopeSeesThroughAConstantDrive() {
    RandomStream draws = Seeds.of(42).stream("drive");
    BranchingRatio ratio = new BranchingRatio();
    long active = 0;
    for (int t = 0; t < 100_000; t++) {
      ratio.bin(active);
      long next = 0;
      for (long i = 0; i < 2 * active; i++) {
        next += draws.nextDouble() < 0.4 ? 1 : 0;
      }
      active = next + (draws.nextBoolean() ? 1 : 0);
    }
    assertEquals(0.8, ratio.slope(), 0.02);
    assertTrue(ratio.descendants() > 0.95, "the drive counts as descendants there");
  }

  @Test
  void badBinsAreRefused() {
    List<SpikeTrain> one = List.of(SpikeTrain.of(10, 5));
    assertRefused("spikes must be 0 or more, was -1", () -> of(-1));
    assertRefused("binMs must be in (0, 10.0], was 0.0", () -> Avalanches.of(one, 0));
    assertRefused("binMs must be in (0, 10.0], was NaN", () -> Avalanches.of(one, Double.NaN));
    assertRefused(
        "binSteps must be in [1, 8], was 9", () -> Avalanches.of(new SpikeRaster(1, 8), 9));
    assertRefused(
        "trains must have two spikes at different times, was 1 in 0.0 ms",
        () -> Avalanches.meanIntervalMs(one));
    BinnedAvalanches binned = new BinnedAvalanches(1, 10);
    binned.spike(5);
    assertRefused("timeMs must not lie before bin 5 of 1.0 ms, was 3.0", () -> binned.spike(3));
  }

  private static void assertRefused(String message, Runnable asked) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, asked::run).getMessage());
  }
}
