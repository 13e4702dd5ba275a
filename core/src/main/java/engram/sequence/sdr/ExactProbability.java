// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// A probability as a fraction of whole numbers, not reduced.
///
/// @param favourable how many cases count
/// @param all how many there are, above 0
public record ExactProbability(BigInteger favourable, BigInteger all) {
  private static final MathContext DIGITS = new MathContext(40);

  /// Checks the range.
  public ExactProbability {
    if (all.signum() <= 0) {
      throw new IllegalArgumentException("all must be above 0, was " + all);
    }
    if (favourable.signum() < 0 || favourable.compareTo(all) > 0) {
      throw new IllegalArgumentException("favourable must be in [0, all], was " + favourable);
    }
  }

  /// The fraction to 40 digits.
  public BigDecimal decimal() {
    return new BigDecimal(favourable).divide(new BigDecimal(all), DIGITS);
  }

  /// The nearest double.
  public double doubleValue() {
    return decimal().doubleValue();
  }
}
