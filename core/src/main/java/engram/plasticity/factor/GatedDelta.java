// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.factor;

import engram.source.FromPaper;

/// The delta rule behind a gate: `dw_ij = gate (t_i - y_i) x_j`, the error as third factor and an
/// attention or novelty signal that lets it through.
@FromPaper(value = "hebbian-rules", at = "spec 15")
public final class GatedDelta {
  private GatedDelta() {}

  /// Adds what one sample changes, for a rate of 1: to a change, or with a gate times the rate to
  /// the weights themselves. Allocates nothing.
  ///
  /// @param gate usually in [0, 1], finite
  /// @param error `t - y`, one a unit
  /// @param x the input
  /// @param change units x inputs, row by row
  public static void add(double gate, double[] error, double[] x, double[] change) {
    if (!Double.isFinite(gate)) {
      throw new IllegalArgumentException("gate must be finite, was " + gate);
    }
    OuterProduct.add(gate, error, x, change);
  }
}
