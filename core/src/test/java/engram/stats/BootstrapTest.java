// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BootstrapTest {
  /// Efron and Tibshirani: An introduction to the bootstrap (1993), table 14.1, spatial test data
  /// A, and table 14.2: the variance with divisor n, 90 % intervals from 2,000 resamples.
  @Test
  void agreesWithTheSpatialTestData() {
    double[] values = {
      48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26,
      30, 41
    };
    ToDoubleFunction<double[]> variance = v -> Moments.of(v).variance() * (v.length - 1) / v.length;
    Bootstrap bootstrap = new Bootstrap(variance, 20_000, 0.9);
    Interval percentile = bootstrap.percentile(values, stream("spatial"));
    assertEquals(171.5, percentile.middle(), 0.05);
    assertEquals(100.8, percentile.low(), 3);
    assertEquals(233.9, percentile.high(), 3);
    Interval bca = bootstrap.bca(values, stream("spatial"));
    assertEquals(115.8, bca.low(), 4);
    assertEquals(259.6, bca.high(), 6);
  }

  /// The mean of a resample of {0, 1} is 0, 1/2, 1 with 1/4, 1/2, 1/4.
  @Test
  void percentilesOfTwoValuesAreThoseOfTheirBinomial() {
    double[] values = {0, 1};
    assertEquals(
        new Interval(0, 0.5, 1),
        new Bootstrap(BootstrapTest::mean, 1000, 0.6).percentile(values, stream("two")));
    assertEquals(
        Interval.exact(0.5),
        new Bootstrap(BootstrapTest::mean, 1000, 0.4).percentile(values, stream("two")));
  }

  /// A monotone change of the statistic moves the ends along with it: exactly, but for the
  /// interpolation between two neighbours of 4,000 and the jackknife's acceleration.
  @Test
  void percentileFollowsAMonotoneChangeOfScale() {
    double[] values = new double[30];
    stream("values").fillGaussian(values, 1);
    Interval plain =
        new Bootstrap(BootstrapTest::mean, 4000, 0.9).percentile(values, stream("scale"));
    Interval changed =
        new Bootstrap(v -> StrictMath.exp(mean(v)), 4000, 0.9).percentile(values, stream("scale"));
    assertEquals(StrictMath.exp(plain.low()), changed.low(), 1e-3);
    assertEquals(StrictMath.exp(plain.high()), changed.high(), 1e-3);
  }

  /// Means of 20 exponential values, 600 samples: BCa misses on both sides more evenly than the
  /// percentile interval does.
  @Test
  void bcaEvensOutTheMissesOfASkewedStatistic() {
    Bootstrap bootstrap = new Bootstrap(BootstrapTest::mean, 400, 0.9);
    RandomStream random = stream("skew");
    int[] percentile = new int[2];
    int[] bca = new int[2];
    double[] values = new double[20];
    for (int trial = 0; trial < 600; trial++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextExponential();
      }
      count(percentile, bootstrap.percentile(values, random));
      count(bca, bootstrap.bca(values, random));
    }
    String seen = percentile[0] + "/" + percentile[1] + " against " + bca[0] + "/" + bca[1];
    assertTrue(percentile[0] - percentile[1] > bca[0] - bca[1], seen);
    assertTrue(bca[0] + bca[1] < 0.17 * 600 && bca[0] + bca[1] > 0.06 * 600, seen);
  }

  @Test
  void theSameStreamGivesTheSameInterval() {
    double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
    Bootstrap bootstrap = new Bootstrap(BootstrapTest::mean, 500, 0.95);
    assertEquals(bootstrap.bca(values, stream("same")), bootstrap.bca(values, stream("same")));
  }

  @Test
  void equalValuesGiveAPoint() {
    double[] values = {2, 2, 2};
    Bootstrap bootstrap = new Bootstrap(BootstrapTest::mean, 100, 0.95);
    assertEquals(Interval.exact(2), bootstrap.bca(values, stream("point")));
    assertEquals(Interval.exact(2), bootstrap.percentile(values, stream("point")));
  }

  @Test
  void refusesBadInput() {
    assertEquals(
        "resamplesCount must be 100 or more, was 99",
        message(() -> new Bootstrap(BootstrapTest::mean, 99, 0.9)));
    assertEquals(
        "confidence must be inside (0, 1), was 0.0",
        message(() -> new Bootstrap(BootstrapTest::mean, 100, 0)));
    Bootstrap bootstrap = new Bootstrap(v -> Double.NaN, 100, 0.9);
    assertEquals(
        "values must be 2 or more, was 1",
        message(() -> bootstrap.bca(new double[1], stream("bad"))));
    assertEquals(
        "statistic of a resample[0] must be finite, was NaN",
        message(() -> bootstrap.percentile(new double[2], stream("bad"))));
  }

  private static double mean(double[] values) {
    return Moments.of(values).mean();
  }

  /// Counts a miss by an interval that lies below the true mean 1, or above it.
  private static void count(int[] misses, Interval interval) {
    misses[0] += interval.high() < 1 ? 1 : 0;
    misses[1] += interval.low() > 1 ? 1 : 0;
  }

  private static RandomStream stream(String name) {
    return Seeds.of(1993).stream(name);
  }

  private static @Nullable String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
