// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.neuron.NeuronKernel;

/// A kernel whose potential, the first variable, is put to one value by a spike and kept there
/// while refractory.
abstract class FixedResetKernel implements NeuronKernel {
  private final float[] threshold;
  private final float reset;

  FixedResetKernel(Firing firing) {
    threshold = new float[] {(float) firing.thresholdMv()};
    reset = (float) firing.resetMv();
  }

  @Override
  public final float[] threshold() {
    return threshold;
  }

  @Override
  public final void reset(float[][] x, int[] which, int from, int to) {
    float[] v = x[0];
    float put = reset;
    for (int k = from; k < to; k++) {
      v[which[k]] = put;
    }
  }
}
