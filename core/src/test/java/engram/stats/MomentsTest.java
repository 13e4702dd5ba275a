// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

class MomentsTest {
  @Test
  void agreeWithTheClosedFormsOfARun() {
    Moments moments = new Moments();
    int n = 1001;
    for (int i = 0; i < n; i++) {
      moments.add(i);
    }
    assertEquals(n, moments.count());
    assertEquals(500, moments.mean(), 1e-12);
    assertEquals(n * (n + 1) / 12.0, moments.variance(), 1e-8);
    assertEquals(0, moments.least());
    assertEquals(1000, moments.most());
    assertEquals(Math.sqrt(moments.variance()), moments.standardDeviation());
  }

  /// The sum-of-squares formula loses all digits of this variance.
  @Test
  void keepTheVarianceOfASmallSpreadOnALargeMean() {
    assertEquals(30, Moments.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16).variance(), 1e-9);
  }

  @Test
  void mergeToThoseOfAllValues() {
    long seed = 83;
    RandomStream random = Seeds.of(seed).stream("merge");
    for (int i = 0; i < 200; i++) {
      Moments whole = new Moments();
      Moments merged = new Moments();
      for (int part = 0; part < 4; part++) {
        Moments own = new Moments();
        int count = random.nextInt(20);
        for (int j = 0; j < count; j++) {
          double value = 100 + random.nextGaussian();
          own.add(value);
          whole.add(value);
        }
        merged.merge(own);
      }
      String where = "seed " + seed + " at " + i;
      assertEquals(whole.count(), merged.count(), where);
      assertEquals(whole.mean(), merged.mean(), 1e-12, where);
      assertEquals(whole.variance(), merged.variance(), 1e-12, where);
      assertEquals(whole.least(), merged.least(), where);
      assertEquals(whole.most(), merged.most(), where);
    }
  }

  @Test
  void areNotANumberOfTooFewValues() {
    assertTrue(Double.isNaN(new Moments().mean()));
    assertTrue(Double.isNaN(Moments.of(3).variance()));
    assertEquals(3, Moments.of(3).mean());
  }

  @Test
  void quantilesInterpolateBetweenNeighbours() {
    double[] values = {15, 20, 35, 40, 50};
    assertEquals(15, Quantiles.of(values, 0));
    assertEquals(50, Quantiles.of(values, 1));
    assertEquals(35, Quantiles.median(values));
    assertEquals(20 + 0.6 * 15, Quantiles.of(values, 0.4), 1e-12); // h = 4 * 0.4 = 1.6
    assertEquals(2.5, Quantiles.median(new double[] {4, 1, 3, 2}));
    assertEquals(7, Quantiles.of(new double[] {7}, 0.3));
  }

  @Test
  void refuseBadInput() {
    assertEquals(
        "value must be finite, was NaN",
        assertThrows(IllegalArgumentException.class, () -> Moments.of(1, Double.NaN)).getMessage());
    assertEquals(
        "p must be in [0, 1], was 1.5",
        assertThrows(IllegalArgumentException.class, () -> Quantiles.of(new double[1], 1.5))
            .getMessage());
    assertEquals(
        "values must be 1 or more, was 0",
        assertThrows(IllegalArgumentException.class, () -> Quantiles.median(new double[0]))
            .getMessage());
  }
}
