// SPDX-License-Identifier: Apache-2.0
package engram.signal.avalanche;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.signal.Tally;
import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

/// The fit against arithmetic of 30 digits and against samples of known laws.
@FromPaper(value = "pspm", at = "spec: power-law fit")
final class PowerLawTest {
  private static final long[][] COUNTS = {
    {1, 500}, {2, 170}, {3, 95}, {4, 60}, {5, 41}, {6, 30}, {7, 23}, {8, 17}, {10, 24}, {13, 14},
    {17, 9}, {25, 8}, {40, 5}, {80, 2}, {200, 1}
  };

  private static Tally data() {
    Tally tally = new Tally();
    for (long[] pair : COUNTS) {
      tally.add(pair[0], pair[1]);
    }
    return tally;
  }

  /// mpmath 1.3 with 30 digits.
  @Test
  void zetaIsThatOfThirtyDigits() {
    double[][] golden = {
      {1.5, 1, 2.612375348685488, -3.9322397374311016},
      {2.5, 1, 1.341487257250917, -0.38734195032621},
      {3.2, 7, 0.007348297898031225, -0.017133201214411527},
      {2, 1000, 0.0010005001666666333, -0.007911210224580648},
      {1.5, 1e6, 0.002000000500000125, -0.03163102802368547},
      {12, 2, 0.0002460865533080483, -0.00017138284585435377},
      {19, 1, 1.0000019082127165, -1.32302369477849e-06},
    };
    for (double[] row : golden) {
      HurwitzZeta zeta = HurwitzZeta.of(row[0], row[1]);
      String what = "s " + row[0] + ", a " + row[1];
      assertEquals(row[2], zeta.value(), 1e-13 * row[2], what);
      assertEquals(row[3], zeta.derivative(), 1e-12 * Math.abs(row[3]), what);
    }
    assertEquals(9999.077257603696, HurwitzZeta.of(1.0001, 3).value(), 1e-9);
    assertRefused("s must be above 1, was 1.0", () -> HurwitzZeta.of(1, 2));
    assertRefused("a must be above 0, was 0.0", () -> HurwitzZeta.of(2, 0));
  }

  /// Exponents and distances of mpmath 1.3: a root of its zeta function, sums of its powers.
  @Test
  void fitIsThatOfThirtyDigits() {
    PowerLaw all = PowerLaw.fit(data(), 1);
    assertEquals(1.889741437648339, all.alpha(), 1e-11);
    assertEquals(0.06706694654617094, all.ks(), 1e-11);
    assertEquals(999, all.count());
    PowerLaw tail = PowerLaw.fit(data(), 3);
    assertEquals(2.297893635027116, tail.alpha(), 1e-11);
    assertEquals(0.05922716966598775, tail.ks(), 1e-11);
    PowerLaw cut = PowerLaw.fit(data(), 1, 50);
    assertEquals(1.796720603356019, cut.alpha(), 1e-11);
    assertEquals(0.04384309682368893, cut.ks(), 1e-11);
    assertEquals(996, cut.count());
  }

  /// Draws by the inverse of the cumulative distribution; four standard errors.
  @Test
  void exponentOfASampleIsFound() {
    for (double alpha : new double[] {1.5, 2, 3.1}) {
      RandomStream draws = Seeds.of(42).stream("law " + alpha);
      Tally sample = new Tally();
      double z = HurwitzZeta.of(alpha, 2).value();
      for (int i = 0; i < 5000; i++) {
        double u = draws.nextDouble();
        sample.add(inverse(alpha, z * (1 - u)));
      }
      PowerLaw law = PowerLaw.fit(sample, 2);
      assertEquals(alpha, law.alpha(), 4 * law.standardError(), "alpha " + alpha);
      assertEquals((alpha - 1) / Math.sqrt(5000), law.standardError(), 0.5 * law.standardError());
      assertTrue(law.ks() < 1.63 / Math.sqrt(5000), "KS " + law.ks());
      assertTrue(law.overExponential(sample) > 4, "alpha " + alpha);
    }
  }

  /// The largest x whose tail `zeta(alpha, x)` is at least `tail`.
  private static long inverse(double alpha, double tail) {
    long low = 2;
    long high = 4;
    while (HurwitzZeta.of(alpha, (double) high).value() >= tail && high < 1L << 50) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (HurwitzZeta.of(alpha, (double) middle).value() >= tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Sizes of a critical branching process: C(2 s, s - 1) / (s 4^s), a power law of 3/2 from some
  /// sizes on.
  @Test
  void criticalSizesHaveThreeHalves() {
    Tally sizes = new Tally();
    double share = 0.25;
    for (long s = 1; s <= 2000; s++) {
      sizes.add(s, Math.round(1e9 * share));
      double n = (double) s;
      share *= (2 * n + 2) * (2 * n + 1) / ((n + 2) * n) * n / (n + 1) / 4;
    }
    assertEquals(1.5, PowerLaw.fit(sizes, 20, 2000).alpha(), 0.02);
    assertTrue(PowerLaw.fit(sizes, 20, 2000).ks() < 0.01);
  }

  /// Below 5 the data are flat, from there on a power law of 2.5: the cut is found.
  @Test
  void bestCutIsWhereTheLawBegins() {
    Tally sample = new Tally();
    for (long x = 1; x < 2000; x++) {
      double weight = StrictMath.pow(Math.max(5.0, (double) x), -2.5);
      sample.add(x, Math.round(3e6 * weight));
    }
    PowerLaw law = PowerLaw.fitWithBestCut(sample, 100);
    assertTrue(law.least() >= 4 && law.least() <= 7, law::toString);
    assertEquals(2.5, law.alpha(), 0.02);
    assertTrue(law.ks() < PowerLaw.fit(sample, 1).ks());
  }

  /// Sizes that end with a probability of 1/5 at each spike.
  @Test
  void exponentialIsToldFromAPowerLaw() {
    Tally sample = new Tally();
    double share = 0.2;
    for (long x = 1; x < 100; x++) {
      sample.add(x, Math.round(1e5 * share));
      share *= 0.8;
    }
    assertTrue(PowerLaw.fit(sample, 1).overExponential(sample) < -4);
    assertTrue(PowerLaw.fitWithBestCut(sample, 1000).overExponential(sample) < -2);
    assertRefused(
        "most must be without a cut, was 50",
        () -> PowerLaw.fit(sample, 1, 50).overExponential(sample));
  }

  @Test
  void badFitsAreRefused() {
    assertRefused("least must be in [1, 9], was 0", () -> PowerLaw.fit(data(), 0, 10));
    assertRefused("least must be in [1, 9], was 10", () -> PowerLaw.fit(data(), 10, 10));
    assertRefused(
        "data must have two different values or more in [150, any], was 1",
        () -> PowerLaw.fit(data(), 150));
    assertRefused("fewest must be 2 or more, was 1", () -> PowerLaw.fitWithBestCut(data(), 1));
    assertRefused(
        "data must have 50 observations of two different values or more, was 3 of 1",
        () -> PowerLaw.fitWithBestCut(Tally.of(4, 4, 4), 50));
    Tally rising = new Tally();
    rising.add(1, 1);
    rising.add(2, 1000);
    String message =
        assertThrows(IllegalArgumentException.class, () -> PowerLaw.fit(rising, 1, 2)).getMessage();
    assertTrue(String.valueOf(message).startsWith("mean of ln x must be in ("));
  }

  private static void assertRefused(String message, Runnable asked) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, asked::run).getMessage());
  }
}
