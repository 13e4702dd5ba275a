// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

/// One sample as a rule sees it.
///
/// @param weights W, units x inputs
/// @param x the input
/// @param u the scores of the units
/// @param y their activity
/// @param traces slow averages of earlier batches
// A view for one call; two are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Sample(double[][] weights, double[] x, double[] u, double[] y, Traces traces) {
  /// Checks the shapes.
  public Sample {
    if (u.length != weights.length || y.length != weights.length) {
      throw new IllegalArgumentException(
          "u and y must be one a unit, %d, was %d and %d"
              .formatted(weights.length, u.length, y.length));
    }
    if (weights.length > 0 && x.length != weights[0].length) {
      throw new IllegalArgumentException(
          "x must be one an input, %d, was %d".formatted(weights[0].length, x.length));
    }
  }

  /// How many units.
  public int units() {
    return weights.length;
  }

  /// How many inputs.
  public int inputs() {
    return x.length;
  }
}
