// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

import java.math.BigInteger;

/// The definition of fields and energy: a state of a network of rows, with the power sums p_k =
/// sum_i (c_i sigma_i)^k of every pattern. All are integers and kept exactly, so nothing drifts and
/// nothing has to be summed anew. Odd ones change by 2 c^k sigma on a flip, even ones never.
final class PowerSums implements Replica {
  private static final double LONG_RANGE = 0x1p62;

  private final RowCouplings couplings;
  private final int bodies;
  private final byte[] state;
  private final long[][] p;
  private final int[] row;
  private final long[] rest;
  private final long[] e;
  private final boolean narrow;

  PowerSums(RowCouplings couplings, byte[] state) {
    this.couplings = couplings;
    this.bodies = couplings.bodies();
    this.state = state.clone();
    SignedRows rows = couplings.rows();
    p = new long[bodies][rows.count()];
    row = new int[rows.count()];
    rest = new long[bodies];
    e = new long[bodies + 1];
    narrow =
        rows.largest() * ElementarySymmetric.reach(bodies, rows.spins(), rows.largest())
            < LONG_RANGE;
    for (int i = 0; i < state.length; i++) {
      add(i, state[i]);
    }
  }

  /// Adds the powers of a spin's row, with its sign, to the sums.
  private void add(int spin, int sign) {
    couplings.rows().read(spin, row);
    for (int mu = 0; mu < row.length; mu++) {
      long power = 1;
      for (int k = 0; k < bodies; k++) {
        power *= (long) sign * row[mu];
        p[k][mu] += power;
      }
    }
  }

  @Override
  public byte[] state() {
    return state;
  }

  /// p_k of every pattern; not to be written.
  long[] powers(int k) {
    return p[k - 1];
  }

  @Override
  public double field(int spin, Indices indices) {
    couplings.rows().read(spin, row);
    return switch (indices) {
      case DISTINCT -> distinct(state[spin]);
      case FREE -> factorised(state[spin]);
    };
  }

  private double distinct(int sign) {
    ExactSum sum = new ExactSum();
    for (int mu = 0; mu < row.length; mu++) {
      long x = (long) sign * row[mu];
      long power = 1;
      for (int k = 0; k < bodies - 1; k++) {
        power *= x;
        rest[k] = p[k][mu] - power;
      }
      if (narrow) {
        sum.add(row[mu] * ElementarySymmetric.exact(bodies - 1, rest, e));
      } else {
        sum.add(ElementarySymmetric.wide(bodies - 1, rest).multiply(BigInteger.valueOf(row[mu])));
      }
    }
    return sum.nearest();
  }

  private double factorised(int sign) {
    ExactSum sum = new ExactSum();
    double factorial = 1;
    for (int k = 2; k < bodies; k++) {
      factorial *= k;
    }
    for (int mu = 0; mu < row.length; mu++) {
      BigInteger rest = BigInteger.valueOf(p[0][mu] - (long) sign * row[mu]);
      sum.add(rest.pow(bodies - 1).multiply(BigInteger.valueOf(row[mu])));
    }
    return sum.nearest() / factorial;
  }

  @Override
  public void flip(int spin) {
    couplings.rows().read(spin, row);
    state[spin] = (byte) -state[spin];
    for (int mu = 0; mu < row.length; mu++) {
      long square = (long) row[mu] * row[mu];
      long change = 2L * state[spin] * row[mu];
      for (int k = 0; k < bodies; k += 2) {
        p[k][mu] += change;
        change *= square;
      }
    }
  }

  @Override
  public double couplingSum() {
    ExactSum sum = new ExactSum();
    long[] all = new long[bodies];
    for (int mu = 0; mu < row.length; mu++) {
      for (int k = 0; k < bodies; k++) {
        all[k] = p[k][mu];
      }
      if (narrow) {
        sum.add(ElementarySymmetric.exact(bodies, all, e));
      } else {
        sum.add(ElementarySymmetric.wide(bodies, all));
      }
    }
    return sum.nearest();
  }
}
