// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import engram.source.FromPaper;

/// Which gradient `G` a layer descends. The two papers and their code disagree; the code produced
/// the figures. `Z` is knowledge, `D' = D (1 - D)`, `dD` the change of the decisions since the last
/// step, all element by element.
@FromPaper(value = "ska", at = "arXiv 2503.13942 eq. 31; arXiv 2504.03214 and its code, ska_update")
public enum SkaRule {
  /// `G = -(1/ln 2) (Z D' + dD)`: the authors' code.
  CODE,
  /// `G = -(1/ln 2) Z D' - dD`: the first paper's equation 31.
  PAPER1,
  /// `G = -(1/ln 2) Z D'`: the second paper, which drops the shift.
  PAPER2_NO_SHIFT,
  /// `G = 0`: weights stay. A control, in neither paper.
  FIXED;

  private static final double PER_LN2 = 1 / BinaryEntropy.LN2;

  /// The gradient of one unit for one sample.
  ///
  /// @param z its knowledge
  /// @param slope its `D'`
  /// @param shift its `dD`
  public double gradient(double z, double slope, double shift) {
    return switch (this) {
      case CODE -> -PER_LN2 * (z * slope + shift);
      case PAPER1 -> -PER_LN2 * z * slope - shift;
      case PAPER2_NO_SHIFT -> -PER_LN2 * z * slope;
      case FIXED -> 0;
    };
  }
}
