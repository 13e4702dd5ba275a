// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.source.FromPaper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Likelihoods by hand, and the buckets against their ends.
@FromPaper(value = "htm", at = "spec taxi")
class BucketLikelihoodTest {
  @Test
  void aUniformDistributionEarnsTheLogarithmOfItsBuckets() {
    BucketLikelihood likelihood = new BucketLikelihood(Buckets.TAXI, BucketLikelihood.FLOOR);
    double[] uniform = new double[22];
    Arrays.fill(uniform, 1.0 / 22);
    for (int y = -5000; y < 60_000; y += 777) {
      likelihood.add(uniform, y);
    }
    assertEquals(3.0910424533583156, likelihood.mean(), 1e-12);
  }

  @Test
  void theFloorBoundsASurprise() {
    BucketLikelihood likelihood = new BucketLikelihood(new Buckets(0, 1, 2), 0.01);
    likelihood.add(new double[] {1, 0}, 0.2);
    likelihood.add(new double[] {1, 0}, 0.8);
    assertEquals(4.605170185988091 / 2, likelihood.mean(), 1e-14);
    BucketLikelihood next = new BucketLikelihood(new Buckets(0, 1, 2), 0.01);
    next.restore(likelihood.snapshot());
    assertEquals(2, next.count());
    assertEquals(likelihood.mean(), next.mean());
  }

  /// Each centre lies in its bucket, and a bucket ends half-way to the next centre.
  @Test
  void bucketsEndHalfWay() {
    for (int i = 0; i < 22; i++) {
      double centre = Buckets.TAXI.centre(i);
      assertEquals(i, Buckets.TAXI.of(centre));
      assertEquals(i, Buckets.TAXI.of(centre - 952));
      assertEquals(i, Buckets.TAXI.of(centre + 952));
      assertEquals(Math.min(21, i + 1), Buckets.TAXI.of(centre + 953));
    }
  }

  @Test
  void refusesWhatIsNoDistribution() {
    BucketLikelihood likelihood = new BucketLikelihood(new Buckets(0, 1, 2), 0.01);
    assertEquals(
        "probabilities must be 2 that sum to 1, were 2 that sum to 0.5",
        assertThrows(
                IllegalArgumentException.class, () -> likelihood.add(new double[] {0.25, 0.25}, 0))
            .getMessage());
  }
}
