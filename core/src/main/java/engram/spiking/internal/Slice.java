// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import engram.spiking.internal.part.Emission;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.synapse.Pathway;
import java.util.List;

/// What one worker owns: a range of the neurons of each population and all synapses onto them. Only
/// spikes cross from slice to slice.
///
/// Whatever reaches a neuron in a step is added in one order, however the network is sliced: by the
/// step of the spike, then by projection, then by source, then by the order of its synapses; drives
/// come last.
///
/// @param parts by population
/// @param pathways by projection
public record Slice(List<Part> parts, List<Pathway> pathways) {
  /// Takes in the spikes of a stretch.
  ///
  /// @param all slices
  /// @param turn which emission they stand in
  /// @param first step of the stretch
  void receive(List<Slice> all, int turn, long first, int steps) {
    for (int offset = 0; offset < steps; offset++) {
      for (int p = 0; p < pathways.size(); p++) {
        Pathway pathway = pathways.get(p);
        for (int s = 0; s < all.size(); s++) {
          Part part = all.get(s).parts.get(pathway.source());
          Emission emission = part.emission(turn);
          int from = emission.from(offset);
          int to = emission.to(offset);
          if (from < to) {
            pathway.deliver(emission.neurons(), from, to, part.site().first(), first + offset);
          }
        }
        pathway.close(first + offset, turn, offset);
      }
    }
  }

  /// Takes the steps of a stretch.
  void advance(int turn, long first, int steps) {
    for (int offset = 0; offset < steps; offset++) {
      for (int p = 0; p < parts.size(); p++) {
        parts.get(p).step(first + offset, turn, offset);
      }
    }
  }
}
