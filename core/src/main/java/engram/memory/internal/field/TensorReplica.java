// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// A state of a network of explicit couplings: every field is summed over its couplings, in double
/// precision and in one fixed order.
final class TensorReplica implements Replica {
  private final TensorCouplings couplings;
  private final byte[] state;

  TensorReplica(TensorCouplings couplings, byte[] state) {
    this.couplings = couplings;
    this.state = state.clone();
  }

  @Override
  public byte[] state() {
    return state;
  }

  @Override
  public double field(int spin, Indices indices) {
    if (indices != Indices.DISTINCT) {
      throw new IllegalArgumentException(
          "indices of explicit couplings must be DISTINCT, was " + indices);
    }
    return couplings.field(spin, state);
  }

  @Override
  public void flip(int spin) {
    state[spin] = (byte) -state[spin];
  }

  @Override
  public double couplingSum() {
    return couplings.all(state);
  }
}
