// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.math.Solved;
import engram.math.SolvedGrid;
import engram.source.FromPaper;

/// The stability diagram of curl descent: the least eigenvalue of `S / |W2|^2` over the ratio of
/// inputs to hidden units and the flipped share. Solutions are stable where it is above 0.
@FromPaper(value = "curl-descent", at = "code: Fig2 edges")
public final class StabilityDiagram {
  private static final double EXACT = 1e-12;

  /// Whose signs are flipped.
  public enum Flipped {
    /// The inputs'.
    INPUTS,
    /// The hidden units'.
    HIDDEN
  }

  private StabilityDiagram() {}

  /// The diagram over given values.
  ///
  /// @param ratios c, above 0, rising
  /// @param shares flipped shares in [0, 1], rising
  public static SolvedGrid scan(double[] ratios, double[] shares, Flipped flipped) {
    return SolvedGrid.over(
        ratios,
        shares,
        EXACT,
        (ratio, share) ->
            new Solved(
                switch (flipped) {
                  case INPUTS -> SpectralEdge.ofInputs(ratio, share).least();
                  case HIDDEN -> SpectralEdge.ofHidden(ratio, share).least();
                },
                0));
  }
}
