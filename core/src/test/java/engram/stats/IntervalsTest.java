// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class IntervalsTest {
  /// Student's sleep data, extra hours under two drugs: `sleep` of R, whose `t.test` gives the
  /// interval.
  private static final double[] DRUG_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  private static final double[] DRUG_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void pairedIntervalIsThatOfStudentsSleepData() {
    Interval interval = MeanInterval.ofDifference(DRUG_1, DRUG_2);
    assertEquals(-2.4598858, interval.low(), 5e-8);
    assertEquals(-1.58, interval.middle(), 1e-15);
    assertEquals(-0.7001142, interval.high(), 5e-8);
  }

  /// Two values a, b have one degree of freedom: the quantile is tan(pi (p - 1/2)), and s / sqrt(2)
  /// is |a - b| / 2. At 50 % it is 1: the interval is [a, b].
  @Test
  void twoValuesFollowTheClosedForm() {
    Interval half = MeanInterval.of(new double[] {2, 5}, 0.5);
    assertEquals(2, half.low(), 1e-12);
    assertEquals(5, half.high(), 1e-12);
    Interval wide = MeanInterval.of(new double[] {2, 5});
    assertEquals(3.5 + 1.5 * StrictMath.tan(0.475 * Math.PI), wide.high(), 1e-10);
  }

  @Test
  void equalValuesGiveAPoint() {
    assertEquals(Interval.exact(4), MeanInterval.of(new double[] {4, 4, 4}));
  }

  /// 20,000 samples of 8 normal values: the share that covers lies within four standard errors of
  /// 95 %.
  @Test
  void meanIntervalCoversAsOftenAsItSays() {
    RandomStream random = Seeds.of(8).stream("coverage");
    double[] values = new double[8];
    int covered = 0;
    int trials = 20_000;
    for (int trial = 0; trial < trials; trial++) {
      random.fillGaussian(values, 3);
      covered += MeanInterval.of(values).contains(0) ? 1 : 0;
    }
    assertEquals(0.95, covered / (double) trials, 4 * Math.sqrt(0.95 * 0.05 / trials));
  }

  /// R. G. Newcombe: Two-sided confidence intervals for the single proportion. Statistics in
  /// Medicine 17 (1998), table I: k, n, Wilson's ends, Clopper and Pearson's ends.
  @Test
  void shareIntervalsAreNewcombes() {
    double[][] table = {
      {81, 263, 0.2553, 0.3662, 0.2527, 0.3676},
      {15, 148, 0.0624, 0.1605, 0.0578, 0.1617},
      {0, 20, 0, 0.1611, 0, 0.1684},
      {1, 29, 0.0061, 0.1718, 0.0009, 0.1776},
    };
    for (double[] row : table) {
      long k = (long) row[0];
      long n = (long) row[1];
      Interval wilson = ShareInterval.wilson(k, n, 0.95);
      assertEquals(row[2], wilson.low(), 5.1e-5, k + " of " + n);
      assertEquals(row[3], wilson.high(), 5.1e-5, k + " of " + n);
      Interval exact = ShareInterval.clopperPearson(k, n, 0.95);
      assertEquals(row[4], exact.low(), 5.1e-5, k + " of " + n);
      assertEquals(row[5], exact.high(), 5.1e-5, k + " of " + n);
    }
  }

  @Test
  void shareIntervalsFollowTheirDefinitions() {
    double z = 1.959963984540054;
    for (int n = 1; n <= 40; n += 3) {
      assertEquals(0, ShareInterval.clopperPearson(0, n, 0.95).low());
      double highest = 1 - StrictMath.pow(0.025, 1.0 / n);
      assertEquals(highest, ShareInterval.clopperPearson(0, n, 0.95).high(), 1e-12);
      assertEquals(1 - highest, ShareInterval.clopperPearson(n, n, 0.95).low(), 1e-12);
      assertEquals(1, ShareInterval.clopperPearson(n, n, 0.95).high());
      for (int k = 1; k < n; k++) {
        Interval exact = ShareInterval.clopperPearson(k, n, 0.95);
        double above = BinomialDistribution.of(n, exact.low()).survivalProbability(k - 1);
        double below = BinomialDistribution.of(n, exact.high()).cumulativeProbability(k);
        assertEquals(0.025, above, 1e-9, k + " of " + n);
        assertEquals(0.025, below, 1e-9, k + " of " + n);
        Interval wilson = ShareInterval.wilson(k, n, 0.95);
        for (double p : new double[] {wilson.low(), wilson.high()}) {
          double distance = (k / (double) n - p) * (k / (double) n - p);
          assertEquals(z * z * p * (1 - p) / n, distance, 1e-12, k + " of " + n);
        }
      }
    }
  }

  @Test
  void refusesBadInput() {
    double[] two = {1, 2};
    assertEquals("values must be 2 or more, was 1", message(() -> MeanInterval.of(new double[1])));
    assertEquals(
        "values[1] must be finite, was NaN",
        message(() -> MeanInterval.of(new double[] {1, Double.NaN})));
    assertEquals(
        "confidence must be inside (0, 1), was 1.0", message(() -> MeanInterval.of(two, 1)));
    assertEquals(
        "over must be as many as left, was 3 for 2",
        message(() -> MeanInterval.ofDifference(two, new double[3])));
    assertEquals("trials must be above 0, was 0", message(() -> ShareInterval.wilson(0, 0, 0.95)));
    assertEquals(
        "successes must be in [0, 4], was 5",
        message(() -> ShareInterval.clopperPearson(5, 4, 0.95)));
  }

  private static @Nullable String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  /// Student's textbook case of two soporific drugs, unpaired: R's t.test gives t = -1.8608 on
  /// 17.776 degrees of freedom, interval -3.3654832 to 0.2054832.
  @Test
  void welchAgreesWithSleepData() {
    Interval interval = MeanInterval.ofUnpairedDifference(DRUG_1, DRUG_2);
    assertEquals(-3.3654832, interval.low(), 1e-6);
    assertEquals(-1.58, interval.middle(), 1e-12);
    assertEquals(0.2054832, interval.high(), 1e-6);
  }

  @Test
  void welchOfConstantsIsTheirDifference() {
    Interval interval =
        MeanInterval.ofUnpairedDifference(new double[] {2, 2}, new double[] {5, 5, 5});
    assertEquals(-3, interval.low());
    assertEquals(-3, interval.high());
  }
}
