// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import engram.kernel.internal.Elementary;
import engram.kernel.internal.Form;
import engram.kernel.internal.Ranges;
import engram.kernel.internal.product.DoubleGemm;

/// Loops over arrays of double: products, sums, elementary functions. The bits of every result are
/// the same on every machine, for the scalar and the vector form, before and after compilation, and
/// for any number of workers; all NaN count as one.
///
/// Ranges are given as array and first index; a range that leaves its array, or a negative count,
/// is refused before anything is written. Matrices are row-major with a row stride (`lda`).
/// Reductions run in 16 virtual lanes, products of matrices as one chain of fma a block of 256 of
/// the inner dimension: see [engram.kernel.internal.Loops] and [DoubleGemm].
///
/// Error of the elementary functions, against series of 60 digits, in units of the last place:
///
/// | function | largest seen | the tests' bound |
/// | --- | --- | --- |
/// | exp | 0.93 | 0.95 (1 where the result is subnormal) |
/// | log | 0.69 | 0.85 |
/// | tanh | 1.35 | 1.4 |
/// | sigmoid | 1.71 | 2 |
/// | sin, cos | 0.75 | 0.8 (arguments above 2^30 go to StrictMath) |
public final class Doubles {
  private Doubles() {}

  /// The inner product `sum x[i] y[i]`.
  public static double dot(double[] x, int xAt, double[] y, int yAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("y", y.length, yAt, n);
    return Form.LOOPS.dot(x, xAt, y, yAt, n);
  }

  /// The inner product of two whole arrays of one length.
  public static double dot(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "length of y must be that of x, %d, was %d".formatted(x.length, y.length));
    }
    return Form.LOOPS.dot(x, 0, y, 0, x.length);
  }

  /// The sum of n elements.
  public static double sum(double[] x, int at, int n) {
    Ranges.range("x", x.length, at, n);
    return Form.LOOPS.sum(x, at, n);
  }

  /// The sum of a whole array.
  public static double sum(double[] x) {
    return Form.LOOPS.sum(x, 0, x.length);
  }

  /// `y += alpha x`, one fma an element.
  public static void axpy(double alpha, double[] x, int xAt, double[] y, int yAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("y", y.length, yAt, n);
    Ranges.sameOrApart(x, xAt, y, yAt, n);
    for (int i = 0; i < n; i++) {
      y[yAt + i] = Math.fma(alpha, x[xAt + i], y[yAt + i]);
    }
  }

  /// `z[i] = x[i] > 0 ? y[i] : 0`, the adjoint of cutting off at 0; z may be x or y.
  public static void wherePositive(
      double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
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
      double[] x, int xAt, double[] m, int mAt, double[] y, int yAt, double[] z, int zAt, int n) {
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
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] x,
      int xAt,
      double beta,
      double[] y,
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
        double product = Form.LOOPS.dot(a, aAt + i * lda, x, xAt, n);
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
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      double beta,
      double[] c,
      int cAt,
      int ldc) {
    DoubleGemm.checked(
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
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      Workers workers) {
    run(
        DoubleGemm.checked(
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
      double alpha,
      double[] a,
      int aAt,
      int lda,
      double[] b,
      int bAt,
      int ldb,
      double beta,
      double[] c,
      int cAt,
      int ldc,
      Workers workers) {
    DoubleGemm product =
        DoubleGemm.checked(
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

  private static void run(DoubleGemm product, Workers workers) {
    int parts = product.parts(workers.count());
    if (parts <= 1) {
      product.run();
    } else {
      workers.run(parts, part -> product.run(part, parts));
    }
  }

  /// e^x.
  public static double exp(double x) {
    return Elementary.exp(x);
  }

  /// `y[i] = exp(x[i])`; y may be x.
  public static void exp(double[] x, int xAt, double[] y, int yAt, int n) {
    checkPair(x, xAt, y, yAt, n);
    Form.LOOPS.exp(x, xAt, y, yAt, n);
  }

  /// The natural logarithm.
  public static double log(double x) {
    return Elementary.log(x);
  }

  /// `y[i] = log(x[i])`; y may be x.
  public static void log(double[] x, int xAt, double[] y, int yAt, int n) {
    checkPair(x, xAt, y, yAt, n);
    Form.LOOPS.log(x, xAt, y, yAt, n);
  }

  /// The hyperbolic tangent.
  public static double tanh(double x) {
    return Elementary.tanh(x);
  }

  /// `y[i] = tanh(x[i])`; y may be x.
  public static void tanh(double[] x, int xAt, double[] y, int yAt, int n) {
    checkPair(x, xAt, y, yAt, n);
    Form.LOOPS.tanh(x, xAt, y, yAt, n);
  }

  /// 1 / (1 + e^-x).
  public static double sigmoid(double x) {
    return Elementary.sigmoid(x);
  }

  /// `y[i] = sigmoid(x[i])`; y may be x.
  public static void sigmoid(double[] x, int xAt, double[] y, int yAt, int n) {
    checkPair(x, xAt, y, yAt, n);
    Form.LOOPS.sigmoid(x, xAt, y, yAt, n);
  }

  /// The sine of radians.
  public static double sin(double x) {
    return Elementary.sin(x);
  }

  /// `y[i] = sin(x[i])`; y may be x.
  public static void sin(double[] x, int xAt, double[] y, int yAt, int n) {
    checkPair(x, xAt, y, yAt, n);
    Form.LOOPS.sin(x, xAt, y, yAt, n);
  }

  /// The cosine of radians.
  public static double cos(double x) {
    return Elementary.cos(x);
  }

  /// `y[i] = cos(x[i])`; y may be x.
  public static void cos(double[] x, int xAt, double[] y, int yAt, int n) {
    checkPair(x, xAt, y, yAt, n);
    Form.LOOPS.cos(x, xAt, y, yAt, n);
  }

  private static void checkPair(double[] x, int xAt, double[] y, int yAt, int n) {
    Ranges.range("x", x.length, xAt, n);
    Ranges.range("y", y.length, yAt, n);
    Ranges.sameOrApart(x, xAt, y, yAt, n);
  }
}
