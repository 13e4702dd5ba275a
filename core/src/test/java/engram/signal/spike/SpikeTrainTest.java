// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.stats.Moments;
import engram.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Trains whose statistics are known: clocks, Poisson processes, bursts.
final class SpikeTrainTest {
  /// A Poisson train.
  static SpikeTrain poisson(double rateHz, double durationMs, String name) {
    RandomStream draws = Seeds.of(42).stream(name);
    double[] times = new double[(int) (3 * rateHz * durationMs / 1000) + 100];
    int count = 0;
    double t = draws.nextExponential() * 1000 / rateHz;
    while (t <= durationMs) {
      times[count++] = t;
      t += draws.nextExponential() * 1000 / rateHz;
    }
    return SpikeTrain.of(durationMs, Arrays.copyOf(times, count));
  }

  @Test
  void clockHasNoVariation() {
    double[] times = new double[100];
    for (int i = 0; i < 100; i++) {
      times[i] = 5 + 8.0 * i;
    }
    SpikeTrain clock = SpikeTrain.of(800, times);
    IntervalStatistics intervals = clock.intervals();
    assertEquals(125, clock.rateHz(), 0);
    assertEquals(99, intervals.count());
    assertEquals(8, intervals.meanMs(), 1e-12);
    assertEquals(0, intervals.cv(), 1e-12);
    assertEquals(0, intervals.cv2(), 0);
    assertEquals(0, intervals.lv(), 0);
  }

  /// Intervals 1, 3, 1, 3, ...: the variance of the sample and constant local terms.
  @Test
  void alternatingIntervalsHaveTheirClosedForm() {
    SpikeTrain train = SpikeTrain.of(20, 0, 1, 4, 5, 8, 9, 12);
    IntervalStatistics intervals = train.intervals();
    assertEquals(2, intervals.meanMs(), 1e-15);
    assertEquals(Math.sqrt(6.0 / 5) / 2, intervals.cv(), 1e-15);
    assertEquals(2 * 2 / 4.0, intervals.cv2(), 1e-15);
    assertEquals(3 * 0.25, intervals.lv(), 1e-15);
  }

  /// CV, CV2, LV and the Fano factor of a Poisson process are 1; four standard errors.
  @Test
  void poissonTrainsHaveCvAndFanoOne() {
    SpikeTrain train = poisson(50, 1e6, "poisson");
    IntervalStatistics intervals = train.intervals();
    double n = intervals.count();
    assertEquals(50, train.rateHz(), 4 * Math.sqrt(50.0 / 1000));
    assertEquals(1, intervals.cv(), 4 / Math.sqrt(n));
    assertEquals(1, intervals.cv2(), 4 / Math.sqrt(n));
    assertEquals(1, intervals.lv(), 4 * 1.2 / Math.sqrt(n));
    SpikeCounts counts = SpikeCounts.of(List.of(train), 100);
    assertEquals(1, counts.fano(0), 4 * Math.sqrt(2.0 / counts.bins()));
  }

  @Test
  void intervalsAsTheyComeAreThoseOfTheSample() {
    SpikeTrain train = poisson(20, 5000, "sample");
    Moments moments = Moments.of(train.intervalsMs());
    IntervalStatistics intervals = train.intervals();
    assertEquals(moments.mean(), intervals.meanMs(), 1e-12 * moments.mean());
    assertEquals(moments.standardDeviation() / moments.mean(), intervals.cv(), 1e-12);
    assertTrue(Double.isNaN(SpikeTrain.of(10, 1, 2).intervals().cv()));
    assertTrue(Double.isNaN(SpikeTrain.silent(10).intervals().meanMs()));
  }

  @Test
  void quantilesAreKnownToThreePercent() {
    SpikeTrain train = poisson(20, 1e6, "quantile");
    IntervalHistogram histogram = new IntervalHistogram();
    double[] intervals = train.intervalsMs();
    for (double interval : intervals) {
      histogram.add(interval);
    }
    for (double p : new double[] {0, 0.01, 0.25, 0.5, 0.75, 0.99, 1}) {
      double exact = Quantiles.of(intervals, p);
      assertEquals(exact, histogram.quantileMs(p), 0.032 * exact, "p = " + p);
    }
    assertEquals(intervals.length, histogram.total());
    for (int bin = 1; bin < histogram.bins(); bin++) {
      assertEquals(bin, IntervalHistogram.bin(IntervalHistogram.borderMs(bin)));
      assertEquals(bin - 1, IntervalHistogram.bin(Math.nextDown(IntervalHistogram.borderMs(bin))));
    }
    assertTrue(Double.isNaN(new IntervalHistogram().quantileMs(0.5)));
    assertRefused("intervalMs must be above 0, was 0.0", () -> histogram.add(0));
  }

  @Test
  void partIsCountedFromItsBeginning() {
    SpikeTrain part = SpikeTrain.of(100, 5, 20, 30, 31, 90).within(20, 31);
    assertArrayEquals(new double[] {0, 10, 11}, part.timesMs());
    assertEquals(11, part.durationMs());
  }

  @Test
  void badTimesAreRefused() {
    assertRefused(
        "timesMs[1] must be above 5.0, the spike before, was 4.0", () -> SpikeTrain.of(10, 5, 4));
    assertRefused(
        "timesMs[1] must be above 5.0, the spike before, was 5.0", () -> SpikeTrain.of(10, 5, 5));
    assertRefused("timesMs[0] must be in [0, 10.0], was -1.0", () -> SpikeTrain.of(10, -1));
    assertRefused("timesMs[0] must be in [0, 10.0], was NaN", () -> SpikeTrain.of(10, Double.NaN));
    assertRefused("timesMs[0] must be in [0, 10.0], was 11.0", () -> SpikeTrain.of(10, 11));
    assertRefused("durationMs must be finite and above 0, was 0.0", () -> SpikeTrain.silent(0));
    assertRefused(
        "durationMs must be finite and above 0, was NaN", () -> SpikeTrain.silent(Double.NaN));
    assertRefused(
        "stretch must lie in [0, 10.0], was [5.0, 12.0]",
        () -> SpikeTrain.silent(10).within(5, 12));
  }

  @Test
  void independentTrainsAreUncorrelatedAndCopiesAreNot() {
    List<SpikeTrain> trains = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      trains.add(poisson(20, 50_000, "independent " + i));
    }
    SpikeCounts counts = SpikeCounts.of(trains, 10);
    double[] pairs = counts.correlations();
    assertEquals(190, pairs.length);
    assertEquals(counts.correlation(0, 1), pairs[0], 1e-15);
    assertEquals(counts.correlation(18, 19), pairs[189], 1e-15);
    double error = 1 / Math.sqrt(counts.bins());
    assertEquals(0, Moments.of(pairs).mean(), 4 * error / Math.sqrt(190));
    assertEquals(error, Moments.of(pairs).standardDeviation(), 0.25 * error);
    assertEquals(1 / Math.sqrt(20), counts.synchrony(), 0.02);
    SpikeCounts same = SpikeCounts.of(List.of(trains.get(0), trains.get(0), trains.get(0)), 10);
    assertEquals(1, same.synchrony(), 1e-12);
    assertEquals(1, same.correlation(0, 2), 1e-12);
    assertEquals(1, counts.correlation(3, 3), 1e-12);
    assertTrue(Double.isNaN(SpikeCounts.of(List.of(SpikeTrain.silent(100)), 10).fano(0)));
  }

  @Test
  void countsOfRasterAndTrainsAgree() {
    SpikeTrain train = SpikeTrain.of(100, 0.5, 9.5, 10.5, 55.5, 99.5);
    SpikeCounts ofTrain = SpikeCounts.of(List.of(train), 10);
    SpikeCounts ofRaster = SpikeCounts.of(SpikeRaster.of(List.of(train), 1), 10);
    int[] expected = {2, 1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int bin = 0; bin < 10; bin++) {
      assertEquals(expected[bin], ofTrain.count(0, bin));
      assertEquals(expected[bin], ofRaster.count(0, bin));
    }
    assertRefused("binMs must be in (0, 50.0], was 60.0", () -> SpikeCounts.of(List.of(train), 60));
    assertRefused(
        "neurons times bins must be at most 2147483639, was 1 x 2147483647",
        () -> SpikeCounts.of(List.of(train), 1e-9));
    assertRefused(
        "reach must be in [0, 16777216], was 2147483647",
        () -> Correlogram.auto(train, 1, Integer.MAX_VALUE));
  }

  @Test
  void correlogramIsThatOfAllPairs() {
    SpikeTrain first = poisson(30, 5000, "first");
    SpikeTrain second = poisson(40, 5000, "second");
    for (boolean own : new boolean[] {false, true}) {
      SpikeTrain other = own ? first : second;
      Correlogram gram =
          own ? Correlogram.auto(first, 2.5, 8) : Correlogram.cross(first, other, 2.5, 8);
      long[] plain = new long[17];
      for (int i = 0; i < first.count(); i++) {
        for (int j = 0; j < other.count(); j++) {
          int bin = (int) Math.floor((other.timeMs(j) - first.timeMs(i)) / 2.5 + 0.5) + 8;
          if (bin >= 0 && bin < 17 && !(own && i == j)) {
            plain[bin]++;
          }
        }
      }
      assertArrayEquals(plain, gram.counts());
      assertEquals(
          gram.expected(), Moments.of(Arrays.stream(plain).asDoubleStream().toArray()).mean(), 3);
    }
    assertEquals(-20, Correlogram.auto(first, 2.5, 8).lagMs(0));
  }

  /// A copy that fires 5 ms later has all its pairs at lag 5 beside those of chance.
  @Test
  void delayStandsAtItsLag() {
    SpikeTrain cause = SpikeTrain.of(1000, 100, 300, 700);
    SpikeTrain effect = SpikeTrain.of(1000, 105, 305, 705);
    Correlogram gram = Correlogram.cross(cause, effect, 1, 10);
    assertEquals(5, gram.lagMs(15));
    assertEquals(3, gram.counts()[15]);
    assertEquals(3, Arrays.stream(gram.counts()).sum());
    assertEquals(1000, gram.rateHz(15), 1e-9);
  }

  private static void assertRefused(String message, Runnable asked) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, asked::run).getMessage());
  }
}
