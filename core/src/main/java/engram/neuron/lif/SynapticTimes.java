// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.neuron.internal.Require;

/// How long the two kinds of synaptic input last.
///
/// @param excitatoryMs time constant of what arrives at the receptor `excitatory`
/// @param inhibitoryMs time constant of what arrives at the receptor `inhibitory`
public record SynapticTimes(double excitatoryMs, double inhibitoryMs) {
  /// Checks.
  public SynapticTimes {
    Require.above("excitatoryMs", excitatoryMs, 0);
    Require.above("inhibitoryMs", inhibitoryMs, 0);
  }
}
