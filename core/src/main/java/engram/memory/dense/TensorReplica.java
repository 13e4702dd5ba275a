// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

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
  public double field(int spin, FieldScheme scheme) {
    if (scheme != FieldScheme.EXACT_DISTINCT) {
      throw new IllegalArgumentException(
          "field scheme of explicit couplings must be EXACT_DISTINCT, was " + scheme);
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
