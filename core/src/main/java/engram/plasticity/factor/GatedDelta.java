// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.factor;

import engram.source.FromPaper;

/// The delta rule behind a gate: `dw_ij = gate (t_i - y_i) x_j`, the error as third factor and an
/// attention or novelty signal that lets it through.
@FromPaper(value = "hebbian-rules", at = "spec 15")
public final class GatedDelta {
  private GatedDelta() {}

  /// Adds what one sample changes, for a rate of 1.
  ///
  /// @param gate usually in [0, 1], finite
  /// @param error `t - y`, one a unit
  /// @param x the input
  /// @param change units x inputs
  public static void add(double gate, double[] error, double[] x, double[][] change) {
    if (!Double.isFinite(gate)) {
      throw new IllegalArgumentException("gate must be finite, was " + gate);
    }
    for (int i = 0; i < error.length; i++) {
      for (int j = 0; j < x.length; j++) {
        change[i][j] += gate * error[i] * x[j];
      }
    }
  }
}
