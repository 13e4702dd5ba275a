// SPDX-License-Identifier: Apache-2.0
package engram.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

class LogSpaceTest {
  private static final double NONE = Double.NEGATIVE_INFINITY;

  @Test
  void addsFarBelowWhatADoubleHolds() {
    assertEquals(-5000 + StrictMath.log(2), LogSpace.logAddExp(-5000, -5000), 1e-12);
    assertEquals(-5000, LogSpace.logAddExp(-5000, NONE));
    assertEquals(NONE, LogSpace.logAddExp(NONE, NONE));
    assertEquals(Double.POSITIVE_INFINITY, LogSpace.logAddExp(Double.POSITIVE_INFINITY, 3));
    assertTrue(Double.isNaN(LogSpace.logAddExp(Double.NaN, 3)));
  }

  @Test
  void subtractsWhatWasAdded() {
    long seed = 5;
    RandomStream random = Seeds.of(seed).stream("log-space");
    for (int i = 0; i < 1000; i++) {
      double a = 40 * random.nextGaussian();
      double b = a + 3 * random.nextGaussian();
      double sum = LogSpace.logAddExp(a, b);
      assertEquals(a, LogSpace.logSubtractExp(sum, b), 1e-11, "seed " + seed + " at " + i);
    }
    assertEquals(NONE, LogSpace.logSubtractExp(2, 2));
    assertEquals(2, LogSpace.logSubtractExp(2, NONE));
    assertEquals(NONE, LogSpace.logSubtractExp(NONE, NONE));
  }

  @Test
  void sumsAgreeWithRepeatedAdding() {
    double[] terms = {-800, -801, -799.5, NONE, -850};
    double expected = NONE;
    for (double term : terms) {
      expected = LogSpace.logAddExp(expected, term);
    }
    assertEquals(expected, LogSpace.logSumExp(terms), 1e-12);
    assertEquals(NONE, LogSpace.logSumExp());
    assertEquals(NONE, LogSpace.logSumExp(NONE, NONE));
    assertEquals(Double.POSITIVE_INFINITY, LogSpace.logSumExp(1, Double.POSITIVE_INFINITY));
    assertTrue(Double.isNaN(LogSpace.logSumExp(1, Double.NaN)));
  }

  @Test
  void complementKeepsItsDigitsAtBothEnds() {
    // ln(1 - (1 - 1e-20)) and ln(1 - 1e-20), where the plain formula gives -infinity and 0.
    assertEquals(StrictMath.log(1e-20), LogSpace.log1mExp(-1e-20), 1e-14);
    assertEquals(-1e-20, LogSpace.log1mExp(StrictMath.log(1e-20)), 1e-34);
    assertEquals(StrictMath.log(0.75), LogSpace.log1mExp(StrictMath.log(0.25)), 1e-16);
    assertEquals(NONE, LogSpace.log1mExp(0));
    assertEquals(0, LogSpace.log1mExp(NONE), 1e-300);
  }

  @Test
  void refusesWhatHasNoLogarithm() {
    assertEquals(
        "a must be at least b, was 1.0 < 2.0",
        assertThrows(IllegalArgumentException.class, () -> LogSpace.logSubtractExp(1, 2))
            .getMessage());
    assertEquals(
        "x must be at most 0, was 0.5",
        assertThrows(IllegalArgumentException.class, () -> LogSpace.log1mExp(0.5)).getMessage());
  }
}
