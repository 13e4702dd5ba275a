// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.neuron.internal.Require;

/// Two kinds of synaptic conductance and how a step is taken with them.
///
/// @param times how fast they decay
/// @param excitatoryMv reversal potential of the excitatory one
/// @param inhibitoryMv reversal potential of the inhibitory one
/// @param method how a step is taken
public record Conductances(
    SynapticTimes times, double excitatoryMv, double inhibitoryMv, Method method) {
  /// Checks.
  public Conductances {
    Require.finite("excitatoryMv", excitatoryMv);
    Require.finite("inhibitoryMv", inhibitoryMv);
  }

  /// How a step is taken. One takes three times as long as the other: a comparison of speeds must
  /// name its method. Rates of a network differ less between the two than between two draws of it.
  public enum Method {
    /// Forward Euler of potential and conductances, what Brian 2 does when asked for `euler`.
    EULER,
    /// The potential exactly for conductances that stay, which decay exactly.
    EXPONENTIAL_EULER
  }

  /// By how much a conductance is multiplied in a step.
  double kept(double dtMs, double tauMs) {
    return method == Method.EULER ? 1 - dtMs / tauMs : Propagator.kept(dtMs, tauMs);
  }
}
