// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.source.FromPaper;

/// What a segment passes on to the cell body for an overlap of x synapses. The authors' simulator
/// has these three.
@FromPaper(value = "sdr", at = "spec 6")
public sealed interface SegmentResponse {
  /// The response to an overlap.
  double to(int overlap);

  /// All or nothing: 1 where `x >= theta`, else 0.
  ///
  /// @param threshold theta, in synapses
  record Spike(int threshold) implements SegmentResponse {
    @Override
    public double to(int overlap) {
      return overlap >= threshold ? 1 : 0;
    }
  }

  /// `x^p`, after Poirazi and Mel.
  ///
  /// @param exponent p, 1 or more; 10 in the authors' code
  record Power(int exponent) implements SegmentResponse {
    /// Checks the exponent.
    public Power {
      if (exponent < 1) {
        throw new IllegalArgumentException("exponent must be 1 or more, was " + exponent);
      }
    }

    @Override
    public double to(int overlap) {
      double power = 1;
      for (int i = 0; i < exponent; i++) {
        power *= overlap;
      }
      return power;
    }
  }

  /// `1 / (1 + exp(-(x - center) scale))`.
  ///
  /// @param center in synapses; 11.5 in the authors' code
  /// @param scale per synapse; 5 in the authors' code
  record Sigmoid(double center, double scale) implements SegmentResponse {
    @Override
    public double to(int overlap) {
      return 1 / (1 + StrictMath.exp(-(overlap - center) * scale));
    }
  }
}
