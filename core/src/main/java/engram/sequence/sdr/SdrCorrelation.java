// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.source.FromPaper;
import java.util.List;

/// How strongly cells of a data set hang together: the mean of Pearson's correlation between two
/// cells, over all pairs that are active together in an input, each pair as often as it occurs.
///
///     r(i, j) = (p(ij) - p(i) p(j)) / sqrt(p(i) (1 - p(i)) p(j) (1 - p(j)))
///
/// References: see the package, [1].
@FromPaper(value = "sdr", at = "spec 8")
public final class SdrCorrelation {
  private SdrCorrelation() {}

  /// The mean correlation of co-active pairs; 0 where there are none. Takes 4 n^2 bytes.
  ///
  /// @param inputs not empty, of one population
  public static double ofCoactive(List<Sdr> inputs) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("inputs must be not empty, was []");
    }
    int n = inputs.getFirst().population();
    int[] together = new int[Math.multiplyExact(n, n)];
    for (Sdr input : inputs) {
      input.requireSamePopulation(n);
      for (int i = 0; i < input.size(); i++) {
        for (int j = 0; j <= i; j++) {
          together[input.cell(i) * n + input.cell(j)]++;
        }
      }
    }
    double all = inputs.size();
    double sum = 0;
    long pairs = 0;
    for (int i = 0; i < n; i++) {
      double pi = together[i * n + i] / all;
      for (int j = 0; j < i; j++) {
        int count = together[i * n + j];
        double pj = together[j * n + j] / all;
        if (count > 0 && pi < 1 && pj < 1) {
          sum += count * (count / all - pi * pj) / Math.sqrt(pi * (1 - pi) * pj * (1 - pj));
          pairs += count;
        }
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }
}
