// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Products of matrices that are read where they lie, without packing: strips of four rows by two
/// vectors, or one row by eight where there are fewer rows. The bits are those of [ScalarLoops].
final class VectorFloatStrips {
  private static final VectorSpecies<Float> F = VectorLoops.F;
  private static final int L = F.length();
  private static final FloatRoom RIM = new FloatRoom();
  private static final FloatRoom EDGE = new FloatRoom();

  private VectorFloatStrips() {}

  /// See [Loops#strips].
  static void run(
      int m,
      int n,
      int depth,
      float alpha,
      float[] a,
      int aAt,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int ldb,
      float[] c,
      int cAt,
      int ldc) {
    int whole = n - n % (2 * L);
    boolean one = n - whole == L;
    int last = one ? 0 : n - whole;
    boolean rims = m >= 4 && last > 0;
    float[] rim = rims ? rim(depth, b, bAt + whole, ldb, last) : b;
    float[] edge = rims ? EDGE.of(4 * 2 * L) : b;
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
  private static float[] rim(int depth, float[] b, int bAt, int ldb, int columns) {
    float[] rim = RIM.of(depth * 2 * L);
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
      float[] from, int fromAt, int fromStep, float[] to, int toAt, int toStep, int columns) {
    for (int i = 0; i < 4; i++) {
      System.arraycopy(from, fromAt + i * fromStep, to, toAt + i * toStep, columns);
    }
  }

  private static void fourByTwo(
      int depth,
      float alpha,
      float[] a,
      int aAt,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int ldb,
      float[] c,
      int cAt,
      int ldc) {
    FloatVector s00 = FloatVector.zero(F);
    FloatVector s01 = FloatVector.zero(F);
    FloatVector s10 = FloatVector.zero(F);
    FloatVector s11 = FloatVector.zero(F);
    FloatVector s20 = FloatVector.zero(F);
    FloatVector s21 = FloatVector.zero(F);
    FloatVector s30 = FloatVector.zero(F);
    FloatVector s31 = FloatVector.zero(F);
    for (int p = 0; p < depth; p++) {
      int column = aAt + p * aColumn;
      FloatVector b0 = FloatVector.fromArray(F, b, bAt + p * ldb);
      FloatVector b1 = FloatVector.fromArray(F, b, bAt + p * ldb + L);
      FloatVector factor = FloatVector.broadcast(F, a[column]);
      s00 = factor.fma(b0, s00);
      s01 = factor.fma(b1, s01);
      factor = FloatVector.broadcast(F, a[column + aRow]);
      s10 = factor.fma(b0, s10);
      s11 = factor.fma(b1, s11);
      factor = FloatVector.broadcast(F, a[column + 2 * aRow]);
      s20 = factor.fma(b0, s20);
      s21 = factor.fma(b1, s21);
      factor = FloatVector.broadcast(F, a[column + 3 * aRow]);
      s30 = factor.fma(b0, s30);
      s31 = factor.fma(b1, s31);
    }
    FloatVector scale = FloatVector.broadcast(F, alpha);
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
      float alpha,
      float[] a,
      int aAt,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int ldb,
      float[] c,
      int cAt,
      int ldc) {
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = FloatVector.zero(F);
    FloatVector s2 = FloatVector.zero(F);
    FloatVector s3 = FloatVector.zero(F);
    for (int p = 0; p < depth; p++) {
      int column = aAt + p * aColumn;
      FloatVector b0 = FloatVector.fromArray(F, b, bAt + p * ldb);
      s0 = FloatVector.broadcast(F, a[column]).fma(b0, s0);
      s1 = FloatVector.broadcast(F, a[column + aRow]).fma(b0, s1);
      s2 = FloatVector.broadcast(F, a[column + 2 * aRow]).fma(b0, s2);
      s3 = FloatVector.broadcast(F, a[column + 3 * aRow]).fma(b0, s3);
    }
    FloatVector scale = FloatVector.broadcast(F, alpha);
    store(s0, scale, c, cAt);
    store(s1, scale, c, cAt + ldc);
    store(s2, scale, c, cAt + 2 * ldc);
    store(s3, scale, c, cAt + 3 * ldc);
  }

  private static void oneByEight(
      int depth,
      float alpha,
      float[] a,
      int aAt,
      int aColumn,
      float[] b,
      int bAt,
      int ldb,
      float[] c,
      int cAt) {
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = FloatVector.zero(F);
    FloatVector s2 = FloatVector.zero(F);
    FloatVector s3 = FloatVector.zero(F);
    FloatVector s4 = FloatVector.zero(F);
    FloatVector s5 = FloatVector.zero(F);
    FloatVector s6 = FloatVector.zero(F);
    FloatVector s7 = FloatVector.zero(F);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * ldb;
      FloatVector factor = FloatVector.broadcast(F, a[aAt + p * aColumn]);
      s0 = factor.fma(FloatVector.fromArray(F, b, row), s0);
      s1 = factor.fma(FloatVector.fromArray(F, b, row + L), s1);
      s2 = factor.fma(FloatVector.fromArray(F, b, row + 2 * L), s2);
      s3 = factor.fma(FloatVector.fromArray(F, b, row + 3 * L), s3);
      s4 = factor.fma(FloatVector.fromArray(F, b, row + 4 * L), s4);
      s5 = factor.fma(FloatVector.fromArray(F, b, row + 5 * L), s5);
      s6 = factor.fma(FloatVector.fromArray(F, b, row + 6 * L), s6);
      s7 = factor.fma(FloatVector.fromArray(F, b, row + 7 * L), s7);
    }
    FloatVector scale = FloatVector.broadcast(F, alpha);
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
      float alpha,
      float[] a,
      int aAt,
      int aColumn,
      float[] b,
      int bAt,
      int ldb,
      float[] c,
      int cAt,
      int lanes) {
    VectorMask<Float> inside = F.indexInRange(0, lanes);
    FloatVector s = FloatVector.zero(F);
    for (int p = 0; p < depth; p++) {
      FloatVector row = FloatVector.fromArray(F, b, bAt + p * ldb, inside);
      s = FloatVector.broadcast(F, a[aAt + p * aColumn]).fma(row, s);
    }
    store(s, FloatVector.broadcast(F, alpha), c, cAt, inside);
  }

  private static void store(FloatVector s, FloatVector scale, float[] c, int at) {
    s.fma(scale, FloatVector.fromArray(F, c, at)).intoArray(c, at);
  }

  private static void store(
      FloatVector s, FloatVector scale, float[] c, int at, VectorMask<Float> inside) {
    s.fma(scale, FloatVector.fromArray(F, c, at, inside)).intoArray(c, at, inside);
  }
}
