// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

import engram.neuron.internal.Require;

/// Where input arrives at a neuron. What arrives in a step is summed.
///
/// @param name short, such as `excitatory`
/// @param unit of what arrives, which is that of a synapse's weight: pA of a current, nS of a
///   conductance, mV of a jump of the potential
public record Receptor(String name, String unit) {
  /// Checks.
  public Receptor {
    Require.text("name of a receptor", name);
    Require.text("unit of a receptor", unit);
  }
}
