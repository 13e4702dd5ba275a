// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// What the spins feel of each other.
public sealed interface Couplings permits RowCouplings, TensorCouplings {
  /// P.
  int bodies();

  /// N.
  int spins();

  /// From the units of a [Replica] to those of the energy.
  double scale();

  /// A state of N signs, copied, in the form that is fastest for these couplings.
  Replica replica(byte[] state);
}
