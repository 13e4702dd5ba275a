// SPDX-License-Identifier: Apache-2.0
package engram.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FloatingPointLiteralPrecision") // expectations stand to 20 digits
class InverseNormalTest {
  /// p, z: mpmath 1.3.0 at 40 digits.
  private static final double[][] QUANTILES = {
    {1e-300, -37.047096299361199237},
    {1e-200, -30.205594179579643063},
    {1e-100, -21.273453560965324294},
    {1e-50, -14.933337534788488981},
    {1e-20, -9.2623400897984075796},
    {1.1102230246251565e-16, -8.2095361516013868556},
    {1e-12, -7.0344838253011319326},
    {1.5e-11, -6.6465708874771128614},
    {1e-09, -5.9978070150076868614},
    {1e-05, -4.2648907939228246102},
    {0.001, -3.0902323061678135354},
    {0.0749, -1.4402382675279636631},
    {0.0751, -1.4388253927525399824},
    {0.1, -1.2815515655446004353},
    {0.25, -0.6744897501960817432},
    {0.3, -0.52440051270804081597},
    {0.4999, -0.00025066283008800749239},
    {0.50001, 0.000025066282748820862706},
    {0.7, 0.52440051270804065631},
    {0.925, 1.4395314709384562291},
    {0.9251, 1.4402382675279638594},
    {0.975, 1.9599639845400538556},
    {0.999, 3.0902323061678132778},
    {0.9999990463256836, 4.763001034267813957},
    {0.9999999999999999, 8.2095361516013868556},
  };

  @Test
  void agreesWithFortyDigitsIntoTheDeepestTails() {
    for (double[] row : QUANTILES) {
      double z = InverseNormal.of(row[0]);
      assertEquals(row[1], z, 1e-15 * Math.abs(row[1]), "p = " + row[0]);
    }
    assertEquals(0, InverseNormal.of(0.5));
  }

  @Test
  void agreesWithCommonsEverywhere() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    long seed = 241;
    RandomStream random = Seeds.of(seed).stream("quantiles");
    for (int i = 0; i < 20_000; i++) {
      boolean deep = i % 2 == 0;
      double p = deep ? StrictMath.exp(-680 * random.nextDouble()) : random.nextDouble(1e-3, 1);
      double theirs = normal.inverseCumulativeProbability(p);
      double tolerance = 1e-14 * Math.abs(theirs) + 2e-16;
      assertEquals(theirs, InverseNormal.of(p), tolerance, "seed " + seed + ", p = " + p);
    }
  }

  @Test
  void isOddAndFiniteAtTheEndsOfWhatAStreamDraws() {
    double least = 0x1.0p-53;
    assertEquals(-InverseNormal.of(least), InverseNormal.of(1 - least));
    assertTrue(Double.isFinite(InverseNormal.of(1 - least)));
    for (int i = 1; i < 512; i++) {
      assertEquals(-InverseNormal.of(i / 1024.0), InverseNormal.of(1 - i / 1024.0), "i = " + i);
    }
  }
}
