// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// Hebbian couplings, kept as the integer rows c that they are products of:
///
///     E = -scale sum_mu e_P(c_1 sigma_1, ..., c_N sigma_N)
///
/// @param bodies P
/// @param rows c, not to be written any more
/// @param scale from products of rows to units of the energy
public record RowCouplings(int bodies, SignedRows rows, double scale) implements Couplings {
  private static final double LONG_RANGE = 0x1p62;

  /// Checks that power sums of order P fit 64 bits.
  public RowCouplings {
    double most = rows.spins();
    for (int k = 0; k < bodies; k++) {
      most *= rows.largest();
    }
    if (most >= LONG_RANGE) {
      throw new IllegalArgumentException(
          "spins times examples^bodies must be below 2^62, was %d x %d^%d"
              .formatted(rows.spins(), rows.largest(), bodies));
    }
  }

  @Override
  public int spins() {
    return rows.spins();
  }

  @Override
  public Replica replica(byte[] state) {
    if (ThreeBodySums.holds(this)) {
      return new ThreeBodySums(rows, state);
    }
    if (FourBodySums.holds(this)) {
      return new FourBodySums(rows, state);
    }
    if (ClosedFormSums.holds(this)) {
      return new ClosedFormSums(this, state);
    }
    return new PowerSums(this, state);
  }
}
