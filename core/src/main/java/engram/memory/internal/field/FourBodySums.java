// SPDX-License-Identifier: Apache-2.0
package engram.memory.internal.field;

/// The fast form of [PowerSums] for P = 4 and rows of bytes: e_3 without one spin is a polynomial in
/// that spin, x = s c, whose coefficients are symmetric polynomials of all spins and change on flips
/// only:
///
///     e_3(x without i) = e_3 - x e_2 + x^2 e_1 - x^3
///
/// As in [ThreeBodySums] an approximation with a bound decides where it can, and the exact sum where
/// it cannot. Flips are rare, so the fields of two spins are approximated in one pass and the second
/// is kept for the next question, unless the first flips.
final class FourBodySums implements Replica {
  private static final FieldLoops LOOPS = FieldLoops.HERE;
  private static final int BLOCK = ThreeBodySums.BLOCK;
  private static final int PIECE = 1024;
  private static final double ROUNDING = (BLOCK / FieldLoops.PAIR_LANES + 32) * 0x1.04p-24;
  private static final int NONE = -1;

  private final SignedRows rows;
  private final byte[] state;
  private final long[] p4;
  private final FieldLoops.Cubic cubic;
  private final long[] fourthPowers;
  private final float[] pair = new float[2];
  private double error;
  private int ahead = NONE;
  private double aheadSum;

  FourBodySums(SignedRows rows, byte[] state) {
    this.rows = rows;
    this.state = state.clone();
    int n = SignedRows.padded(rows.count());
    p4 = new long[n];
    cubic = new FieldLoops.Cubic(n);
    fourthPowers = new long[state.length];
    for (int i = 0; i < state.length; i++) {
      fourthPowers[i] = add(rows.narrow(i), state[i]);
    }
    turn(rows.narrow(0), 0);
  }

  /// Whether every number on the way fits its type.
  static boolean holds(RowCouplings couplings) {
    SignedRows rows = couplings.rows();
    double largest = rows.largest();
    double powers = rows.spins() * largest * largest * largest;
    double sum = rows.spins() * largest;
    return couplings.bodies() == 4
        && rows.isNarrow()
        && 4 * powers < Integer.MAX_VALUE
        && sum * largest < 1 << 23
        && 16 * sum * sum * sum * sum < 0x1p62
        && 8 * sum * sum * sum * largest * PIECE < 0x1p62;
  }

  /// Adds a row to the power sums and returns its own sum of fourth powers.
  private long add(byte[] row, int sign) {
    long own = 0;
    for (int mu = 0; mu < row.length; mu++) {
      int x = sign * row[mu];
      int square = x * x;
      long fourth = (long) square * square;
      cubic.p1()[mu] += x;
      cubic.p2()[mu] += square;
      cubic.p3()[mu] += square * x;
      p4[mu] += fourth;
      own += fourth;
    }
    return own;
  }

  /// Adds `change` times a row to the odd power sums, in pieces that stay in the nearest cache.
  private void turn(byte[] row, int change) {
    double magnitude = 0;
    for (int at = 0; at < row.length; at += PIECE) {
      int n = Math.min(PIECE, row.length - at);
      LOOPS.turn(row, change, cubic.p1(), cubic.p3(), at, n);
      magnitude += LOOPS.follow(cubic, rows.largest(), at, n);
    }
    error = ROUNDING * rows.largest() * magnitude / 6;
    ahead = NONE;
  }

  @Override
  public byte[] state() {
    return state;
  }

  @Override
  public double field(int spin, Indices indices) {
    byte[] row = rows.narrow(spin);
    ExactSum sum = new ExactSum();
    for (int at = 0; at < row.length; at += PIECE) {
      int n = Math.min(PIECE, row.length - at);
      switch (indices) {
        case DISTINCT -> sum.add(LOOPS.cubicsExact(row, cubic, state[spin], at, n) / 6);
        case FREE -> sum.add(cubes(row, state[spin], at, n));
      }
    }
    return indices == Indices.DISTINCT ? sum.nearest() : sum.nearest() / 6;
  }

  /// Sum of c (p1 - x)^3.
  private long cubes(byte[] row, int sign, int at, int n) {
    long sum = 0;
    for (int mu = at; mu < at + n; mu++) {
      long c = row[mu];
      long t = (int) cubic.p1()[mu] - sign * c;
      sum += c * t * t * t;
    }
    return sum;
  }

  @Override
  public int compare(int spin, int next, Indices indices, double threshold) {
    if (indices == Indices.DISTINCT && LOOPS.approximates()) {
      double own = -state[spin] * (double) fourthPowers[spin];
      double above = approximate(spin, next) + own - threshold;
      if (Math.abs(above) > error + 0x1p-50 * (Math.abs(threshold) + Math.abs(own))) {
        return above > 0 ? 1 : -1;
      }
    }
    return Double.compare(field(spin, indices) + 0.0, threshold + 0.0);
  }

  /// The sum of the polynomials of a spin; that of the next one is kept.
  private double approximate(int spin, int next) {
    if (spin == ahead) {
      ahead = NONE;
      return aheadSum;
    }
    int second = next < 0 ? spin : next;
    byte[] row0 = rows.narrow(spin);
    byte[] row1 = rows.narrow(second);
    double sum = 0;
    aheadSum = 0;
    for (int at = 0; at < row0.length; at += BLOCK) {
      int n = Math.min(BLOCK, row0.length - at);
      LOOPS.cubics(row0, row1, cubic, state[spin], state[second], at, n, pair);
      sum += pair[0];
      aheadSum += pair[1];
    }
    ahead = second;
    return sum;
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
      long first = (int) cubic.p1()[mu];
      long second = (int) cubic.p2()[mu];
      long square = first * first;
      long cubes = 8 * first * cubic.p3()[mu];
      sum.add((square * (square - 6 * second) + 3 * second * second + cubes - 6 * p4[mu]) / 24);
    }
    return sum.nearest();
  }
}
