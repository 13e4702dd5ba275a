// SPDX-License-Identifier: Apache-2.0
package engram.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// Keyed draws and Poisson counts: moments, independence across neurons and steps, the law itself,
/// and that who asks for how much does not matter.
final class KeyedDrawsTest {
  private static final int NEURONS = 1000;
  private static final int STEPS = 400;

  @Test
  void bitsAreUniformAndIndependent() {
    double[] u = new double[NEURONS * STEPS];
    int[] draws = new int[NEURONS];
    for (int step = 0; step < STEPS; step++) {
      KeyedDraws.bits31(12345, step, 0, draws, 0, NEURONS);
      for (int i = 0; i < NEURONS; i++) {
        u[step * NEURONS + i] = draws[i] * 0x1p-31 - 0.5;
      }
    }
    double n = u.length;
    double sum = 0;
    double squares = 0;
    double neighbours = 0;
    double steps = 0;
    for (int k = 0; k < u.length; k++) {
      sum += u[k];
      squares += u[k] * u[k];
      neighbours += k + 1 < u.length ? u[k] * u[k + 1] : 0;
      steps += k + NEURONS < u.length ? u[k] * u[k + NEURONS] : 0;
    }
    assertEquals(0, sum / n, 4 * Math.sqrt(1 / 12.0 / n));
    assertEquals(1 / 12.0, squares / n, 4 * Math.sqrt(1 / 180.0 / n));
    assertEquals(0, neighbours / n, 4 / 12.0 / Math.sqrt(n));
    assertEquals(0, steps / n, 4 / 12.0 / Math.sqrt(n));
  }

  @Test
  void everyBitIsBalanced() {
    int[] ones = new int[31];
    int[] draws = new int[NEURONS];
    for (int step = 0; step < STEPS; step++) {
      KeyedDraws.bits31(7, step, 5000, draws, 0, NEURONS);
      for (int draw : draws) {
        for (int bit = 0; bit < 31; bit++) {
          ones[bit] += draw >>> bit & 1;
        }
      }
    }
    double n = (double) NEURONS * STEPS;
    for (int bit = 0; bit < 31; bit++) {
      assertEquals(0.5, ones[bit] / n, 4.5 * 0.5 / Math.sqrt(n), "bit " + bit);
    }
  }

  @Test
  void countsFollowThePoissonLaw() {
    for (double mean : new double[] {0, 0.003, 0.3, 2, 9.5, 60, 700}) {
      PoissonCounts counts = new PoissonCounts(mean);
      int[] drawn = new int[NEURONS];
      double sum = 0;
      double squares = 0;
      long zeros = 0;
      for (int step = 0; step < STEPS; step++) {
        counts.fill(99, step, 0, drawn, 0, NEURONS);
        for (int c : drawn) {
          sum += c;
          squares += (c - mean) * (c - mean);
          zeros += c == 0 ? 1 : 0;
        }
      }
      double n = (double) NEURONS * STEPS;
      double fourth = mean + 3 * mean * mean;
      assertEquals(mean, sum / n, 4 * Math.sqrt(mean / n) + 1e-12, "mean of " + mean);
      assertEquals(
          mean, squares / n, 4 * Math.sqrt((fourth - mean * mean) / n) + 1e-12, "var of " + mean);
      double none = StrictMath.exp(-mean);
      assertEquals(none, zeros / n, 4 * Math.sqrt(none * (1 - none) / n) + 1e-9);
    }
  }

  @Test
  void whoAsksDoesNotMatter() {
    for (double mean : new double[] {2, 60}) {
      int[] all = new int[1500];
      new PoissonCounts(mean).fill(3, 17, 0, all, 0, all.length);
      int[] parts = new int[1500];
      PoissonCounts other = new PoissonCounts(mean);
      other.fill(3, 17, 700, parts, 700, 800);
      other.fill(3, 17, 0, parts, 0, 700);
      assertArrayEquals(all, parts);
      float[] added = new float[1500];
      other.add(3, 17, 0, 0.5f, added, 0, 1500);
      for (int i = 0; i < all.length; i++) {
        assertEquals(0.5f * all[i], added[i]);
      }
    }
  }

  @Test
  void valuesStayWhatTheyAre() {
    int[] draws = new int[3];
    KeyedDraws.bits31(1, 2, 0, draws, 0, 3);
    int[] again = new int[3];
    KeyedDraws.bits31(1, 2, 1, again, 1, 2);
    assertEquals(draws[1], again[1]);
    assertEquals(draws[2], again[2]);
    KeyedDraws.bits24(1, 2, 0, again, 0, 3);
    assertEquals(draws[0] >>> 7, again[0]);
  }

  @Test
  void refusesMeansOutOfRange() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new PoissonCounts(-1));
    assertEquals("mean must be in [0, 1e6], was -1.0", refused.getMessage());
  }
}
