// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import engram.signal.spike.SpikeRaster;

/// The check that every replay begins with, for nets and learners of one's own, too.
public final class Rasters {
  private Rasters() {}

  /// Refuses a raster of another shape.
  ///
  /// @param name what it is, for the message
  public static void requireShape(String name, SpikeRaster raster, int neurons, int steps) {
    if (raster.neurons() != neurons || raster.steps() != steps) {
      throw new IllegalArgumentException(
          "%s must be %d x %d, was %d x %d"
              .formatted(name, neurons, steps, raster.neurons(), raster.steps()));
    }
  }
}
