// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.source.FromPaper;
import java.util.OptionalInt;

/// Encodes a number that may be missing: NaN has no bucket, and no bit of its code is active.
///
/// @param numbers encodes what is there
@FromPaper(value = "htm", at = "spec encoders")
public record MissingAsNothing(NumberEncoder numbers) implements Encoder<Double> {
  @Override
  public int width() {
    return numbers.width();
  }

  /// The bucket of a number; none if it is missing.
  public OptionalInt bucket(double value) {
    return Double.isNaN(value) ? OptionalInt.empty() : OptionalInt.of(numbers.bucket(value));
  }

  @Override
  public void encode(Double value, int at, ActiveBits into) {
    if (!Double.isNaN(value)) {
      numbers.encode(value, at, into);
    }
  }
}
