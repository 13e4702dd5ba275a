// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.synapse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

/// Binomial numbers against their moments.
final class MultinomialTest {
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
