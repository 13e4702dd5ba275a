// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.neuron.NeuronDefinition;

/// A definition whose potential, the first variable, is put to one value by a spike and kept there
/// while refractory.
abstract class FixedReset implements NeuronDefinition {
  private final Firing firing;

  FixedReset(Firing firing) {
    this.firing = firing;
  }

  @Override
  public final double threshold() {
    return firing.thresholdMv();
  }

  @Override
  public void reset(double[] x) {
    x[0] = firing.resetMv();
  }
}
