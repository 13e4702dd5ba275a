// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

/// What the spins feel of each other.
sealed interface Couplings permits RowCouplings, TensorCouplings {
  int bodies();

  int spins();

  /// From the units of a [Replica] to those of the energy.
  double scale();

  Replica replica(byte[] state);
}
