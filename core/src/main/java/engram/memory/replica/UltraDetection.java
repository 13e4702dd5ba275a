// SPDX-License-Identifier: Apache-2.0
package engram.memory.replica;

import static engram.memory.replica.ControlPoint.power;
import static engram.memory.replica.ControlPoint.requireFinite;

import engram.source.FromPaper;

/// Couplings that are noisy themselves: J = sum_mu xi ... xi + sqrt(K) omega g with g standard normal
/// for each set of P spins. For many spins that is the clean model at a greater load,
///
///     gamma_eff = gamma (1 + omega^2),   gamma = K P!/(2 N^(P-1))
///
/// so that a network of few patterns retrieves although each coupling carries noise many times its
/// signal: up to omega of the order of N^((P-1)/2).
///
/// References: see the package, [1]; derived anew.
@FromPaper(value = "dense-hebbian", at = "spec: ultra-detection")
public final class UltraDetection {
  private UltraDetection() {}

  /// gamma of K patterns on N spins.
  public static double load(int bodies, int spins, double patterns) {
    ControlPoint.requireBodies(bodies);
    double factorial = 1;
    for (int k = 2; k <= bodies; k++) {
      factorial *= k;
    }
    return requireFinite("patterns", patterns) * factorial / (2 * power(spins, bodies - 1));
  }

  /// The load of the clean model that behaves alike.
  ///
  /// @param load gamma
  /// @param noise omega, 0 or more
  public static double effectiveLoad(double load, double noise) {
    return requireFinite("load", load) * (1 + requireFinite("noise", noise) * noise);
  }

  /// The greatest omega at which the clean model at the effective load still retrieves.
  ///
  /// @param load gamma, above 0
  /// @param criticalLoad the greatest load that retrieves, such as that of [CriticalLines]
  /// @return 0 if the patterns alone are too many
  public static double largestNoise(double load, double criticalLoad) {
    if (!(requireFinite("load", load) > 0)) {
      throw new IllegalArgumentException("load must be above 0, was " + load);
    }
    double times = requireFinite("criticalLoad", criticalLoad) / load;
    return times <= 1 ? 0 : Math.sqrt(times - 1);
  }
}
