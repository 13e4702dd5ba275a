// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

/// Hebbian couplings, kept as the integer rows c that they are products of:
///
///     E = -scale sum_mu e_P(c_1 sigma_1, ..., c_N sigma_N)
record RowCouplings(int bodies, SignedRows rows, double scale) implements Couplings {
  @Override
  public int spins() {
    return rows.spins();
  }

  @Override
  public PowerSums replica(byte[] state) {
    return new PowerSums(this, state);
  }
}
