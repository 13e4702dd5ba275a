// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.neuron.internal.Require;

/// A leaky membrane below threshold: `C v' = -(C / tau) (v - rest) + I`.
///
/// @param capacitancePf C, in pF
/// @param tauMs tau, in ms; C / tau is the leak conductance in nS
/// @param restMv where it comes to rest, in mV
public record Membrane(double capacitancePf, double tauMs, double restMv) {
  /// Checks.
  public Membrane {
    Require.above("capacitancePf", capacitancePf, 0);
    Require.above("tauMs", tauMs, 0);
    Require.finite("restMv", restMv);
  }

  /// The membrane with that leak conductance, tau = C / g.
  public static Membrane leaking(double capacitancePf, double leakNs, double restMv) {
    Require.above("leakNs", leakNs, 0);
    return new Membrane(capacitancePf, capacitancePf / leakNs, restMv);
  }

  /// The leak conductance C / tau.
  public double leakNs() {
    return capacitancePf / tauMs;
  }

  /// What a constant current of 1 pA adds to the potential in the end, in mV: tau / C.
  public double resistanceMvPerPa() {
    return tauMs / capacitancePf;
  }
}
