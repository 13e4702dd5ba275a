// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import engram.kernel.internal.DoubleRoom;
import engram.kernel.internal.Elementary;
import engram.kernel.internal.Form;
import engram.kernel.internal.Loops;
import engram.kernel.internal.Ranges;
import engram.kernel.internal.product.FloatGemm;

/// Loops over arrays of float: products, sums, elementary functions. The bits of every result are
/// the same on every machine, for the scalar and the vector form, before and after compilation, and
/// for any number of workers; all NaN count as one.
///
/// Ranges are given as array and first index; a range that leaves its array, or a negative count,
/// is refused before anything is written. Matrices are row-major with a row stride (`lda`).
/// Reductions run in 32 virtual lanes, products of matrices as one chain of fma a block of 512 of
/// the inner dimension: see [Loops] and [FloatGemm].
///
/// The elementary functions are evaluated in double and rounded once, so they are the nearest float
/// or, very rarely, its neighbour: errors stay below 0.5001 units of the last place.
public final class Floats {
  /// Doubles that stay in the first cache.
  private static final int BLOCK = 1024;

  private static final DoubleRoom ROOM = new DoubleRoom();

  private Floats() {}

  /// The inner product `sum x[i] y[i]`.
  public static float dot(float[] x, int xAt, float[] y, int yAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("y", y.length, yAt, n);
    return Form.LOOPS.dot(x, xAt, y, yAt, n);
  }

  /// The inner product of two whole arrays of one length.
  public static float dot(float[] x, float[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "length of y must be that of x, %d, was %d".formatted(x.length, y.length));
    }
    return Form.LOOPS.dot(x, 0, y, 0, x.length);
  }

  /// The sum of n elements.
  public static float sum(float[] x, int at, int n) {
    Ranges.range("x", x.length, at, n);
    return Form.LOOPS.sum(x, at, n);
  }

  /// The sum of a whole array.
  public static float sum(float[] x) {
    return Form.LOOPS.sum(x, 0, x.length);
  }

  /// `y += alpha x`, one fma an element.
  public static void axpy(float alpha, float[] x, int xAt, float[] y, int yAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("y", y.length, yAt, n);
    Ranges.sameOrApart(x, xAt, y, yAt, n);
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Math.fma(alpha, x[xAt + i], y[yAt + i]);
    }
  }

  /// `z[i] = x[i] > 0 ? y[i] : 0`, the adjoint of cutting off at 0; z may be x or y.
  public static void wherePositive(
      float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("y", y.length, yAt, n);
    Ranges.range("z", z.length, zAt, n);
    Ranges.sameOrApart(x, xAt, z, zAt, n);
    Ranges.sameOrApart(y, yAt, z, zAt, n);
    Form.LOOPS.wherePositive(x, xAt, y, yAt, z, zAt, n);
  }

  /// `z[i] = x[i] == m[i] ? y[i] : 0`, which hands y to where a maximum m was reached; z may be x,
  /// m or y.
  public static void whereEqual(
      float[] x, int xAt, float[] m, int mAt, float[] y, int yAt, float[] z, int zAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("m", m.length, mAt, n);
    Ranges.range("y", y.length, yAt, n);
    Ranges.range("z", z.length, zAt, n);
    Ranges.sameOrApart(x, xAt, z, zAt, n);
    Ranges.sameOrApart(m, mAt, z, zAt, n);
    Ranges.sameOrApart(y, yAt, z, zAt, n);
    Form.LOOPS.whereEqual(x, xAt, m, mAt, y, yAt, z, zAt, n);
  }

  /// `y = alpha op(A) x + beta y` for a matrix of m rows and n columns. With [Transpose#NO] x has n
  /// elements, y has m and each is a [#dot]; with [Transpose#YES] x has m, y has n and each is a
  /// chain of fma over the rows. With beta 0, y is not read.
  ///
  /// @param lda distance between the beginnings of two rows of A
  public static void gemv(
      Transpose ta,
      int m,
      int n,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      float[] x,
      int xAt,
      float beta,
      float[] y,
      int yAt) {
    Ranges.count("m", m);
    Ranges.count("n", n);
    Ranges.matrix("a", a.length, aAt, m, n, lda);
    int inner = ta == Transpose.NO ? n : m;
    int outer = ta == Transpose.NO ? m : n;
    Ranges.range("x", x.length, xAt, inner);
    Ranges.range("y", y.length, yAt, outer);
    Ranges.apart("x", x, xAt, inner, y, yAt, outer);
    Ranges.apart("a", a, aAt, Ranges.span(m, n, lda), y, yAt, outer);
    for (int i = 0; i < outer; i++) {
      y[yAt + i] = beta == 0 ? 0 : beta * y[yAt + i];
    }
    if (ta == Transpose.NO) {
      for (int i = 0; i < m; i++) {
        float product = Form.LOOPS.dot(a, aAt + i * lda, x, xAt, n);
        y[yAt + i] = Math.fma(alpha, product, y[yAt + i]);
      }
    } else {
      Form.LOOPS.strips(1, n, m, alpha, x, xAt, 0, 1, a, aAt, lda, y, yAt, n);
    }
  }

  /// `C = alpha op(A) op(B) + beta C` on the calling thread: op(A) has m rows and k columns, op(B)
  /// has k rows and n columns. With beta 0, C is not read; with alpha 0, A and B are not.
  ///
  /// @param lda distance between the beginnings of two rows of A as it is stored
  /// @param ldb the same of B
  /// @param ldc the same of C
  public static void gemm(
      Transpose ta,
      Transpose tb,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      float[] b,
      int bAt,
      int ldb,
      float beta,
      float[] c,
      int cAt,
      int ldc) {
    FloatGemm.checked(
            ta == Transpose.YES,
            tb == Transpose.YES,
            m,
            n,
            k,
            alpha,
            a,
            aAt,
            lda,
            b,
            bAt,
            ldb,
            beta,
            c,
            cAt,
            ldc)
        .run();
  }

  /// The same with the threads of `workers`: the same bits for any number of them.
  public static void gemm(
      Transpose ta,
      Transpose tb,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      float[] b,
      int bAt,
      int ldb,
      float beta,
      float[] c,
      int cAt,
      int ldc,
      Workers workers) {
    run(
        FloatGemm.checked(
            ta == Transpose.YES,
            tb == Transpose.YES,
            m,
            n,
            k,
            alpha,
            a,
            aAt,
            lda,
            b,
            bAt,
            ldb,
            beta,
            c,
            cAt,
            ldc),
        workers);
  }

  /// The product with the threads of `workers`, checked once and then run any number of times over
  /// the same arrays: on the calling thread alone it allocates only at its first runs. Not for two
  /// runs at once, which would write one C.
  public static Runnable preparedGemm(
      Transpose ta,
      Transpose tb,
      int m,
      int n,
      int k,
      float alpha,
      float[] a,
      int aAt,
      int lda,
      float[] b,
      int bAt,
      int ldb,
      float beta,
      float[] c,
      int cAt,
      int ldc,
      Workers workers) {
    FloatGemm product =
        FloatGemm.checked(
            ta == Transpose.YES,
            tb == Transpose.YES,
            m,
            n,
            k,
            alpha,
            a,
            aAt,
            lda,
            b,
            bAt,
            ldb,
            beta,
            c,
            cAt,
            ldc);
    return () -> run(product, workers);
  }

  private static void run(FloatGemm product, Workers workers) {
    int parts = product.parts(workers.count());
    if (parts <= 1) {
      product.run();
    } else {
      workers.run(parts, part -> product.run(part, parts));
    }
  }

  /// e^x.
  public static float exp(float x) {
    return (float) Elementary.exp(x);
  }

  /// `y[i] = exp(x[i])`; y may be x.
  public static void exp(float[] x, int xAt, float[] y, int yAt, int n) {
    each(Loops::exp, x, xAt, y, yAt, n);
  }

  /// The natural logarithm.
  public static float log(float x) {
    return (float) Elementary.log(x);
  }

  /// `y[i] = log(x[i])`; y may be x.
  public static void log(float[] x, int xAt, float[] y, int yAt, int n) {
    each(Loops::log, x, xAt, y, yAt, n);
  }

  /// The hyperbolic tangent.
  public static float tanh(float x) {
    return (float) Elementary.tanh(x);
  }

  /// `y[i] = tanh(x[i])`; y may be x.
  public static void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
    each(Loops::tanh, x, xAt, y, yAt, n);
  }

  /// 1 / (1 + e^-x).
  public static float sigmoid(float x) {
    return (float) Elementary.sigmoid(x);
  }

  /// `y[i] = sigmoid(x[i])`; y may be x.
  public static void sigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
    each(Loops::sigmoid, x, xAt, y, yAt, n);
  }

  /// The sine of radians.
  public static float sin(float x) {
    return (float) Elementary.sin(x);
  }

  /// `y[i] = sin(x[i])`; y may be x.
  public static void sin(float[] x, int xAt, float[] y, int yAt, int n) {
    each(Loops::sin, x, xAt, y, yAt, n);
  }

  /// The cosine of radians.
  public static float cos(float x) {
    return (float) Elementary.cos(x);
  }

  /// `y[i] = cos(x[i])`; y may be x.
  public static void cos(float[] x, int xAt, float[] y, int yAt, int n) {
    each(Loops::cos, x, xAt, y, yAt, n);
  }

  /// Widens a block, works on it in double, and rounds it back.
  private static void each(Function function, float[] x, int xAt, float[] y, int yAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("y", y.length, yAt, n);
    Ranges.sameOrApart(x, xAt, y, yAt, n);
    double[] block = ROOM.of(Math.min(n, BLOCK));
    for (int from = 0; from < n; from += BLOCK) {
      int count = Math.min(n - from, BLOCK);
      for (int i = 0; i < count; i++) {
        block[i] = x[xAt + from + i];
      }
      function.apply(Form.LOOPS, block, 0, block, 0, count);
      for (int i = 0; i < count; i++) {
        y[yAt + from + i] = (float) block[i];
      }
    }
  }

  /// An elementary function over arrays of double.
  private interface Function {
    void apply(Loops loops, double[] x, int xAt, double[] y, int yAt, int n);
  }
}
