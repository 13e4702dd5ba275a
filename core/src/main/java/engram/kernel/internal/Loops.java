// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

/// The loops that exist twice: [ScalarLoops] is the definition, [VectorLoops] the fast form with
/// the same bits. Arguments have been checked by the facades.
///
/// Reductions run in 32 virtual lanes of float or 16 of double, whatever the machine has: element i
/// goes to lane i modulo that number by one fma (or addition), and at the end the upper half of the
/// lanes is added to the lower half until one is left.
public interface Loops {
  /// Virtual lanes of a reduction over floats.
  int FLOAT_LANES = 32;

  /// Virtual lanes of a reduction over doubles.
  int DOUBLE_LANES = 16;

  /// What a person reads in `engram doctor` and in `run.json`.
  String name();

  float dot(float[] x, int xAt, float[] y, int yAt, int n);

  double dot(double[] x, int xAt, double[] y, int yAt, int n);

  float sum(float[] x, int at, int n);

  double sum(double[] x, int at, int n);

  /// The greatest of n elements in any order, NaN if one is NaN, +0 above -0, and negative infinity
  /// of none.
  float max(float[] x, int at, int n);

  /// The same of doubles.
  double max(double[] x, int at, int n);

  /// `z[i] = x[i] > 0 ? y[i] : 0`.
  void wherePositive(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n);

  /// `z[i] = x[i] == m[i] ? y[i] : 0`.
  void whereEqual(
      float[] x, int xAt, float[] m, int mAt, float[] y, int yAt, float[] z, int zAt, int n);

  /// `z[i] = x[i] > 0 ? y[i] : 0`.
  void wherePositive(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n);

  /// `z[i] = x[i] == m[i] ? y[i] : 0`.
  void whereEqual(
      double[] x, int xAt, double[] m, int mAt, double[] y, int yAt, double[] z, int zAt, int n);

  /// Rows and columns of a tile of the float product.
  Tile floatTile();

  /// Rows and columns of a tile of the double product.
  Tile doubleTile();

  /// c += alpha a b for one tile: a holds `depth` packed columns, b as many packed rows; each
  /// element is one chain of fma over the depth from +0, and one more fma into c.
  void tile(
      int depth, float alpha, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int ldc);

  /// The same for doubles.
  void tile(
      int depth,
      double alpha,
      double[] a,
      int aAt,
      double[] b,
      int bAt,
      double[] c,
      int cAt,
      int ldc);

  /// c += alpha a b for a product of m rows and n columns whose factors are read where they lie:
  /// element (i, p) of a at `aAt + i aRow + p aColumn`, row p of b from `bAt + p ldb` on. Each
  /// element is one chain of fma over the depth from +0, and one more fma into c.
  void strips(
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
      int ldc);

  /// The same for doubles.
  void strips(
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
      int ldc);

  void exp(double[] x, int xAt, double[] y, int yAt, int n);

  void log(double[] x, int xAt, double[] y, int yAt, int n);

  void tanh(double[] x, int xAt, double[] y, int yAt, int n);

  void sigmoid(double[] x, int xAt, double[] y, int yAt, int n);

  void sin(double[] x, int xAt, double[] y, int yAt, int n);

  void cos(double[] x, int xAt, double[] y, int yAt, int n);

  /// The shape of a tile that stays in registers.
  record Tile(int rows, int columns) {}
}
