// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// Which products of the other spins a field sums over.
public enum Indices {
  /// Sets of different spins: h_i ~ sum_mu c_i e_{P-1}(x without i), the definition.
  DISTINCT,

  /// Spins that may coincide: h_i ~ sum_mu c_i (S - x_i)^(P-1)/(P-1)! with S the sum of all x,
  /// which holds lower-body terms too.
  FREE
}
