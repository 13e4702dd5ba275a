// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import engram.kernel.Doubles;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;

/// Van Rossum's distance on a time grid, as a share of the target's size:
///
///     x[t] = r x[t-1] + sigma[t],  y[t] = r y[t-1] + s[t],  r = exp(-1 / tau)
///     VR   = sqrt( sum of (x - y)^2 / sum of x^2 )
///
/// with sigma the target and s the model, over the steps of the rasters. The filter is linear, so
/// that x - y is the filtered difference: equal rasters are exactly 0 apart, a silent model 1.
/// Nothing is summed behind the last step, which is where it differs from
/// [VanRossum#normalized].
///
/// @param tauSteps time constant of the filter in steps, above 0
@FromPaper(value = "pspm", at = "spec: van Rossum distance")
public record RasterVanRossum(double tauSteps) {
  /// Checks the time constant.
  public RasterVanRossum {
    if (!(tauSteps > 0 && tauSteps < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tauSteps must be finite and above 0, was " + tauSteps);
    }
  }

  /// Over all neurons together.
  ///
  /// @param target with a spike or more
  /// @param model of the same shape
  public double normalized(SpikeRaster target, SpikeRaster model) {
    target.requireSameShape(model);
    double r = decay();
    double apart = 0;
    double size = 0;
    for (int neuron = 0; neuron < target.neurons(); neuron++) {
      apart += energy(target, model, neuron, r);
      size += energy(target, neuron, r);
    }
    return share(apart, size, "target");
  }

  /// Of one neuron.
  ///
  /// @param target in which this neuron has a spike or more
  /// @param model of the same shape
  public double normalized(SpikeRaster target, SpikeRaster model, int neuron) {
    target.requireSameShape(model);
    double r = decay();
    return share(
        energy(target, model, neuron, r),
        energy(target, neuron, r),
        "neuron " + neuron + " of target");
  }

  private double decay() {
    return Doubles.exp(-1 / tauSteps);
  }

  private static double share(double apart, double size, String name) {
    if (size == 0) {
      throw new IllegalArgumentException(
          name + " must have a spike or more for a normalised distance, was empty");
    }
    return Math.sqrt(apart / size);
  }

  private static double energy(SpikeRaster target, SpikeRaster model, int neuron, double r) {
    double difference = 0;
    double sum = 0;
    for (int word = 0; word < target.words(); word++) {
      long sigma = target.word(neuron, word);
      long s = model.word(neuron, word);
      int steps = Math.min(64, target.steps() - 64 * word);
      if (sigma == s && difference == 0) {
        continue;
      }
      for (int t = 0; t < steps; t++) {
        difference = r * difference + (sigma >>> t & 1) - (s >>> t & 1);
        sum += difference * difference;
      }
    }
    return sum;
  }

  private static double energy(SpikeRaster raster, int neuron, double r) {
    double filtered = 0;
    double sum = 0;
    for (int word = 0; word < raster.words(); word++) {
      long spikes = raster.word(neuron, word);
      int steps = Math.min(64, raster.steps() - 64 * word);
      for (int t = 0; t < steps; t++) {
        filtered = r * filtered + (spikes >>> t & 1);
        sum += filtered * filtered;
      }
    }
    return sum;
  }
}
