// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.source.FromPaper;
import org.junit.jupiter.api.Test;

@FromPaper(value = "ska", at = "arXiv 2503.13942 eq. 31; arXiv 2504.03214 and its code, ska_update")
final class SkaRuleTest {
  @Test
  void gradientsAreThoseOfPaperAndCode() {
    double ln2 = StrictMath.log(2);
    assertEquals(-(2 * 0.1 + 0.05) / ln2, SkaRule.CODE.gradient(2, 0.1, 0.05), 1e-15);
    assertEquals(-2 * 0.1 / ln2 - 0.05, SkaRule.PAPER1.gradient(2, 0.1, 0.05), 1e-15);
    assertEquals(-2 * 0.1 / ln2, SkaRule.PAPER2_NO_SHIFT.gradient(2, 0.1, 0.05), 1e-15);
    assertEquals(0, SkaRule.FIXED.gradient(2, 0.1, 0.05));
  }

  /// Without a shift, the gradient is that of the entropy in bits with respect to z.
  @Test
  void gradientIsTheSlopeOfTheEntropy() {
    double step = 1e-5;
    for (double z = -3; z <= 3; z += 0.5) {
      double d = 1 / (1 + StrictMath.exp(-z));
      double above = BinaryEntropy.bits(1 / (1 + StrictMath.exp(-z - step)));
      double below = BinaryEntropy.bits(1 / (1 + StrictMath.exp(-z + step)));
      assertEquals(
          (above - below) / (2 * step),
          SkaRule.PAPER2_NO_SHIFT.gradient(z, d * (1 - d), 0),
          1e-8,
          "z = " + z);
    }
  }
}
