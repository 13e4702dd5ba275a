// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.constrain;

import engram.source.FromPaper;

/// What an update that was summed over a batch is divided by, before the rate.
///
/// | form | divisor |
/// | --- | --- |
/// | `NONE` | 1 |
/// | `MEAN` | B, the samples of the batch |
/// | `MAX_ABS` | the largest entry by size: the rate is then an absolute step and hides B [3] |
/// | `L2` | the Frobenius norm of the whole matrix |
///
/// An update of zeros stays: divisors are at least 1e-30.
///
/// References: [3] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 0")
public enum UpdateNormalizer {
  /// The sum itself.
  NONE,
  /// The mean over samples.
  MEAN,
  /// Scaled to the largest entry 1.
  MAX_ABS,
  /// Scaled to the Frobenius norm 1.
  L2;

  private static final double EPSILON = 1e-30;

  /// The divisor of an update.
  ///
  /// @param change all its entries
  /// @param samples how many samples it was summed over, at least 1
  public double divisor(float[] change, int samples) {
    return switch (this) {
      case NONE -> 1;
      case MEAN -> samples;
      case MAX_ABS -> {
        float largest = 0;
        for (float d : change) {
          largest = Math.max(largest, Math.abs(d));
        }
        yield Math.max(largest, EPSILON);
      }
      case L2 -> {
        double sum = 0;
        for (float d : change) {
          sum += (double) d * d;
        }
        yield Math.max(Math.sqrt(sum), EPSILON);
      }
    };
  }
}
