// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import engram.lab.parameter.Param;
import engram.spiking.Network;
import java.util.List;

/// Parameters of a page: how much of a network runs for how long. COBA and CUBA are always whole.
record Setting(
    @Param(doc = "share of the neurons of the larger networks", min = 0.005, max = 1) double share,
    @Param(doc = "time that is discarded", unit = "ms", min = 0, max = 1e5) double discardedMs,
    @Param(doc = "time that is measured", unit = "ms", min = 10, max = 1e6) double measuredMs,
    @Param(doc = "sabotage: false takes the recurrent synapses out, or depression from STDP")
        boolean intact) {
  /// The same without what the page is about.
  Setting sabotaged() {
    return new Setting(share, discardedMs, measuredMs, false);
  }

  double seconds() {
    return (discardedMs + measuredMs) / 1000;
  }

  /// A network, or its neurons and drives alone where this is sabotaged.
  Network of(Network network) {
    return intact ? network : unconnected(network);
  }

  /// Neurons and drives of a network without its synapses.
  static Network unconnected(Network network) {
    return new Network(network.dtMs(), network.populations(), List.of(), network.drives());
  }
}
