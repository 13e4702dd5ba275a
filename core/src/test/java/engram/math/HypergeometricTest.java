// SPDX-License-Identifier: Apache-2.0
package engram.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@SuppressWarnings("FloatingPointLiteralPrecision") // expectations stand as published
class HypergeometricTest {
  /// n, K, a, b, P(X >= b): Ahmad and Hawkins, arXiv 1601.00720, values of their notebooks,
  /// recomputed with exact rationals.
  private static final double[][] PUBLISHED = {
    {10_000, 24, 300, 12, 8.37584522709849e-13},
    {100_000, 6, 2000, 6, 6.35308872941916e-11},
    {100_000, 8, 2000, 8, 2.52507239284961e-14},
    {100_000, 10, 2000, 10, 1.00163216178113e-17},
    {100_000, 12, 2000, 6, 5.29386836275369e-8},
    {2000, 20, 40, 15, 2.47192330943086e-23},
    {1024, 4, 4, 2, 6.85523984236413e-5},
    {1024, 20, 20, 20, 1.82483624417666e-42},
    {200_000, 10, 2000, 10, 9.779363371030e-21},
    {200_000, 24, 2000, 12, 2.343083718152e-18},
    {300, 24, 75, 12, 0.005186043067500},
  };

  @Test
  void agreesWithPublishedTails() {
    for (double[] row : PUBLISHED) {
      double tail = StrictMath.exp(tail(row));
      assertEquals(row[4], tail, 1e-12 * row[4], Arrays.toString(row));
    }
  }

  @Test
  void agreesWithExactRationals() {
    long seed = 32;
    RandomStream random = Seeds.of(seed).stream("rationals");
    double worst = 0;
    for (int i = 0; i < 1000; i++) {
      int n = 1 + random.nextInt(5000);
      int marked = (int) StrictMath.pow(n, random.nextDouble());
      int draws = (int) StrictMath.pow(n, random.nextDouble());
      Hypergeometric x = new Hypergeometric(n, marked, draws);
      long b = x.least() + random.nextLong(x.most() - x.least() + 1);
      String where = "seed " + seed + ": " + x + " at " + b;
      BigDecimal upper = exactTail(n, marked, draws, (int) b, (int) x.most());
      worst = Math.max(worst, relativeError(upper, x.logUpperTail(b), where));
      BigDecimal lower = exactTail(n, marked, draws, (int) x.least(), (int) b);
      worst = Math.max(worst, relativeError(lower, x.logLowerTail(b), where));
    }
    assertTrue(worst < 5e-13, "worst relative error " + worst);
  }

  /// n, K = n (1 - (1 - a/n)^M), a, b, tail: the union of M patterns by the same source.
  @Test
  void realSuccessesAgreeWithPublishedUnions() {
    double[][] unions = {
      {1, 1.745032e-21},
      {2, 2.093469e-16},
      {3, 1.091759e-13},
      {5, 1.814422e-10},
      {8, 1.017201e-7},
      {10, 1.673545e-6}
    };
    for (double[] row : unions) {
      double union = 4000 * (1 - StrictMath.pow(1 - 40 / 4000.0, row[0]));
      double tail = StrictMath.exp(new Hypergeometric(4000, union, 40).logUpperTail(15));
      assertEquals(row[1], tail, 5e-7 * row[1], "M = " + row[0]);
    }
  }

  /// Sums of gamma functions at 50 digits, mpmath 1.3.0.
  @Test
  void realSuccessesAgreeWithFiftyDigits() {
    double[][] rows = {
      {4000, 382.47, 40, 2, 0.90725177118236060767},
      {4000, 382.47, 40, 15, 1.6734497064775850093e-6},
      {500, 123.625, 40, 39, 3.8383544677378194119e-25}
    };
    for (double[] row : rows) {
      assertEquals(row[4], StrictMath.exp(tail(row)), 1e-13 * row[4], Arrays.toString(row));
    }
  }

  @Test
  void agreesWithCommons() {
    Hypergeometric x = new Hypergeometric(700, 90, 60);
    HypergeometricDistribution theirs = HypergeometricDistribution.of(700, 90, 60);
    for (int b = 0; b <= 60; b++) {
      assertEquals(theirs.logProbability(b), x.logPmf(b), 1e-11, "ln P(X = " + b + ")");
      double upper = StrictMath.exp(x.logUpperTail(b));
      assertEquals(theirs.survivalProbability(b - 1), upper, 1e-10 * upper, "P(X >= " + b + ")");
      double lower = StrictMath.exp(x.logLowerTail(b));
      assertEquals(theirs.cumulativeProbability(b), lower, 1e-10 * lower, "P(X <= " + b + ")");
    }
    assertEquals(theirs.getMean(), x.mean(), 1e-13);
    assertEquals(theirs.getVariance(), x.variance(), 1e-12);
  }

  @Test
  void termsSumToOneAndGiveTheMoments() {
    long seed = 33;
    RandomStream random = Seeds.of(seed).stream("moments");
    for (int i = 0; i < 200; i++) {
      int n = 2 + random.nextInt(300);
      Hypergeometric x = new Hypergeometric(n, random.nextInt(n + 1), random.nextInt(n + 1));
      double total = 0;
      double mean = 0;
      double square = 0;
      for (long b = x.least(); b <= x.most(); b++) {
        double p = StrictMath.exp(x.logPmf(b));
        total += p;
        mean += p * b;
        square += p * (b - x.mean()) * (b - x.mean());
      }
      String where = "seed " + seed + ": " + x;
      assertEquals(1, total, 1e-12, where);
      assertEquals(x.mean(), mean, 1e-12 * n, where);
      assertEquals(x.variance(), square, 1e-12 * n * n, where);
    }
  }

  @Test
  void marksAndDrawsMayChangePlaces() {
    long seed = 34;
    RandomStream random = Seeds.of(seed).stream("symmetry");
    for (int i = 0; i < 500; i++) {
      int n = 1 + random.nextInt(20_000);
      int marked = random.nextInt(n + 1);
      int draws = random.nextInt(n + 1);
      Hypergeometric x = new Hypergeometric(n, marked, draws);
      long b = x.least() + random.nextLong(x.most() - x.least() + 1);
      double swapped = new Hypergeometric(n, draws, marked).logUpperTail(b);
      double tolerance = 1e-13 + 2e-15 * Math.abs(swapped);
      assertEquals(swapped, x.logUpperTail(b), tolerance, "seed " + seed + ": " + x + " at " + b);
    }
  }

  @Test
  void tailFallsFromOneToZeroAndStaysFiniteBetween() {
    Hypergeometric x = new Hypergeometric(1_000_000, 1000, 1000);
    double last = 0;
    assertEquals(0, x.logUpperTail(0));
    for (long b = 1; b <= 1000; b++) {
      double now = x.logUpperTail(b);
      assertTrue(now < last && now > Double.NEGATIVE_INFINITY, "ln P(X >= " + b + ") = " + now);
      last = now;
    }
    assertEquals(-Gamma.logBinomial(1e6, 1000), last, 1e-11);
    assertEquals(Double.NEGATIVE_INFINITY, x.logUpperTail(1001));
  }

  /// n -> infinity at a/n = 1/4: the tail of Binomial(24, 1/4) at 12, by exact rationals.
  @Test
  void tendsToTheBinomial() {
    Hypergeometric x = new Hypergeometric(1L << 50, 24, 1L << 48);
    assertEquals(0.007199650007855, StrictMath.exp(x.logUpperTail(12)), 1e-12);
  }

  @Test
  void certainCasesAreExact() {
    assertEquals(0, new Hypergeometric(10, 4, 10).logUpperTail(4));
    assertEquals(Double.NEGATIVE_INFINITY, new Hypergeometric(10, 4, 10).logUpperTail(5));
    assertEquals(0, new Hypergeometric(10, 4, 0).logPmf(0));
    assertEquals(0, new Hypergeometric(0, 0, 0).logUpperTail(0));
    assertEquals(0, new Hypergeometric(0, 0, 0).mean());
    assertEquals(0, new Hypergeometric(1, 1, 1).variance());
    assertEquals(0, new Hypergeometric(10, 2.5, 10).logUpperTail(2));
    assertEquals(Double.NEGATIVE_INFINITY, new Hypergeometric(10, 2.5, 10).logUpperTail(3));
    assertEquals(0, new Hypergeometric(10, 3, 4).logUpperTail(-7));
    assertEquals(Double.NEGATIVE_INFINITY, new Hypergeometric(10, 3, 4).logLowerTail(-1));
    assertEquals(Double.NEGATIVE_INFINITY, new Hypergeometric(10, 3, 4).logPmf(4));
  }

  @Test
  void refusesCountsOutOfRange() {
    assertEquals(
        "population must be in [0, 2^53], was -1", message(() -> new Hypergeometric(-1, 0, 0)));
    assertEquals(
        "successes must be in [0, 10], was 10.5", message(() -> new Hypergeometric(10, 10.5, 0)));
    assertEquals(
        "successes must be in [0, 10], was NaN",
        message(() -> new Hypergeometric(10, Double.NaN, 0)));
    assertEquals("draws must be in [0, 10], was 11", message(() -> new Hypergeometric(10, 1, 11)));
  }

  private static @Nullable String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  private static double relativeError(BigDecimal exact, double logFound, String where) {
    if (exact.compareTo(new BigDecimal("1e-300")) >= 0) {
      return Math.abs(StrictMath.exp(logFound) / exact.doubleValue() - 1);
    }
    int exponent = exact.precision() - exact.scale() - 1;
    double log =
        StrictMath.log(exact.scaleByPowerOfTen(-exponent).doubleValue())
            + exponent * StrictMath.log(10);
    assertEquals(log, logFound, 1e-15 * Math.abs(log), where);
    return 0;
  }

  private static double tail(double[] row) {
    return new Hypergeometric((long) row[0], row[1], (long) row[2]).logUpperTail((long) row[3]);
  }

  /// P(from <= X <= to), by the exact recurrence of terms.
  private static BigDecimal exactTail(int n, int marked, int draws, int from, int to) {
    BigInteger term = binomial(marked, from).multiply(binomial(n - marked, draws - from));
    BigInteger sum = term;
    for (long b = from; b < to; b++) {
      term =
          term.multiply(BigInteger.valueOf((marked - b) * (draws - b)))
              .divide(BigInteger.valueOf((b + 1) * (n - marked - draws + b + 1)));
      sum = sum.add(term);
    }
    return new BigDecimal(sum).divide(new BigDecimal(binomial(n, draws)), new MathContext(30));
  }

  private static BigInteger binomial(int n, int k) {
    BigInteger value = BigInteger.ONE;
    int few = Math.min(k, n - k);
    for (int i = 1; i <= few; i++) {
      value = value.multiply(BigInteger.valueOf(n - few + i)).divide(BigInteger.valueOf(i));
    }
    return value;
  }
}
