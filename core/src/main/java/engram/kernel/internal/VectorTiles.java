// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loops of the products of matrices: one tile of C that stays in registers while the
/// panels of A and B pass by. Written out, because only local variables become registers; each
/// species is a constant, because only then do vectors never become objects.
final class VectorTiles {
  static final Loops.Tile FLOAT_512 = new Loops.Tile(8, 32);
  static final Loops.Tile DOUBLE_512 = new Loops.Tile(8, 16);
  static final Loops.Tile FLOAT_256 = new Loops.Tile(4, 24);
  static final Loops.Tile DOUBLE_256 = new Loops.Tile(4, 12);

  private static final VectorSpecies<Float> F512 = FloatVector.SPECIES_512;
  private static final VectorSpecies<Double> D512 = DoubleVector.SPECIES_512;
  private static final VectorSpecies<Float> F256 = FloatVector.SPECIES_256;
  private static final VectorSpecies<Double> D256 = DoubleVector.SPECIES_256;

  private VectorTiles() {}

  /// 8 rows of 2 vectors of 512 bits.
  static void float512(
      int depth, float alpha, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int ldc) {
    FloatVector s00 = FloatVector.zero(F512);
    FloatVector s01 = FloatVector.zero(F512);
    FloatVector s10 = FloatVector.zero(F512);
    FloatVector s11 = FloatVector.zero(F512);
    FloatVector s20 = FloatVector.zero(F512);
    FloatVector s21 = FloatVector.zero(F512);
    FloatVector s30 = FloatVector.zero(F512);
    FloatVector s31 = FloatVector.zero(F512);
    FloatVector s40 = FloatVector.zero(F512);
    FloatVector s41 = FloatVector.zero(F512);
    FloatVector s50 = FloatVector.zero(F512);
    FloatVector s51 = FloatVector.zero(F512);
    FloatVector s60 = FloatVector.zero(F512);
    FloatVector s61 = FloatVector.zero(F512);
    FloatVector s70 = FloatVector.zero(F512);
    FloatVector s71 = FloatVector.zero(F512);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * 32;
      int column = aAt + p * 8;
      FloatVector b0 = FloatVector.fromArray(F512, b, row + 0);
      FloatVector b1 = FloatVector.fromArray(F512, b, row + 16);
      FloatVector factor;
      factor = FloatVector.broadcast(F512, a[column + 0]);
      s00 = factor.fma(b0, s00);
      s01 = factor.fma(b1, s01);
      factor = FloatVector.broadcast(F512, a[column + 1]);
      s10 = factor.fma(b0, s10);
      s11 = factor.fma(b1, s11);
      factor = FloatVector.broadcast(F512, a[column + 2]);
      s20 = factor.fma(b0, s20);
      s21 = factor.fma(b1, s21);
      factor = FloatVector.broadcast(F512, a[column + 3]);
      s30 = factor.fma(b0, s30);
      s31 = factor.fma(b1, s31);
      factor = FloatVector.broadcast(F512, a[column + 4]);
      s40 = factor.fma(b0, s40);
      s41 = factor.fma(b1, s41);
      factor = FloatVector.broadcast(F512, a[column + 5]);
      s50 = factor.fma(b0, s50);
      s51 = factor.fma(b1, s51);
      factor = FloatVector.broadcast(F512, a[column + 6]);
      s60 = factor.fma(b0, s60);
      s61 = factor.fma(b1, s61);
      factor = FloatVector.broadcast(F512, a[column + 7]);
      s70 = factor.fma(b0, s70);
      s71 = factor.fma(b1, s71);
    }
    FloatVector scale = FloatVector.broadcast(F512, alpha);
    s00.fma(scale, FloatVector.fromArray(F512, c, cAt + 0 * ldc + 0))
        .intoArray(c, cAt + 0 * ldc + 0);
    s01.fma(scale, FloatVector.fromArray(F512, c, cAt + 0 * ldc + 16))
        .intoArray(c, cAt + 0 * ldc + 16);
    s10.fma(scale, FloatVector.fromArray(F512, c, cAt + 1 * ldc + 0))
        .intoArray(c, cAt + 1 * ldc + 0);
    s11.fma(scale, FloatVector.fromArray(F512, c, cAt + 1 * ldc + 16))
        .intoArray(c, cAt + 1 * ldc + 16);
    s20.fma(scale, FloatVector.fromArray(F512, c, cAt + 2 * ldc + 0))
        .intoArray(c, cAt + 2 * ldc + 0);
    s21.fma(scale, FloatVector.fromArray(F512, c, cAt + 2 * ldc + 16))
        .intoArray(c, cAt + 2 * ldc + 16);
    s30.fma(scale, FloatVector.fromArray(F512, c, cAt + 3 * ldc + 0))
        .intoArray(c, cAt + 3 * ldc + 0);
    s31.fma(scale, FloatVector.fromArray(F512, c, cAt + 3 * ldc + 16))
        .intoArray(c, cAt + 3 * ldc + 16);
    s40.fma(scale, FloatVector.fromArray(F512, c, cAt + 4 * ldc + 0))
        .intoArray(c, cAt + 4 * ldc + 0);
    s41.fma(scale, FloatVector.fromArray(F512, c, cAt + 4 * ldc + 16))
        .intoArray(c, cAt + 4 * ldc + 16);
    s50.fma(scale, FloatVector.fromArray(F512, c, cAt + 5 * ldc + 0))
        .intoArray(c, cAt + 5 * ldc + 0);
    s51.fma(scale, FloatVector.fromArray(F512, c, cAt + 5 * ldc + 16))
        .intoArray(c, cAt + 5 * ldc + 16);
    s60.fma(scale, FloatVector.fromArray(F512, c, cAt + 6 * ldc + 0))
        .intoArray(c, cAt + 6 * ldc + 0);
    s61.fma(scale, FloatVector.fromArray(F512, c, cAt + 6 * ldc + 16))
        .intoArray(c, cAt + 6 * ldc + 16);
    s70.fma(scale, FloatVector.fromArray(F512, c, cAt + 7 * ldc + 0))
        .intoArray(c, cAt + 7 * ldc + 0);
    s71.fma(scale, FloatVector.fromArray(F512, c, cAt + 7 * ldc + 16))
        .intoArray(c, cAt + 7 * ldc + 16);
  }

  /// 4 rows of 3 vectors of 256 bits.
  static void float256(
      int depth, float alpha, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int ldc) {
    FloatVector s00 = FloatVector.zero(F256);
    FloatVector s01 = FloatVector.zero(F256);
    FloatVector s02 = FloatVector.zero(F256);
    FloatVector s10 = FloatVector.zero(F256);
    FloatVector s11 = FloatVector.zero(F256);
    FloatVector s12 = FloatVector.zero(F256);
    FloatVector s20 = FloatVector.zero(F256);
    FloatVector s21 = FloatVector.zero(F256);
    FloatVector s22 = FloatVector.zero(F256);
    FloatVector s30 = FloatVector.zero(F256);
    FloatVector s31 = FloatVector.zero(F256);
    FloatVector s32 = FloatVector.zero(F256);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * 24;
      int column = aAt + p * 4;
      FloatVector b0 = FloatVector.fromArray(F256, b, row + 0);
      FloatVector b1 = FloatVector.fromArray(F256, b, row + 8);
      FloatVector b2 = FloatVector.fromArray(F256, b, row + 16);
      FloatVector factor;
      factor = FloatVector.broadcast(F256, a[column + 0]);
      s00 = factor.fma(b0, s00);
      s01 = factor.fma(b1, s01);
      s02 = factor.fma(b2, s02);
      factor = FloatVector.broadcast(F256, a[column + 1]);
      s10 = factor.fma(b0, s10);
      s11 = factor.fma(b1, s11);
      s12 = factor.fma(b2, s12);
      factor = FloatVector.broadcast(F256, a[column + 2]);
      s20 = factor.fma(b0, s20);
      s21 = factor.fma(b1, s21);
      s22 = factor.fma(b2, s22);
      factor = FloatVector.broadcast(F256, a[column + 3]);
      s30 = factor.fma(b0, s30);
      s31 = factor.fma(b1, s31);
      s32 = factor.fma(b2, s32);
    }
    FloatVector scale = FloatVector.broadcast(F256, alpha);
    s00.fma(scale, FloatVector.fromArray(F256, c, cAt + 0 * ldc + 0))
        .intoArray(c, cAt + 0 * ldc + 0);
    s01.fma(scale, FloatVector.fromArray(F256, c, cAt + 0 * ldc + 8))
        .intoArray(c, cAt + 0 * ldc + 8);
    s02.fma(scale, FloatVector.fromArray(F256, c, cAt + 0 * ldc + 16))
        .intoArray(c, cAt + 0 * ldc + 16);
    s10.fma(scale, FloatVector.fromArray(F256, c, cAt + 1 * ldc + 0))
        .intoArray(c, cAt + 1 * ldc + 0);
    s11.fma(scale, FloatVector.fromArray(F256, c, cAt + 1 * ldc + 8))
        .intoArray(c, cAt + 1 * ldc + 8);
    s12.fma(scale, FloatVector.fromArray(F256, c, cAt + 1 * ldc + 16))
        .intoArray(c, cAt + 1 * ldc + 16);
    s20.fma(scale, FloatVector.fromArray(F256, c, cAt + 2 * ldc + 0))
        .intoArray(c, cAt + 2 * ldc + 0);
    s21.fma(scale, FloatVector.fromArray(F256, c, cAt + 2 * ldc + 8))
        .intoArray(c, cAt + 2 * ldc + 8);
    s22.fma(scale, FloatVector.fromArray(F256, c, cAt + 2 * ldc + 16))
        .intoArray(c, cAt + 2 * ldc + 16);
    s30.fma(scale, FloatVector.fromArray(F256, c, cAt + 3 * ldc + 0))
        .intoArray(c, cAt + 3 * ldc + 0);
    s31.fma(scale, FloatVector.fromArray(F256, c, cAt + 3 * ldc + 8))
        .intoArray(c, cAt + 3 * ldc + 8);
    s32.fma(scale, FloatVector.fromArray(F256, c, cAt + 3 * ldc + 16))
        .intoArray(c, cAt + 3 * ldc + 16);
  }

  /// 8 rows of 2 vectors of 512 bits.
  static void double512(
      int depth,
      double alpha,
      double[] a,
      int aAt,
      double[] b,
      int bAt,
      double[] c,
      int cAt,
      int ldc) {
    DoubleVector s00 = DoubleVector.zero(D512);
    DoubleVector s01 = DoubleVector.zero(D512);
    DoubleVector s10 = DoubleVector.zero(D512);
    DoubleVector s11 = DoubleVector.zero(D512);
    DoubleVector s20 = DoubleVector.zero(D512);
    DoubleVector s21 = DoubleVector.zero(D512);
    DoubleVector s30 = DoubleVector.zero(D512);
    DoubleVector s31 = DoubleVector.zero(D512);
    DoubleVector s40 = DoubleVector.zero(D512);
    DoubleVector s41 = DoubleVector.zero(D512);
    DoubleVector s50 = DoubleVector.zero(D512);
    DoubleVector s51 = DoubleVector.zero(D512);
    DoubleVector s60 = DoubleVector.zero(D512);
    DoubleVector s61 = DoubleVector.zero(D512);
    DoubleVector s70 = DoubleVector.zero(D512);
    DoubleVector s71 = DoubleVector.zero(D512);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * 16;
      int column = aAt + p * 8;
      DoubleVector b0 = DoubleVector.fromArray(D512, b, row + 0);
      DoubleVector b1 = DoubleVector.fromArray(D512, b, row + 8);
      DoubleVector factor;
      factor = DoubleVector.broadcast(D512, a[column + 0]);
      s00 = factor.fma(b0, s00);
      s01 = factor.fma(b1, s01);
      factor = DoubleVector.broadcast(D512, a[column + 1]);
      s10 = factor.fma(b0, s10);
      s11 = factor.fma(b1, s11);
      factor = DoubleVector.broadcast(D512, a[column + 2]);
      s20 = factor.fma(b0, s20);
      s21 = factor.fma(b1, s21);
      factor = DoubleVector.broadcast(D512, a[column + 3]);
      s30 = factor.fma(b0, s30);
      s31 = factor.fma(b1, s31);
      factor = DoubleVector.broadcast(D512, a[column + 4]);
      s40 = factor.fma(b0, s40);
      s41 = factor.fma(b1, s41);
      factor = DoubleVector.broadcast(D512, a[column + 5]);
      s50 = factor.fma(b0, s50);
      s51 = factor.fma(b1, s51);
      factor = DoubleVector.broadcast(D512, a[column + 6]);
      s60 = factor.fma(b0, s60);
      s61 = factor.fma(b1, s61);
      factor = DoubleVector.broadcast(D512, a[column + 7]);
      s70 = factor.fma(b0, s70);
      s71 = factor.fma(b1, s71);
    }
    DoubleVector scale = DoubleVector.broadcast(D512, alpha);
    s00.fma(scale, DoubleVector.fromArray(D512, c, cAt + 0 * ldc + 0))
        .intoArray(c, cAt + 0 * ldc + 0);
    s01.fma(scale, DoubleVector.fromArray(D512, c, cAt + 0 * ldc + 8))
        .intoArray(c, cAt + 0 * ldc + 8);
    s10.fma(scale, DoubleVector.fromArray(D512, c, cAt + 1 * ldc + 0))
        .intoArray(c, cAt + 1 * ldc + 0);
    s11.fma(scale, DoubleVector.fromArray(D512, c, cAt + 1 * ldc + 8))
        .intoArray(c, cAt + 1 * ldc + 8);
    s20.fma(scale, DoubleVector.fromArray(D512, c, cAt + 2 * ldc + 0))
        .intoArray(c, cAt + 2 * ldc + 0);
    s21.fma(scale, DoubleVector.fromArray(D512, c, cAt + 2 * ldc + 8))
        .intoArray(c, cAt + 2 * ldc + 8);
    s30.fma(scale, DoubleVector.fromArray(D512, c, cAt + 3 * ldc + 0))
        .intoArray(c, cAt + 3 * ldc + 0);
    s31.fma(scale, DoubleVector.fromArray(D512, c, cAt + 3 * ldc + 8))
        .intoArray(c, cAt + 3 * ldc + 8);
    s40.fma(scale, DoubleVector.fromArray(D512, c, cAt + 4 * ldc + 0))
        .intoArray(c, cAt + 4 * ldc + 0);
    s41.fma(scale, DoubleVector.fromArray(D512, c, cAt + 4 * ldc + 8))
        .intoArray(c, cAt + 4 * ldc + 8);
    s50.fma(scale, DoubleVector.fromArray(D512, c, cAt + 5 * ldc + 0))
        .intoArray(c, cAt + 5 * ldc + 0);
    s51.fma(scale, DoubleVector.fromArray(D512, c, cAt + 5 * ldc + 8))
        .intoArray(c, cAt + 5 * ldc + 8);
    s60.fma(scale, DoubleVector.fromArray(D512, c, cAt + 6 * ldc + 0))
        .intoArray(c, cAt + 6 * ldc + 0);
    s61.fma(scale, DoubleVector.fromArray(D512, c, cAt + 6 * ldc + 8))
        .intoArray(c, cAt + 6 * ldc + 8);
    s70.fma(scale, DoubleVector.fromArray(D512, c, cAt + 7 * ldc + 0))
        .intoArray(c, cAt + 7 * ldc + 0);
    s71.fma(scale, DoubleVector.fromArray(D512, c, cAt + 7 * ldc + 8))
        .intoArray(c, cAt + 7 * ldc + 8);
  }

  /// 4 rows of 3 vectors of 256 bits.
  static void double256(
      int depth,
      double alpha,
      double[] a,
      int aAt,
      double[] b,
      int bAt,
      double[] c,
      int cAt,
      int ldc) {
    DoubleVector s00 = DoubleVector.zero(D256);
    DoubleVector s01 = DoubleVector.zero(D256);
    DoubleVector s02 = DoubleVector.zero(D256);
    DoubleVector s10 = DoubleVector.zero(D256);
    DoubleVector s11 = DoubleVector.zero(D256);
    DoubleVector s12 = DoubleVector.zero(D256);
    DoubleVector s20 = DoubleVector.zero(D256);
    DoubleVector s21 = DoubleVector.zero(D256);
    DoubleVector s22 = DoubleVector.zero(D256);
    DoubleVector s30 = DoubleVector.zero(D256);
    DoubleVector s31 = DoubleVector.zero(D256);
    DoubleVector s32 = DoubleVector.zero(D256);
    for (int p = 0; p < depth; p++) {
      int row = bAt + p * 12;
      int column = aAt + p * 4;
      DoubleVector b0 = DoubleVector.fromArray(D256, b, row + 0);
      DoubleVector b1 = DoubleVector.fromArray(D256, b, row + 4);
      DoubleVector b2 = DoubleVector.fromArray(D256, b, row + 8);
      DoubleVector factor;
      factor = DoubleVector.broadcast(D256, a[column + 0]);
      s00 = factor.fma(b0, s00);
      s01 = factor.fma(b1, s01);
      s02 = factor.fma(b2, s02);
      factor = DoubleVector.broadcast(D256, a[column + 1]);
      s10 = factor.fma(b0, s10);
      s11 = factor.fma(b1, s11);
      s12 = factor.fma(b2, s12);
      factor = DoubleVector.broadcast(D256, a[column + 2]);
      s20 = factor.fma(b0, s20);
      s21 = factor.fma(b1, s21);
      s22 = factor.fma(b2, s22);
      factor = DoubleVector.broadcast(D256, a[column + 3]);
      s30 = factor.fma(b0, s30);
      s31 = factor.fma(b1, s31);
      s32 = factor.fma(b2, s32);
    }
    DoubleVector scale = DoubleVector.broadcast(D256, alpha);
    s00.fma(scale, DoubleVector.fromArray(D256, c, cAt + 0 * ldc + 0))
        .intoArray(c, cAt + 0 * ldc + 0);
    s01.fma(scale, DoubleVector.fromArray(D256, c, cAt + 0 * ldc + 4))
        .intoArray(c, cAt + 0 * ldc + 4);
    s02.fma(scale, DoubleVector.fromArray(D256, c, cAt + 0 * ldc + 8))
        .intoArray(c, cAt + 0 * ldc + 8);
    s10.fma(scale, DoubleVector.fromArray(D256, c, cAt + 1 * ldc + 0))
        .intoArray(c, cAt + 1 * ldc + 0);
    s11.fma(scale, DoubleVector.fromArray(D256, c, cAt + 1 * ldc + 4))
        .intoArray(c, cAt + 1 * ldc + 4);
    s12.fma(scale, DoubleVector.fromArray(D256, c, cAt + 1 * ldc + 8))
        .intoArray(c, cAt + 1 * ldc + 8);
    s20.fma(scale, DoubleVector.fromArray(D256, c, cAt + 2 * ldc + 0))
        .intoArray(c, cAt + 2 * ldc + 0);
    s21.fma(scale, DoubleVector.fromArray(D256, c, cAt + 2 * ldc + 4))
        .intoArray(c, cAt + 2 * ldc + 4);
    s22.fma(scale, DoubleVector.fromArray(D256, c, cAt + 2 * ldc + 8))
        .intoArray(c, cAt + 2 * ldc + 8);
    s30.fma(scale, DoubleVector.fromArray(D256, c, cAt + 3 * ldc + 0))
        .intoArray(c, cAt + 3 * ldc + 0);
    s31.fma(scale, DoubleVector.fromArray(D256, c, cAt + 3 * ldc + 4))
        .intoArray(c, cAt + 3 * ldc + 4);
    s32.fma(scale, DoubleVector.fromArray(D256, c, cAt + 3 * ldc + 8))
        .intoArray(c, cAt + 3 * ldc + 8);
  }
}
