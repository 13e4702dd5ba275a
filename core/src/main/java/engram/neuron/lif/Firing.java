// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.neuron.internal.Require;

/// When an integrate-and-fire neuron fires and what follows.
///
/// @param thresholdMv a potential at or above it is a spike
/// @param resetMv where a spike puts the potential, below the threshold
/// @param refractoryMs how long it is held there
public record Firing(double thresholdMv, double resetMv, double refractoryMs) {
  /// Checks.
  public Firing {
    Require.finite("thresholdMv", thresholdMv);
    Require.finite("resetMv", resetMv);
    if (resetMv >= thresholdMv) {
      throw new IllegalArgumentException(
          "resetMv must be below the threshold of " + thresholdMv + ", was " + resetMv);
    }
    Require.atLeast("refractoryMs", refractoryMs, 0);
  }

  /// The refractory time in whole steps, to the nearest.
  int refractorySteps(double dtMs) {
    return Math.toIntExact(Math.round(refractoryMs / dtMs));
  }
}
