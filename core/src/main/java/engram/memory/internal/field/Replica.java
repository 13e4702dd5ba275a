// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// A state of the spins with what is kept up to date to read fields and energy from, in units of
/// the couplings: multiply by their [Couplings#scale].
public sealed interface Replica
    permits PowerSums, ThreeBodySums, FourBodySums, ClosedFormSums, TensorReplica {
  /// The spins; changed by [#flip] only.
  byte[] state();

  /// Sum of the couplings of a spin times the others.
  double field(int spin, Indices indices);

  /// Whether that field lies above (1), at (0) or below (-1) a threshold.
  ///
  /// @param next the spin that will probably be asked next, or -1
  default int compare(int spin, int next, Indices indices, double threshold) {
    return Double.compare(field(spin, indices) + 0.0, threshold + 0.0);
  }

  /// Turns a spin.
  void flip(int spin);

  /// Sum of the couplings times all their spins: minus the energy.
  double couplingSum();
}
