// SPDX-License-Identifier: Apache-2.0
package engram.random;

import engram.kernel.Doubles;
import engram.math.Gamma;
import java.util.Arrays;

/// Poisson counts of one mean for a whole array at one step of something that runs, keyed as
/// [KeyedDraws]: count i of step t is the same whoever asks, in whatever order.
///
/// By inversion of 31 bits u: the count is the number of k with `u >= 2^31 P(X <= k)`, so
/// probabilities are right to 2^-31 and what is rarer does not occur. Where few thresholds can be
/// passed all are compared, in a loop without branches; else a table over the upper bits of u says
/// where to begin. Both give the same counts.
public final class PoissonCounts {
  /// Above it, sums of two counts of half the mean would be needed.
  private static final double MOST = 1e6;

  private static final int BLOCK = 512;
  private static final int FEW = 40;
  private static final int GUIDE_BITS = 10;
  private static final double FULL = 0x1p31;

  /// 2^31 P(X <= k) for k from `base` on, as long as it is inside (0, 2^31).
  private final int[] thresholds;

  /// The counts below it never occur.
  private final int base;

  private final int[] guide;
  private final int[] draws = new int[BLOCK];
  private final int[] counts = new int[BLOCK];

  /// Counts of that mean.
  ///
  /// @param mean in [0, 1e6]
  public PoissonCounts(double mean) {
    if (!(mean >= 0 && mean <= MOST)) {
      throw new IllegalArgumentException("mean must be in [0, 1e6], was " + mean);
    }
    int most = (int) Math.ceil(mean + 9 * Math.sqrt(mean) + 30);
    int least = (int) Math.max(0, Math.floor(mean - 9 * Math.sqrt(mean) - 30));
    int[] all = new int[most - least + 1];
    int found = 0;
    int first = least;
    double cumulated = 0;
    for (int k = least; k <= most; k++) {
      cumulated += probability(mean, k);
      long threshold = Math.round(cumulated * FULL);
      if (threshold == 0) {
        first = k + 1;
      } else if (threshold < (1L << 31)) {
        all[found++] = (int) threshold;
      }
    }
    base = first;
    thresholds = Arrays.copyOf(all, found);
    guide = guide(thresholds);
  }

  private static double probability(double mean, int k) {
    if (mean == 0) {
      return k == 0 ? 1 : 0;
    }
    return Doubles.exp(k * Doubles.log(mean) - mean - Gamma.logFactorial(k));
  }

  /// By the upper bits of u: how many thresholds are at most the least such u.
  private static int[] guide(int[] thresholds) {
    int[] table = new int[1 << GUIDE_BITS];
    int passed = 0;
    for (int cell = 0; cell < table.length; cell++) {
      int least = cell << (31 - GUIDE_BITS);
      while (passed < thresholds.length && thresholds[passed] <= least) {
        passed++;
      }
      table[cell] = passed;
    }
    return table;
  }

  /// Adds `weight` times a count to each of `into[at]` to `into[at + n - 1]`.
  ///
  /// @param first the number of the count that goes to `into[at]`
  public void add(long key, long step, int first, float weight, float[] into, int at, int n) {
    for (int done = 0; done < n; done += BLOCK) {
      int size = Math.min(BLOCK, n - done);
      block(key, step, first + done, size);
      for (int i = 0; i < size; i++) {
        into[at + done + i] = Math.fma(weight, counts[i], into[at + done + i]);
      }
    }
  }

  /// Writes counts `first` to `first + n - 1` of a step into `into[at]` and on.
  public void fill(long key, long step, int first, int[] into, int at, int n) {
    for (int done = 0; done < n; done += BLOCK) {
      int size = Math.min(BLOCK, n - done);
      block(key, step, first + done, size);
      System.arraycopy(counts, 0, into, at + done, size);
    }
  }

  private void block(long key, long step, int first, int n) {
    KeyedDraws.bits31(key, step, first, draws, 0, n);
    if (thresholds.length <= FEW) {
      compareAll(n);
    } else {
      lookUp(n);
    }
  }

  private void compareAll(int n) {
    int[] u = draws;
    int[] count = counts;
    Arrays.fill(count, 0, n, base);
    for (int k = 0; k < thresholds.length; k += 2) {
      int below = thresholds[k] - 1;
      int next = k + 1 < thresholds.length ? thresholds[k + 1] - 1 : Integer.MAX_VALUE;
      for (int i = 0; i < n; i++) {
        count[i] += ((below - u[i]) >>> 31) + ((next - u[i]) >>> 31);
      }
    }
  }

  private void lookUp(int n) {
    for (int i = 0; i < n; i++) {
      int u = draws[i];
      int k = guide[u >>> (31 - GUIDE_BITS)];
      while (k < thresholds.length && thresholds[k] <= u) {
        k++;
      }
      counts[i] = base + k;
    }
  }
}
