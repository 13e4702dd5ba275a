// SPDX-License-Identifier: Apache-2.0
package engram.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The examples of Hollander and Wolfe: Nonparametric statistical methods (1973), as R's help pages
/// give them with their results.
class RanksTest {
  @Test
  void wilcoxonAgreesWithTheDepressionScale() {
    double[] first = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] second = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    RankTest test = RankTest.wilcoxon(first, second);
    assertEquals(40, test.statistic());
    assertEquals(20 / 512.0, test.p(), 1e-12); // 10 of 2^9 sign patterns reach 40
  }

  @Test
  void mannWhitneyAgreesWithThePermeabilityConstants() {
    double[] term = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
    double[] early = {1.15, 0.88, 0.90, 0.74, 1.21};
    RankTest test = RankTest.mannWhitney(term, early);
    assertEquals(35, test.statistic());
    assertEquals(0.2544, test.p(), 5e-5);
  }

  @Test
  void correlationsAgreeWithTheTunaQuality() {
    double[] x = {44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1};
    double[] y = {2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};
    assertEquals(4 / 9.0, RankCorrelation.kendall(x, y), 1e-15);
    assertEquals(0.6, RankCorrelation.spearman(x, y), 1e-15);
  }

  /// Ranks 1, 2.5, 2.5, 4 and 1, 2, 3.5, 3.5: rho = 3.75 / 4.5. Of six pairs four agree, one is
  /// tied on either side: tau-b = 4 / 5.
  @Test
  void tiesShareTheirRanks() {
    double[] x = {1, 2, 2, 3};
    double[] y = {1, 2, 3, 3};
    assertArrayEquals(new double[] {1, 2.5, 2.5, 4}, RankCorrelation.ranks(x));
    assertEquals(3.75 / 4.5, RankCorrelation.spearman(x, y), 1e-15);
    assertEquals(0.8, RankCorrelation.kendall(x, y), 1e-15);
  }

  @Test
  void correlationsKnowOrderAlone() {
    long seed = 10;
    RandomStream random = Seeds.of(seed).stream("ranks");
    for (int i = 0; i < 200; i++) {
      int n = 2 + random.nextInt(40);
      double[] x = new double[n];
      double[] y = new double[n];
      double[] bentX = new double[n];
      double[] fallingY = new double[n];
      for (int j = 0; j < n; j++) {
        x[j] = random.nextInt(10) - 4;
        y[j] = random.nextInt(10);
        bentX[j] = x[j] * x[j] * x[j];
        fallingY[j] = -y[j];
      }
      String where = "seed " + seed + " at " + i;
      double rho = RankCorrelation.spearman(x, y);
      double tau = RankCorrelation.kendall(x, y);
      assertEquals(rho, RankCorrelation.spearman(bentX, y), where);
      assertEquals(tau, RankCorrelation.kendall(bentX, y), where);
      assertEquals(-rho, RankCorrelation.spearman(x, fallingY), 1e-15, where);
      assertEquals(-tau, RankCorrelation.kendall(x, fallingY), 1e-15, where);
      if (!Double.isNaN(RankCorrelation.spearman(x, x))) {
        assertEquals(1, RankCorrelation.spearman(x, x), 1e-15, where);
        assertEquals(1, RankCorrelation.kendall(x, x), 1e-15, where);
      }
    }
    assertTrue(Double.isNaN(RankCorrelation.spearman(new double[3], new double[] {1, 2, 3})));
    assertTrue(Double.isNaN(RankCorrelation.kendall(new double[3], new double[] {1, 2, 3})));
  }

  @Test
  void refusesBadInput() {
    double[] two = {1, 2};
    assertEquals(
        "over must be different from left, was the same",
        message(() -> RankTest.wilcoxon(two, two.clone())));
    assertEquals(
        "right must be 1 or more, was 0", message(() -> RankTest.mannWhitney(two, new double[0])));
    assertEquals(
        "y must be as many as x, was 1 for 2",
        message(() -> RankCorrelation.kendall(two, new double[1])));
    assertEquals(
        "x must be 2 or more, was 1",
        message(() -> RankCorrelation.spearman(new double[1], new double[1])));
  }

  private static @Nullable String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
