// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// The fast form of [PowerSums] for P = 3 and rows of bytes:
///
///     2 e_2(x without i) = (p1 - x_i)^2 - (p2 - c_i^2)
///
/// so the field of a spin is one sum of c (p1 - x)^2 and a number that no flip changes. The sum is
/// first approximated in float with a bound on its error; only where the threshold lies within the
/// bound is it formed exactly.
final class ThreeBodySums implements Replica {
  /// Patterns of one approximation; the shorter, the tighter its bound.
  static final int BLOCK = 1 << 15;

  private static final FieldLoops LOOPS = FieldLoops.HERE;

  /// Roundings on the way of one term, BLOCK / LANES additions among them, generously.
  private static final double ROUNDING = (BLOCK / FieldLoops.LANES + 24) * 0x1.04p-24;

  private final SignedRows rows;
  private final byte[] state;
  private final float[] p1;
  private final int[] p2;
  private final int[] p3;
  private final long[] fixed;
  private double squares;

  ThreeBodySums(SignedRows rows, byte[] state) {
    this.rows = rows;
    this.state = state.clone();
    int n = SignedRows.padded(rows.count());
    p1 = new float[n];
    p2 = new int[n];
    p3 = new int[n];
    fixed = new long[state.length];
    for (int i = 0; i < state.length; i++) {
      byte[] row = rows.narrow(i);
      for (int mu = 0; mu < n; mu++) {
        int x = state[i] * row[mu];
        p1[mu] += x;
        p2[mu] += x * x;
        p3[mu] += x * x * x;
      }
    }
    for (int i = 0; i < state.length; i++) {
      fixed[i] = fixed(rows.narrow(i));
    }
    turn(rows.narrow(0), 0);
  }

  /// Whether every number on the way fits its type.
  static boolean holds(RowCouplings couplings) {
    SignedRows rows = couplings.rows();
    double largest = rows.largest();
    double powers = rows.spins() * largest * largest * largest;
    double sum = rows.spins() * largest;
    return couplings.bodies() == 3
        && rows.isNarrow()
        && powers < Integer.MAX_VALUE
        && sum < 1 << 20
        && 4 * sum * sum * largest * rows.count() < 0x1p62;
  }

  private long fixed(byte[] row) {
    long sum = 0;
    for (int mu = 0; mu < row.length; mu++) {
      long c = row[mu];
      sum += c * (c * c - p2[mu]);
    }
    return sum;
  }

  /// Adds `change` times a row to the odd power sums.
  private void turn(byte[] row, int change) {
    squares = 0;
    for (int at = 0; at < row.length; at += BLOCK) {
      squares += LOOPS.turn(row, change, p1, p3, at, Math.min(BLOCK, row.length - at));
    }
  }

  @Override
  public byte[] state() {
    return state;
  }

  @Override
  public double field(int spin, Indices indices) {
    return twice(spin, indices) / 2.0;
  }

  /// Twice the field, exact.
  private long twice(int spin, Indices indices) {
    long sum = LOOPS.squaresExact(rows.narrow(spin), p1, state[spin], 0, p1.length);
    return switch (indices) {
      case DISTINCT -> sum + fixed[spin];
      case FREE -> sum;
    };
  }

  @Override
  public int compare(int spin, int next, Indices indices, double threshold) {
    if (LOOPS.approximates()) {
      double above = approximate(spin) - 2 * threshold;
      above += indices == Indices.DISTINCT ? fixed[spin] : 0;
      double error = error() + 0x1p-50 * (Math.abs(threshold) + Math.abs((double) fixed[spin]));
      if (Math.abs(above) > error) {
        return above > 0 ? 1 : -1;
      }
    }
    return Double.compare(field(spin, indices) + 0.0, threshold + 0.0);
  }

  private double approximate(int spin) {
    byte[] row = rows.narrow(spin);
    double sum = 0;
    for (int at = 0; at < p1.length; at += BLOCK) {
      sum += LOOPS.squares(row, p1, state[spin], at, Math.min(BLOCK, p1.length - at));
    }
    return sum;
  }

  /// Bound on the error of an approximation: roundings times a bound on the sum of |c| (|p1| +
  /// M)^2.
  private double error() {
    double largest = rows.largest();
    double size = 1.001 * Math.sqrt(squares) + largest * Math.sqrt(p1.length);
    return ROUNDING * largest * size * size;
  }

  @Override
  public void flip(int spin) {
    state[spin] = (byte) -state[spin];
    turn(rows.narrow(spin), 2 * state[spin]);
  }

  @Override
  public double couplingSum() {
    ExactSum sum = new ExactSum();
    for (int mu = 0; mu < rows.count(); mu++) {
      long first = (int) p1[mu];
      sum.add((first * first * first - 3 * first * p2[mu] + 2L * p3[mu]) / 6);
    }
    return sum.nearest();
  }
}
