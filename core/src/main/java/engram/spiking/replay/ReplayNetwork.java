// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import engram.signal.spike.SpikeRaster;

/// A recurrent net that can be run again: from the same first state, on the same recorded input,
/// with other recurrent weights. All that the rule asks of a net; neurons, synapses and units are
/// its own matter.
///
/// Both methods are functions of their arguments: they leave no trace in the net.
public interface ReplayNetwork {
  /// How many neurons it has, and its rasters.
  int neurons();

  /// Runs freely: the net's own spikes feed back.
  ///
  /// @param weights between its neurons
  /// @param input the recorded input, a row a neuron
  /// @return its spikes, as many steps as the input has
  SpikeRaster replay(RecurrentWeights weights, SpikeRaster input);

  /// Runs under a teacher: what feeds back is a given raster in place of the net's own spikes.
  ///
  /// @param teacher a raster of the input's shape
  SpikeRaster driven(RecurrentWeights weights, SpikeRaster input, SpikeRaster teacher);
}
