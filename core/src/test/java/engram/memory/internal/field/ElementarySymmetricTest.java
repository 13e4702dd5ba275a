// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/// Newton's identities against sums over all sets.
@FromPaper(value = "dense-hebbian", at = "spec: local field")
final class ElementarySymmetricTest {
  private static final long SEED = 11;

  private static double[] powerSums(int degree, double[] x) {
    double[] p = new double[degree];
    for (double value : x) {
      double power = 1;
      for (int k = 0; k < degree; k++) {
        power *= value;
        p[k] += power;
      }
    }
    return p;
  }

  @Test
  void newtonsIdentitiesAreTheSumOverAllSets() {
    RandomStream random = Seeds.of(SEED).stream("real");
    for (int n = 1; n <= 10; n++) {
      for (int degree = 0; degree <= 6; degree++) {
        double[] x = new double[n];
        random.fillGaussian(x, 1);
        assertEquals(
            SumOverSets.of(degree, x),
            ElementarySymmetric.of(powerSums(degree, x)),
            1e-9,
            "seed " + SEED + ", N = " + n + ", degree " + degree);
      }
    }
  }

  @Test
  void signsNeedOnlyTheirSum() {
    for (int n = 1; n <= 12; n++) {
      for (int up = 0; up <= n; up++) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
          x[i] = i < up ? 1 : -1;
        }
        int s = 2 * up - n;
        for (int degree = 0; degree <= 6; degree++) {
          double e = ElementarySymmetric.ofSigns(degree, n, s);
          assertEquals(
              SumOverSets.of(degree, x) + 0.0, e, "N = " + n + ", S = " + s + ", P = " + degree);
        }
        assertEquals((s * s * s - (3 * n - 2) * s) / 6.0, ElementarySymmetric.ofSigns(3, n, s));
        assertEquals(
            (Math.multiplyExact(s * s, s * s) - (6 * n - 8) * s * s + 3 * n * n - 6 * n) / 24.0,
            ElementarySymmetric.ofSigns(4, n, s));
      }
    }
  }

  @Test
  void integersAreExactInBothWidthsWithinTheStatedReach() {
    RandomStream random = Seeds.of(SEED).stream("integer");
    for (int trial = 0; trial < 200; trial++) {
      int n = 1 + random.nextInt(10);
      int degree = random.nextInt(7);
      int largest = 1 + random.nextInt(30);
      double[] x = new double[n];
      long[] p = new long[degree];
      for (int i = 0; i < n; i++) {
        x[i] = random.nextInt(-largest, largest + 1);
      }
      double[] sums = powerSums(degree, x);
      for (int k = 0; k < degree; k++) {
        p[k] = (long) sums[k];
      }
      long exact = ElementarySymmetric.exact(degree, p, new long[degree + 1]);
      assertEquals(SumOverSets.of(degree, x), (double) exact, "seed " + SEED + ", trial " + trial);
      assertEquals(BigInteger.valueOf(exact), ElementarySymmetric.wide(degree, p));
      assertTrue(
          Math.abs((double) exact) * degree <= ElementarySymmetric.reach(degree, n, largest));
    }
  }

  @Test
  void sumsOfIntegersRoundOnce() {
    RandomStream random = Seeds.of(SEED).stream("sum");
    for (int trial = 0; trial < 200; trial++) {
      ExactSum sum = new ExactSum();
      BigInteger all = BigInteger.ZERO;
      int shift = random.nextInt(60);
      for (int i = 0; i < 1000; i++) {
        long term = random.nextLong() >> shift;
        sum.add(term);
        all = all.add(BigInteger.valueOf(term));
      }
      assertEquals(all.doubleValue(), sum.nearest(), "seed " + SEED + ", trial " + trial);
    }
    ExactSum cancelled = new ExactSum();
    cancelled.add(Long.MIN_VALUE);
    cancelled.add(Long.MAX_VALUE);
    assertEquals(-1, cancelled.nearest());
    cancelled.add(BigInteger.TWO.pow(80));
    assertEquals(0x1p80, cancelled.nearest());
  }
}
