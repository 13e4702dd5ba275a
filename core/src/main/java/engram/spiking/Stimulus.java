// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import java.util.Arrays;

/// What is given to the ports of a network in one step, in the order of the ports among its drives.
public final class Stimulus {
  private static final Stimulus NONE = new Stimulus(new float[0][]);

  private final float[][] values;

  private Stimulus(float[][] values) {
    this.values = values;
  }

  /// Leaves the ports as they are.
  public static Stimulus none() {
    return NONE;
  }

  /// One array a port, one element a neuron that it reaches; kept, not copied.
  public static Stimulus of(float[]... values) {
    return new Stimulus(values);
  }

  float[][] values() {
    return values;
  }

  @Override
  public String toString() {
    return "Stimulus" + Arrays.deepToString(values);
  }
}
