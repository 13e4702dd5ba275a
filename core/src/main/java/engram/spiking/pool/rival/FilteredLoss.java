// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import engram.kernel.Doubles;
import engram.signal.spike.SpikeRaster;

/// Half the square of van Rossum's distance on a time grid, as a share of the target's size
/// ([engram.signal.spike.distance.RasterVanRossum]), and its derivative:
///
///     y_i(t) = r y_i(t-1) + s_i(t) - sigma_i(t)      r = exp(-1 / tau)
///     loss   = sum y^2 / (2 sum x^2)                 x the filtered target
///     g_i(t) = r g_i(t+1) + y_i(t) / sum x^2
final class FilteredLoss {
  private final int n;
  private final int steps;
  private final double left;
  private final double[] target;
  private final double size;
  private final double[] gradient;

  /// @param tauSteps above 0
  FilteredLoss(SpikeRaster target, double tauSteps) {
    n = target.neurons();
    steps = target.steps();
    left = Doubles.exp(-1 / tauSteps);
    this.target = new double[n * steps];
    for (int at = 0; at < n * steps; at++) {
      this.target[at] = target.get(at % n, at / n) ? 1 : 0;
    }
    gradient = new double[n * steps];
    size = squares(new double[n * steps], -1);
    if (size == 0) {
      throw new IllegalArgumentException("target must have a spike or more, was silent");
    }
  }

  /// Filters `spikes + sign target` into the gradient's place.
  private double squares(double[] spikes, double sign) {
    double sum = 0;
    for (int at = 0; at < gradient.length; at++) {
      double before = at < n ? 0 : gradient[at - n];
      gradient[at] = left * before + spikes[at] + sign * target[at];
      sum += gradient[at] * gradient[at];
    }
    return sum;
  }

  /// The loss.
  ///
  /// @param spikes of neuron i in step t at `t n + i`
  double of(double[] spikes) {
    return squares(spikes, -1) / (2 * size);
  }

  /// The derivative of the last loss by each spike; overwritten by the next one.
  double[] gradient() {
    for (int t = steps - 1; t >= 0; t--) {
      for (int i = 0; i < n; i++) {
        int at = t * n + i;
        double later = t == steps - 1 ? 0 : gradient[at + n];
        gradient[at] = left * later + gradient[at] / size;
      }
    }
    return gradient;
  }
}
