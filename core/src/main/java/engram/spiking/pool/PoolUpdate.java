// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.signal.spike.SpikeRaster;
import engram.spiking.replay.RecurrentWeights;

/// What the rule makes of a run: as defined ([PlainPspm]) or fast ([PoolKernel]).
interface PoolUpdate {
  /// Compares a run with its target; both of one shape.
  Judged judge(SpikeRaster model, SpikeRaster target);

  /// A run that was compared.
  interface Judged {
    /// Spikes of the target that neuron i missed.
    int missed(int i);

    /// Spikes of neuron i that are none of the target's.
    int spurious(int i);

    /// Changes the weights into neuron i, and reads no others.
    void change(RecurrentWeights weights, int i, double eta, PoolDraws draws);
  }
}
