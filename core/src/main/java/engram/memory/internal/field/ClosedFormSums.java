// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// The form of [PowerSums] for P = 2, 5 and 6 where every term fits 64 bits: Newton's identities
/// written out, exact and without room for intermediate polynomials:
///
///     24 e_4 = q1^4 - 6 q1^2 q2 + 8 q1 q3 + 3 q2^2 - 6 q4
///     120 e_5 = q1^5 - 10 q1^3 q2 + 20 q1^2 q3 + 15 q1 q2^2 - 30 q1 q4 - 20 q2 q3 + 24 q5
///
/// with the power sums q of all spins but one.
final class ClosedFormSums implements Replica {
  private final PowerSums sums;
  private final SignedRows rows;
  private final int bodies;
  private final int[] row;

  ClosedFormSums(RowCouplings couplings, byte[] state) {
    sums = new PowerSums(couplings, state);
    rows = couplings.rows();
    bodies = couplings.bodies();
    row = new int[rows.count()];
  }

  /// Whether every number on the way fits its type.
  static boolean holds(RowCouplings couplings) {
    SignedRows rows = couplings.rows();
    int bodies = couplings.bodies();
    double reach = 8.0 * rows.largest();
    for (int k = 1; k < bodies; k++) {
      reach *= (double) rows.spins() * rows.largest();
    }
    return (bodies == 2 || bodies == 5 || bodies == 6) && rows.spins() >= 6 && reach < 0x1p62;
  }

  @Override
  public byte[] state() {
    return sums.state();
  }

  @Override
  public double field(int spin, Indices indices) {
    if (indices == Indices.FREE) {
      return sums.field(spin, indices);
    }
    rows.read(spin, row);
    int sign = sums.state()[spin];
    return switch (bodies) {
      case 2 -> two(sign, sums.powers(1));
      case 5 -> five(sign, sums.powers(1), sums.powers(2), sums.powers(3), sums.powers(4));
      case 6 ->
          six(sign, sums.powers(1), sums.powers(2), sums.powers(3), sums.powers(4), sums.powers(5));
      default -> throw new IllegalStateException("bodies must be 2, 5 or 6, was " + bodies);
    };
  }

  private double two(int sign, long[] p1) {
    ExactSum sum = new ExactSum();
    for (int mu = 0; mu < row.length; mu++) {
      long c = row[mu];
      sum.add(c * (p1[mu] - sign * c));
    }
    return sum.nearest();
  }

  private double five(int sign, long[] p1, long[] p2, long[] p3, long[] p4) {
    ExactSum sum = new ExactSum();
    for (int mu = 0; mu < row.length; mu++) {
      long c = row[mu];
      long square = c * c;
      long q1 = p1[mu] - sign * c;
      long q2 = p2[mu] - square;
      long q3 = p3[mu] - sign * c * square;
      long q4 = p4[mu] - square * square;
      long first = q1 * q1;
      sum.add(c * ((first * (first - 6 * q2) + 8 * q1 * q3 + 3 * (q2 * q2 - 2 * q4)) / 24));
    }
    return sum.nearest();
  }

  private double six(int sign, long[] p1, long[] p2, long[] p3, long[] p4, long[] p5) {
    ExactSum sum = new ExactSum();
    for (int mu = 0; mu < row.length; mu++) {
      long c = row[mu];
      long square = c * c;
      long q1 = p1[mu] - sign * c;
      long q2 = p2[mu] - square;
      long q3 = p3[mu] - sign * c * square;
      long q4 = p4[mu] - square * square;
      long q5 = p5[mu] - sign * c * square * square;
      long first = q1 * q1;
      long inner = first * (first - 10 * q2) + 20 * q1 * q3 + 15 * (q2 * q2 - 2 * q4);
      sum.add(c * ((q1 * inner - 20 * q2 * q3 + 24 * q5) / 120));
    }
    return sum.nearest();
  }

  @Override
  public void flip(int spin) {
    sums.flip(spin);
  }

  @Override
  public double couplingSum() {
    return sums.couplingSum();
  }
}
