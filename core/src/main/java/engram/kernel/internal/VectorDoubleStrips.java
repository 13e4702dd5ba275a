// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Products of matrices that are read where they lie, without packing: strips of four rows by two
/// vectors, or one row by eight where there are fewer rows. The bits are those of [ScalarLoops].
final class VectorDoubleStrips {
  private static final VectorSpecies<Double> D = VectorLoops.D;
  private static final int L = D.length();
  private static final DoubleRoom RIM = new DoubleRoom();
  private static final DoubleRoom EDGE = new DoubleRoom();

  private VectorDoubleStrips() {}

  /// See [Loops#strips].
  static void run(
      int m,
      int n,
      int depth,
      double alpha,
      double[] a,
      int aAt,
      int aRow,
      int aColumn,
      double[] b,
      int bAt,
      int ldb,
      double[] c,
      int cAt,
      int ldc) {
    int whole = n - n % (2 * L);
    boolean one = n - whole == L;
    int last = one ? 0 : n - whole;
    boolean rims = m >= 4 && last > 0;
    double[] rim = rims ? rim(depth, b, bAt + whole, ldb, last) : b;
    double[] edge = rims ? EDGE.of(4 * 2 * L) : b;
    int i = 0;
    for (; i <= m - 4; i += 4) {
      int from = aAt + i * aRow;
      int to = cAt + i * ldc;
      for (int j = 0; j < whole; j += 2 * L) {
        fourByTwo(depth, alpha, a, from, aRow, aColumn, b, bAt + j, ldb, c, to + j, ldc);
      }
      to += whole;
      if (one) {
        fourByOne(depth, alpha, a, from, aRow, aColumn, b, bAt + whole, ldb, c, to, ldc);
      } else if (last > 0) {
        copy(c, to, ldc, edge, 0, 2 * L, last);
        if (last > L) {
          fourByTwo(depth, alpha, a, from, aRow, aColumn, rim, 0, 2 * L, edge, 0, 2 * L);
        } else {
          fourByOne(depth, alpha, a, from, aRow, aColumn, rim, 0, 2 * L, edge, 0, 2 * L);
        }
        copy(edge, 0, 2 * L, c, to, ldc, last);
      }
    }
    for (; i < m; i++) {
      int aFrom = aAt + i * aRow;
      int cFrom = cAt + i * ldc;
      int j = 0;
      for (; j <= n - 8 * L; j += 8 * L) {
        oneByEight(depth, alpha, a, aFrom, aColumn, b, bAt + j, ldb, c, cFrom + j);
      }
      for (; j < n; j += L) {
        int lanes = Math.min(L, n - j);
        oneByOne(depth, alpha, a, aFrom, aColumn, b, bAt + j, ldb, c, cFrom + j, lanes);
      }
    }
  }

  /// The last columns of B, which do not fill their vectors, filled up with zeros.
  private static double[] rim(int depth, double[] b, int bAt, int ldb, int columns) {
    double[] rim = RIM.of(depth * 2 * L);
    for (int p = 0; p < depth; p++) {
      for (int j = 0; j < columns; j++) {
        rim[p * 2 * L + j] = b[bAt + p * ldb + j];
      }
      for (int j = columns; j < 2 * L; j++) {
        rim[p * 2 * L + j] = 0;
      }
    }
    return rim;
  }

  private static void copy(
      double[] from, int fromAt, int fromStep, double[] to, int toAt, int toStep, int columns) {
    for (int i = 0; i < 4; i++) {
      System.arraycopy(from, fromAt + i * fromStep, to, toAt + i * toStep, columns);
    }
  }

  private static void fourByTwo(
      int depth,
      double alpha,
      double[] a,
      int aAt,
      int aRow,
      int aColumn,
      double[] b,
      int bAt,
      int ldb,
      double[] c,
      int cAt,
      int ldc) {
    DoubleVector s00 = DoubleVector.zero(D);
    DoubleVector s01 = DoubleVector.zero(D);
    DoubleVector s10 = DoubleVector.zero(D);
    DoubleVector s11 = DoubleVector.zero(D);
    DoubleVector s20 = DoubleVector.zero(D);
    DoubleVector s21 = DoubleVector.zero(D);
    DoubleVector s30 = DoubleVector.zero(D);
    DoubleVector s31 = DoubleVector.zero(D);
    for (int p = 0; p < depth; p++) {
      int column = aAt + p * aColumn;
      DoubleVector b0 = DoubleVector.fromArray(D, b, bAt + p * ldb);
      DoubleVector b1 = DoubleVector.fromArray(D, b, bAt + p * ldb + L);
      DoubleVector factor = DoubleVector.broadcast(D, a[column]);
      s00 = factor.fma(b0, s00);
      s01 = factor.fma(b1, s01);
      factor = DoubleVector.broadcast(D, a[column + aRow]);
      s10 = factor.fma(b0, s10);
      s11 = factor.fma(b1, s11);
      factor = DoubleVector.broadcast(D, a[column + 2 * aRow]);
      s20 = factor.fma(b0, s20);
      s21 = factor.fma(b1, s21);
      factor = DoubleVector.broadcast(D, a[column + 3 * aRow]);
      s30 = factor.fma(b0, s30);
      s31 = factor.fma(b1, s31);
    }
    DoubleVector scale = DoubleVector.broadcast(D, alpha);
    store(s00, scale, c, cAt);
    store(s10, scale, c, cAt + ldc);
    store(s20, scale, c, cAt + 2 * ldc);
    store(s30, scale, c, cAt + 3 * ldc);
    store(s01, scale, c, cAt + L);
    store(s11, scale, c, cAt + L + ldc);
    store(s21, scale, c, cAt + L + 2 * ldc);
    store(s31, scale, c, cAt + L + 3 * ldc);
  }

  private static void fourByOne(
      int depth,
      double alpha,
      double[] a,
      int aAt,
      int aRow,
      int aColumn,
      double[] b,
      int bAt,
      int ldb,
      double[] c,
      int cAt,
      int ldc) {
    DoubleVector s0 = DoubleVector.zero(D);
    DoubleVector s1 = DoubleVector.zero(D);
    DoubleVector s2 = DoubleVector.zero(D);
    DoubleVector s3 = DoubleVector.zero(D);
    for (int p = 0; p < depth; p++) {
      int column = aAt + p * aColumn;
      DoubleVector b0 = DoubleVector.fromArray(D, b, bAt + p * ldb);
      s0 = DoubleVector.broadcast(D, a[column]).fma(b0, s0);
      s1 = DoubleVector.broadcast(D, a[column + aRow]).fma(b0, s1);
      s2 = DoubleVector.broadcast(D, a[column + 2 * aRow]).fma(b0, s2);
      s3 = DoubleVector.broadcast(D, a[column + 3 * aRow]).fma(b0, s3);
    }
    DoubleVector scale = DoubleVector.broadcast(D, alpha);
    store(s0, scale, c, cAt);
    store(s1, scale, c, cAt + ldc);
    store(s2, scale, c, cAt + 2 * ldc);
    store(s3, scale, c, cAt + 3 * ldc);
  }

  private static void oneByEight(
      int depth,
      double alpha,
      double[] a,
      int aAt,
      int aColumn,
      double[] b,
      int bAt,
      int ldb,
      double[] c,
      int cAt) {
    DoubleVector s0 = DoubleVector.zero(D);
    DoubleVector s1 = DoubleVector.zero(D);
    DoubleVector s2 = DoubleVector.zero(D);
    DoubleVector s3 = DoubleVector.zero(D);
    DoubleVector s4 = DoubleVector.zero(D);
    DoubleVector s5 = DoubleVector.zero(D);
    DoubleVector s6 = DoubleVector.zero(D);
    DoubleVector s7 = DoubleVector.zero(D);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      DoubleVector factor = DoubleVector.broadcast(D, a[aAt + p * aColumn]);
      s0 = factor.fma(DoubleVector.fromArray(D, b, row), s0);
      s1 = factor.fma(DoubleVector.fromArray(D, b, row + L), s1);
      s2 = factor.fma(DoubleVector.fromArray(D, b, row + 2 * L), s2);
      s3 = factor.fma(DoubleVector.fromArray(D, b, row + 3 * L), s3);
      s4 = factor.fma(DoubleVector.fromArray(D, b, row + 4 * L), s4);
      s5 = factor.fma(DoubleVector.fromArray(D, b, row + 5 * L), s5);
      s6 = factor.fma(DoubleVector.fromArray(D, b, row + 6 * L), s6);
      s7 = factor.fma(DoubleVector.fromArray(D, b, row + 7 * L), s7);
    }
    DoubleVector scale = DoubleVector.broadcast(D, alpha);
    store(s0, scale, c, cAt);
    store(s1, scale, c, cAt + L);
    store(s2, scale, c, cAt + 2 * L);
    store(s3, scale, c, cAt + 3 * L);
    store(s4, scale, c, cAt + 4 * L);
    store(s5, scale, c, cAt + 5 * L);
    store(s6, scale, c, cAt + 6 * L);
    store(s7, scale, c, cAt + 7 * L);
  }

  private static void oneByOne(
      int depth,
      double alpha,
      double[] a,
      int aAt,
      int aColumn,
      double[] b,
      int bAt,
      int ldb,
      double[] c,
      int cAt,
      int lanes) {
    VectorMask<Double> inside = D.indexInRange(0, lanes);
    DoubleVector s = DoubleVector.zero(D);
    for (int p = 0; p < depth; p++) {
      DoubleVector row = DoubleVector.fromArray(D, b, bAt + p * ldb, inside);
      s = DoubleVector.broadcast(D, a[aAt + p * aColumn]).fma(row, s);
    }
    store(s, DoubleVector.broadcast(D, alpha), c, cAt, inside);
  }

  private static void store(DoubleVector s, DoubleVector scale, double[] c, int at) {
    s.fma(scale, DoubleVector.fromArray(D, c, at)).intoArray(c, at);
  }

  private static void store(
      DoubleVector s, DoubleVector scale, double[] c, int at, VectorMask<Double> inside) {
    s.fma(scale, DoubleVector.fromArray(D, c, at, inside)).intoArray(c, at, inside);
  }
}
