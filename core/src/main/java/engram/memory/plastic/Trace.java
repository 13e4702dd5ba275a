// SPDX-License-Identifier: Apache-2.0
package engram.memory.plastic;

/// How the trace H of a synapse from i to j follows the activity y, step by step.
///
/// | trace | H_ij becomes |
/// | --- | --- |
/// | [#HEBB] [1] | `(1 - eta) H_ij + eta y_i(t-1) y_j(t)` |
/// | [#OJA] [1] | `H_ij + eta y_j(t) (y_i(t-1) - y_j(t) H_ij)` |
/// | [#MODULATED] [2] | `clip(H_ij + M(t) y_i(t-1) y_j(t))`, to [-1, 1], `M(t) = eta tanh(m . y(t))` |
///
/// References: [1], [2] in the package.
public enum Trace {
  /// A running mean of products.
  HEBB,
  /// Bounded without a decay of its own: what is not used stays.
  OJA,
  /// Written as far as the net itself says: a learned neuromodulator.
  MODULATED
}
