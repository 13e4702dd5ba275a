// SPDX-License-Identifier: Apache-2.0
package engram.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/// Against Commons, and against what must hold.
final class NormalTest {
  private static final NormalDistribution COMMONS = NormalDistribution.of(0, 1);

  @Test
  void agreesWithCommonsOverTheLine() {
    for (double z = -12; z <= 12; z += 0.0137) {
      double expected = COMMONS.cumulativeProbability(z);
      assertEquals(1, Normal.cumulative(z) / expected, 1e-13, "z = " + z);
      assertEquals(1, Normal.density(z) / COMMONS.density(z), 1e-13, "z = " + z);
    }
  }

  @Test
  void valuesOfTheHandbook() {
    assertEquals(0.8427007929497149, Normal.erf(1), 1e-15);
    assertEquals(0.5204998778130465, Normal.erf(0.5), 1e-15);
    assertEquals(0.9953222650189527, Normal.erf(2), 1e-15);
    assertEquals(1, Normal.erfc(5) / 1.537459794428035e-12, 1e-13);
  }

  @Test
  void isOddAndReachesOne() {
    assertEquals(0, Normal.erf(0));
    for (double x = 0.1; x < 7; x += 0.1) {
      assertEquals(-Normal.erf(x), Normal.erf(-x));
      assertEquals(1, Normal.erf(x) + Normal.erfc(x), 2e-16);
    }
    assertEquals(1, Normal.erf(Double.POSITIVE_INFINITY));
    assertEquals(-1, Normal.erf(Double.NEGATIVE_INFINITY));
    assertEquals(0, Normal.cumulative(Double.NEGATIVE_INFINITY));
    assertTrue(Double.isNaN(Normal.erf(Double.NaN)));
  }
}
