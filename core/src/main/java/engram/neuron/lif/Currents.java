// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.neuron.Receptor;
import java.util.List;

/// The receptors that several models share.
final class Currents {
  static final List<Receptor> RECEPTORS =
      List.of(
          new Receptor("excitatory", "pA"),
          new Receptor("inhibitory", "pA"),
          new Receptor("current", "pA"));

  private Currents() {}
}
