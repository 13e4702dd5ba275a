// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// The entropy of a decision `D = sigmoid(z)`, and the same as an integral over a path.
///
///     h(D) = -D ln D - (1 - D) ln(1 - D)      (nats)
///     -int z dD = h(D_end) - h(D_start)       for every path, since h'(D) = -z
///
/// So the papers' layer entropy `H = -(1/ln 2) int z dD` is a difference of Shannon entropies in
/// bits, and their Lagrangian `-z sigma'(z) dz/dt` is its total time derivative: no path is
/// preferred.
///
/// References: [1] in the package.
@FromPaper(
    value = "ska",
    at = "arXiv 2503.13942, entropy as an integral; arXiv 2504.03214, Lagrangian")
public final class BinaryEntropy {
  /// ln 2.
  public static final double LN2 = 0.6931471805599453;

  private BinaryEntropy() {}

  /// The entropy of a probability in nats; 0 at 0 and 1.
  ///
  /// @param d in [0, 1]
  public static double nats(double d) {
    if (!(d >= 0 && d <= 1)) {
      throw new IllegalArgumentException("d must be in [0, 1], was " + d);
    }
    return term(d) + term(1 - d);
  }

  /// The entropy of a probability in bits.
  ///
  /// @param d in [0, 1]
  public static double bits(double d) {
    return nats(d) / LN2;
  }

  /// The papers' entropy of a path of one unit in bits: `-(1/ln 2) sum z[k] (D[k] - D[k-1])` with
  /// `D = sigmoid(z)`. For small steps it goes to `bits(D_end) - bits(D_start)`.
  ///
  /// @param z the path, at least one point
  public static double pathEntropy(double[] z) {
    if (z.length == 0) {
      throw new IllegalArgumentException("z must have at least one point, was empty");
    }
    double sum = 0;
    double before = Doubles.sigmoid(z[0]);
    for (int k = 1; k < z.length; k++) {
      double d = Doubles.sigmoid(z[k]);
      sum += z[k] * (d - before);
      before = d;
    }
    return -sum / LN2;
  }

  private static double term(double p) {
    return p == 0 ? 0 : -p * Doubles.log(p);
  }
}
