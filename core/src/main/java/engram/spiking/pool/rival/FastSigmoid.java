// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import engram.spiking.replay.DiscreteLif;

/// What stands for the step of a spike where a derivative is asked for: a fast sigmoid [3] around
/// the threshold,
///
///     value(u)      = (1 + k x / (1 + k |x|)) / 2      x = u - 1
///     derivative(u) = k / 2 / (1 + k |x|)^2
///
/// It tends to the step for large k.
///
/// @param slope k, above 0 and finite
public record FastSigmoid(double slope) {
  /// Checks.
  public FastSigmoid {
    if (!(slope > 0 && slope < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("slope must be above 0 and finite, was " + slope);
    }
  }

  /// How much of a spike a potential is, in (0, 1).
  public double value(double potential) {
    double x = slope * (potential - DiscreteLif.THRESHOLD);
    return 0.5 * (1 + x / (1 + Math.abs(x)));
  }

  /// Its derivative.
  public double derivative(double potential) {
    double flat = 1 + slope * Math.abs(potential - DiscreteLif.THRESHOLD);
    return 0.5 * slope / (flat * flat);
  }
}
