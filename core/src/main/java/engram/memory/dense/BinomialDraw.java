// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.kernel.Doubles;
import engram.math.Gamma;
import engram.random.RandomStream;

/// Binomial numbers by inversion of a table: one uniform draw each.
final class BinomialDraw {
  private final double[] upTo;

  /// @param trials n, 0 or more
  /// @param probability p, in (0, 1]
  BinomialDraw(int trials, double probability) {
    upTo = new double[trials];
    double sum = 0;
    for (int k = 0; k < trials; k++) {
      if (probability < 1) {
        sum +=
            Doubles.exp(
                Gamma.logBinomial(trials, k)
                    + k * Doubles.log(probability)
                    + (trials - k) * Doubles.log(1 - probability));
      }
      upTo[k] = sum;
    }
  }

  /// The least k with u below P(X <= k), by bisection.
  int next(RandomStream random) {
    double u = random.nextDouble();
    int low = 0;
    int high = upTo.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (u < upTo[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
