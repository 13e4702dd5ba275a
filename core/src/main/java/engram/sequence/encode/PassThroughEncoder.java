// SPDX-License-Identifier: Apache-2.0
package engram.sequence.encode;

import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;

/// Hands on what is a sparse code already.
///
/// @param width n, the population of the codes, 1 or more
@FromPaper(value = "htm", at = "spec encoders")
public record PassThroughEncoder(int width) implements Encoder<Sdr> {
  /// Checks the width.
  public PassThroughEncoder {
    if (width < 1) {
      throw new IllegalArgumentException("width must be 1 or more, was " + width);
    }
  }

  @Override
  public void encode(Sdr code, int at, ActiveBits into) {
    if (code.population() != width) {
      throw new IllegalArgumentException(
          "population of a code must be " + width + ", was " + code.population());
    }
    for (int i = 0; i < code.size(); i++) {
      into.add(at + code.cell(i));
    }
  }
}
