// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/// Published numbers, exact counting, and the laws that any such probability obeys.
@FromPaper(value = "sdr", at = "spec 2, 3, 4, 5")
final class SdrMathTest {
  private static void assertClose(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.abs(expected));
  }

  private static void assertFalsePositive(double expected, int n, int a, int s, int theta) {
    assertClose(expected, SdrMath.falsePositive(n, a, s, theta), 1e-12);
  }

  @Test
  void givesTheAuthorsFalsePositives() {
    assertFalsePositive(8.37584522709849e-13, 10_000, 300, 24, 12);
    assertFalsePositive(2.67069117512708e-8, 1024, 7, 7, 4);
    assertFalsePositive(6.85523984236413e-5, 1024, 4, 4, 2);
    assertFalsePositive(2.47192330943086e-23, 2000, 40, 20, 15);
    assertFalsePositive(1.82483624417666e-42, 1024, 20, 20, 20);
    assertFalsePositive(6.35308872941916e-11, 100_000, 2000, 6, 6);
    assertFalsePositive(1.00163216178113e-17, 100_000, 2000, 10, 10);
    assertFalsePositive(5.29386836275369e-8, 100_000, 2000, 12, 6);
    assertFalsePositive(8.58694100276592e-15, 100_000, 2000, 24, 12);
    // Counted exactly; the authors' values differ from the tenth digit on.
    assertFalsePositive(4.91541864883645e-9, 100_000, 2000, 40, 10);
    assertFalsePositive(4.62568448038216e-6, 100_000, 2000, 80, 10);
    assertFalsePositive(1.58799793094939e-4, 100_000, 2000, 120, 10);
    assertFalsePositive(1.07990763946553e-7, 100_000, 2000, 240, 20);
    assertClose(0.0441628264208909, 10 * SdrMath.falsePositive(64, 3, 3, 2), 1e-12);
    double[] times500 = {0.144691001, 0.002826477, 2.03654e-5, 3.12352e-8};
    for (int i = 0; i < times500.length; i++) {
      assertClose(times500[i], 500 * SdrMath.falsePositive(100, 7, 7, 4 + i), 2e-6);
    }
  }

  @Test
  void givesOurExactFalsePositivesAtTwoHundredThousandCells() {
    assertFalsePositive(9.925956644577e-13, 200_000, 2000, 6, 6);
    assertFalsePositive(9.862183180484e-17, 200_000, 2000, 8, 8);
    assertFalsePositive(9.779363371030e-21, 200_000, 2000, 10, 10);
    assertFalsePositive(8.711434944603e-10, 200_000, 2000, 12, 6);
    assertFalsePositive(1.182130557967e-12, 200_000, 2000, 16, 8);
    assertFalsePositive(1.649898752008e-15, 200_000, 2000, 20, 10);
    assertFalsePositive(2.343083718152e-18, 200_000, 2000, 24, 12);
  }

  @Test
  void fallsWithThePopulationAsPublished() {
    int[] n = {300, 500, 700, 900, 1100, 4100};
    double[] rates = {0.292078, 0.00736788, 3.20106e-4, 2.50256e-5, 2.99642e-6, 1.00649e-12};
    for (int i = 0; i < n.length; i++) {
      assertClose(rates[i], SdrMath.falsePositive(n[i], 128, 24, 12), 3e-6);
    }
    assertFalsePositive(0.005186043067500, 300, 75, 24, 12);
    double endless = SdrMath.falsePositive(2_000_000_000, 500_000_000, 24, 12);
    assertClose(0.007199650007855, endless, 1e-6);
  }

  @Test
  void fallsWithTheSynapsesAsPublished() {
    int[] s = {2, 4, 6, 8, 10, 20, 30};
    double[] rates = {0.03175, 1.459e-3, 7.210e-5, 3.620e-6, 1.807e-7, 3.904e-14, 3.270e-21};
    for (int i = 0; i < s.length; i++) {
      assertClose(rates[i], SdrMath.falsePositive(2000, 32, s[i], s[i] / 2), 2e-4);
    }
  }

  @Test
  void givesTheAuthorsFalseNegatives() {
    assertClose(7.354e-4, SdrMath.falseNegative(128, 30, 8, 64), 1e-4);
    assertClose(0.07170, SdrMath.falseNegative(128, 30, 12, 64), 1e-4);
    assertClose(0.58250, SdrMath.falseNegative(128, 30, 16, 64), 1e-4);
    assertClose(2.163e-7, SdrMath.falseNegative(128, 30, 12, 32), 1e-4);
  }

  @Test
  void givesTheUnionTable() {
    int[] patterns = {1, 5, 10, 20, 40};
    int[][] settings = {{2000, 40}, {10_000, 200}, {20_000, 200}};
    double[][] rates = {
      {4.9436e-13, 1.2655e-5, 3.3305e-3, 0.17753, 0.90002},
      {1.2701e-12, 2.8640e-5, 6.4631e-3, 0.26062, 0.95028},
      {1.3508e-15, 6.2119e-8, 3.3326e-5, 6.7302e-3, 0.26088}
    };
    for (int i = 0; i < settings.length; i++) {
      for (int k = 0; k < patterns.length; k++) {
        int n = settings[i][0];
        int a = settings[i][1];
        double exact = SdrMath.unionFalsePositive(n, a, 20, 10, patterns[k], UnionSize.EXACT);
        double mean = SdrMath.unionFalsePositive(n, a, 20, 10, patterns[k], UnionSize.EXPECTED);
        assertClose(rates[i][k], exact, 1e-4);
        assertClose(exact, mean, 0.015);
      }
    }
  }

  @Test
  void givesTheAuthorsUnionsOfWholePatterns() {
    int[] patterns = {1, 2, 3, 5, 8, 10};
    double[] rates = {
      1.745032e-21, 2.093469e-16, 1.091759e-13, 1.814422e-10, 1.017201e-7, 1.673545e-6
    };
    for (int i = 0; i < patterns.length; i++) {
      double rate = SdrMath.unionFalsePositive(4000, 40, 40, 15, patterns[i], UnionSize.EXPECTED);
      assertClose(rates[i], rate, 1e-6);
    }
  }

  @Test
  void unionSizesAreADistributionWithTheExpectedMean() {
    double[] sizes = SdrMath.unionSizes(2000, 20, 40);
    double sum = 0;
    double mean = 0;
    for (int u = 0; u < sizes.length; u++) {
      sum += sizes[u];
      mean += u * sizes[u];
    }
    assertEquals(1, sum, 1e-12);
    assertClose(SdrMath.unionSize(2000, 20, 40), mean, 1e-12);
  }

  @Test
  void neuronsOfManySegmentsKeepSmallDigits() {
    double[] published = {0.9999999, 0.51813, 0.035411, 1.8084e-3, 9.035e-5};
    for (int i = 0; i < published.length; i++) {
      int s = 2 * i + 2;
      double rate = SdrMath.neuronFalsePositive(SdrMath.falsePositive(2000, 32, s, s / 2), 500);
      assertClose(published[i], rate, 3e-5);
    }
    assertClose(5e-18, SdrMath.neuronFalsePositive(1e-20, 500), 1e-14);
    assertEquals(0, SdrMath.neuronFalsePositive(1, 0));
    assertEquals(1, SdrMath.neuronFalsePositive(1, 3));
  }

  @Test
  void agreesWithCountingOverAThousandRandomSettings() {
    long seed = 32;
    RandomStream random = Seeds.of(seed).stream("settings");
    for (int i = 0; i < 1000; i++) {
      int n = 1 + random.nextInt(i < 50 ? 5000 : 400);
      int a = random.nextInt(n + 1);
      int s = random.nextInt(Math.min(n, 60) + 1);
      int theta = random.nextInt(s + 2);
      double exact = SdrMath.falsePositiveExact(n, a, s, theta).doubleValue();
      double log = SdrMath.falsePositive(n, a, s, theta);
      String where = "seed " + seed + ": n=" + n + " a=" + a + " s=" + s + " theta=" + theta;
      assertEquals(exact, log, 1e-12 * exact, where);
      assertEquals(log, SdrMath.falsePositive(n, s, a, theta), 1e-12 * log, where);
    }
  }

  @Test
  void staysFiniteWhereTheProbabilityIsZeroInADouble() {
    double log = SdrMath.logFalsePositive(100_000, 1000, 200, 200);
    double product = 0;
    for (int i = 0; i < 200; i++) {
      product += StrictMath.log((1000.0 - i) / (100_000 - i));
    }
    assertClose(product, log, 1e-12);
    assertEquals(0, SdrMath.falsePositive(100_000, 1000, 200, 200));
  }

  @Test
  void overlapsOfAllSizesCountAllInputs() {
    BigInteger sum = BigInteger.ZERO;
    BigInteger moments = BigInteger.ZERO;
    for (int b = 0; b <= 24; b++) {
      BigInteger inputs = SdrMath.inputsOfOverlap(300, 64, 24, b);
      sum = sum.add(inputs);
      moments = moments.add(inputs.multiply(BigInteger.valueOf(b)));
    }
    ExactProbability all = SdrMath.falsePositiveExact(300, 64, 24, 0);
    assertEquals(all.all(), sum);
    assertEquals(0, all.decimal().compareTo(BigDecimal.ONE));
    // Mean overlap s a / n, exactly.
    assertEquals(
        sum.multiply(BigInteger.valueOf(24 * 64)), moments.multiply(BigInteger.valueOf(300)));
  }

  @Test
  void edgesOfTheThreshold() {
    assertEquals(1, SdrMath.falsePositive(100, 10, 5, 0));
    assertEquals(1, SdrMath.falsePositive(100, 10, 5, -3));
    assertEquals(0, SdrMath.falsePositive(100, 10, 5, 6));
    assertEquals(0, SdrMath.falsePositive(100, 4, 5, 5));
    assertEquals(1, SdrMath.falsePositive(100, 100, 5, 5));
    assertEquals(0, SdrMath.falsePositive(100, 0, 5, 1));
  }

  @Test
  void isMonotone() {
    for (int theta = 1; theta < 24; theta++) {
      assertTrue(
          SdrMath.falsePositive(500, 128, 24, theta + 1)
              < SdrMath.falsePositive(500, 128, 24, theta));
      assertTrue(
          SdrMath.falseNegative(128, 24, theta + 1, 64)
              > SdrMath.falseNegative(128, 24, theta, 64));
    }
    for (int n = 300; n < 2000; n += 100) {
      assertTrue(
          SdrMath.falsePositive(n + 100, 128, 24, 12) < SdrMath.falsePositive(n, 128, 24, 12));
    }
    for (int v = 20; v < 100; v++) {
      assertTrue(
          SdrMath.falseNegative(128, 30, 12, v + 1) >= SdrMath.falseNegative(128, 30, 12, v));
    }
  }

  @Test
  void minimalThresholdIsTheFirstThatIsRareEnough() {
    int theta = SdrMath.minimalThreshold(2000, 40, 20, 1e-9);
    assertTrue(SdrMath.falsePositive(2000, 40, 20, theta) <= 1e-9);
    assertTrue(SdrMath.falsePositive(2000, 40, 20, theta - 1) > 1e-9);
    assertEquals(21, SdrMath.minimalThreshold(2000, 40, 20, 0));
    assertEquals(0, SdrMath.minimalThreshold(2000, 40, 20, 1));
  }

  private static void refuses(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void refusesWhatIsNoSetting() {
    refuses("population must be 1 or more, was 0", () -> SdrMath.falsePositive(0, 0, 0, 1));
    refuses(
        "active must be in [0, population = 9], was -1", () -> SdrMath.falsePositive(9, -1, 2, 1));
    refuses(
        "active must be in [0, population = 9], was 10", () -> SdrMath.falsePositive(9, 10, 2, 1));
    refuses(
        "synapses must be in [0, population = 9], was 10",
        () -> SdrMath.falsePositive(9, 3, 10, 1));
    refuses(
        "silenced must be in [0, active = 9], was 10", () -> SdrMath.falseNegative(9, 3, 1, 10));
    refuses(
        "synapses must be in [0, active = 9], was 10", () -> SdrMath.falseNegative(9, 10, 1, 3));
    refuses("active must be 1 or more, was 0", () -> SdrMath.falseNegative(0, 0, 1, 0));
    refuses("patterns must be 0 or more, was -1", () -> SdrMath.unionSize(9, 3, -1));
    refuses("segments must be 0 or more, was -1", () -> SdrMath.neuronFalsePositive(0.5, -1));
    refuses(
        "segmentFalsePositive must be in [0, 1], was NaN",
        () -> SdrMath.neuronFalsePositive(Double.NaN, 1));
    refuses("most must be in [0, 1], was 2.0", () -> SdrMath.minimalThreshold(9, 3, 3, 2));
  }
}
