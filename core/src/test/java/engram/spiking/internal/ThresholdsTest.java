// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

/// Who has reached a threshold: vectors against one neuron after the other; binomial numbers
/// against their moments.
final class ThresholdsTest {
  @Test
  void vectorsFindWhoThePlainLoopFinds() {
    RandomStream stream = Seeds.of(2).stream("potentials");
    Thresholds plain = new Thresholds.Plain();
    Thresholds vectors = new VectorThresholds();
    for (int n = 0; n < 90; n++) {
      float[] v = new float[n];
      float[] each = new float[n];
      for (int i = 0; i < n; i++) {
        v[i] = stream.nextFloat();
        each[i] = stream.nextFloat();
        if (stream.nextInt(9) == 0) {
          v[i] = stream.nextBoolean() ? Float.NaN : 0.75f;
        }
      }
      for (float[] threshold : new float[][] {{0.75f}, {2}, {-1}, each}) {
        if (threshold.length != 1 && threshold.length != n) {
          continue;
        }
        int[] expected = new int[n + 3];
        int[] found = new int[n + 3];
        int end = plain.find(v, n, threshold, expected, 3);
        assertEquals(end, vectors.find(v, n, threshold, found, 3), "n " + n);
        assertArrayEquals(expected, found, "n " + n);
      }
    }
  }

  @Test
  void binomialNumbersHaveTheirMoments() {
    RandomStream stream = Seeds.of(3).stream("binomial");
    for (long n : new long[] {1, 10, 4_000, 40_000_000}) {
      for (double p : new double[] {0, 1e-5, 0.02, 0.5, 0.97, 1}) {
        int draws = 4_000;
        double mean = n * p;
        double variance = n * p * (1 - p);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < draws; k++) {
          double x = Multinomial.binomial(n, p, stream) - mean;
          sum += x;
          squares += x * x;
        }
        String what = "n " + n + " p " + p;
        assertEquals(0, sum / draws, 4 * Math.sqrt(variance / draws) + 1e-9, what);
        double fourth = variance * (1 + 3 * variance);
        double spread = Math.sqrt((fourth - variance * variance) / draws);
        assertEquals(variance, squares / draws, 4.5 * spread + 1e-9, what);
      }
    }
  }
}
