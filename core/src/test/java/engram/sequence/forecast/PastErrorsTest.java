// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.error.DataCorruptException;
import engram.kernel.Doubles;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

/// Distributions by hand, and one whose likelihood is known.
class PastErrorsTest {
  private static final Buckets TEN = new Buckets(0, 9, 10);

  @Test
  void eachErrorMovesItsShareFromTheForecast() {
    PastErrors errors = new PastErrors(TEN, 4);
    errors.add(100);
    for (double error : new double[] {0, 1, Double.NaN, -2, 1}) {
      errors.add(error);
    }
    double[] expected = new double[10];
    expected[5] = 0.25;
    expected[6] = 0.5;
    expected[3] = 0.25;
    assertArrayEquals(expected, errors.around(5));
  }

  @Test
  void nothingKnownIsUniform() {
    PastErrors errors = new PastErrors(TEN, 3);
    assertEquals(0.1, errors.around(5)[0]);
    errors.add(1);
    assertEquals(0.1, errors.around(Double.NaN)[9]);
    assertEquals(1, errors.around(5)[6]);
  }

  /// Where errors are independent and Gaussian, the mean surprise is the entropy of the cut
  /// Gaussian, but for what a count of 2,000 says of each share: buckets / (2 count) in the mean.
  @Test
  void independentErrorsEarnTheirEntropy() {
    Buckets buckets = new Buckets(-10, 10, 21);
    double[] noise = new double[40_000];
    Seeds.of(4).stream("noise").fillGaussian(noise, 2);
    PastErrors errors = new PastErrors(buckets, 2000);
    BucketLikelihood likelihood = new BucketLikelihood(buckets, 1e-4);
    for (int t = 0; t < noise.length; t++) {
      if (t >= 2000) {
        likelihood.add(errors.around(0), noise[t]);
      }
      errors.add(noise[t]);
    }
    // For a deviation of two buckets the cut adds nothing to ln(sd sqrt(2 pi e)) that counts here.
    double entropy = Doubles.log(2) + 0.5 * Doubles.log(2 * Math.PI * Math.E);
    assertEquals(entropy, likelihood.mean(), 0.02);
  }

  @Test
  void goesOnFromASnapshotAndRefusesAnothers() {
    PastErrors errors = new PastErrors(TEN, 3);
    for (int i = 0; i < 5; i++) {
      errors.add(i);
    }
    PastErrors next = new PastErrors(TEN, 3);
    next.restore(errors.snapshot());
    errors.add(-1);
    next.add(-1);
    assertArrayEquals(errors.around(2), next.around(2));
    assertEquals(
        "errors must be 2, counted from 0, were 3",
        assertThrows(
                DataCorruptException.class, () -> new PastErrors(TEN, 2).restore(errors.snapshot()))
            .getMessage());
    assertEquals(
        "kept must be at least 1, was 0",
        assertThrows(IllegalArgumentException.class, () -> new PastErrors(TEN, 0)).getMessage());
  }
}
