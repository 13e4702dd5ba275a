// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import engram.kernel.internal.Form;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.Locale;

/// A program: works every loop over odd sizes, offsets and hard arguments, and prints one digest
/// for each, with all NaN as one. Two processes that print the same lines compute the same bits.
/// Argument: how often the round is worked; only the last is printed, so a high number prints what
/// compiled code computes. A round that differs from the first ends the program.
public final class KernelDigest {
  private static final int[] COUNTS = {
    0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 65, 100, 257
  };
  private static final int ROOM = 300;

  private final StringBuilder lines = new StringBuilder();
  private final RandomStream stream = Seeds.of(1).stream("kernel digest");
  private long digest;

  private KernelDigest() {}

  /// Prints the name of the form that runs and the digests.
  ///
  /// @param arguments rounds
  public static void main(String[] arguments) {
    String first = round();
    for (int i = 1; i < Integer.parseInt(arguments[0]); i++) {
      if (!round().equals(first)) {
        throw new IllegalStateException("round " + i + " differs from the first:\n" + round());
      }
    }
    System.out.println(Kernels.name());
    System.out.print(first);
  }

  private static String round() {
    KernelDigest all = new KernelDigest();
    all.reductions();
    all.elementary();
    all.products();
    all.rows();
    return all.lines.toString();
  }

  private void reductions() {
    double[] x = hard(ROOM);
    double[] y = gaussians(ROOM);
    float[] fx = floats(x);
    float[] fy = floats(y);
    double[] smooth = gaussians(ROOM);
    float[] fSmooth = floats(smooth);
    for (int n : COUNTS) {
      for (int at = 0; at < 4; at++) {
        add(Doubles.dot(x, at, y, 3 - at, n));
        add(Floats.dot(fx, at, fy, 3 - at, n));
        add(Doubles.dot(smooth, at, y, 3 - at, n));
        add(Floats.dot(fSmooth, at, fy, 3 - at, n));
        add(Doubles.sum(smooth, at, n));
        add(Floats.sum(fSmooth, at, n));
        add(Doubles.sum(x, at, n));
        add(Floats.sum(fx, at, n));
        Doubles.axpy(0.3, smooth, at, y, 3 - at, n);
        Floats.axpy(0.3f, fSmooth, at, fy, 3 - at, n);
      }
    }
    add(y);
    add(fy);
    line("reductions");
  }

  private void elementary() {
    for (int kind = 0; kind < 3; kind++) {
      double[] x = kind == 0 ? hard(ROOM) : gaussians(ROOM);
      for (int i = 0; i < ROOM && kind == 2; i++) {
        x[i] *= 100;
      }
      float[] fx = floats(x);
      for (int n : COUNTS) {
        each(x, n % 5, n);
        each(fx, n % 5, n);
      }
    }
    line("elementary");
  }

  private void each(double[] x, int at, int n) {
    double[] y = new double[n + 3];
    Doubles.exp(x, at, y, 1, n);
    add(y);
    Doubles.log(x, at, y, 2, n);
    add(y);
    Doubles.tanh(x, at, y, 3, n);
    add(y);
    Doubles.sigmoid(x, at, y, 0, n);
    add(y);
    Doubles.sin(x, at, y, 1, n);
    add(y);
    Doubles.cos(x, at, y, 2, n);
    add(y);
  }

  private void each(float[] x, int at, int n) {
    float[] y = new float[n + 3];
    Floats.exp(x, at, y, 1, n);
    add(y);
    Floats.log(x, at, y, 2, n);
    add(y);
    Floats.tanh(x, at, y, 3, n);
    add(y);
    Floats.sigmoid(x, at, y, 0, n);
    add(y);
    Floats.sin(x, at, y, 1, n);
    add(y);
    Floats.cos(x, at, y, 2, n);
    add(y);
  }

  private void products() {
    int[][] sizes = {
      {1, 1, 1},
      {3, 5, 7},
      {8, 32, 16},
      {9, 33, 17},
      {13, 70, 40},
      {25, 50, 30},
      {5, 9, 530},
      {9, 70, 300}
    };
    for (int[] s : sizes) {
      for (Transpose ta : Transpose.values()) {
        for (Transpose tb : Transpose.values()) {
          product(ta, tb, s[0], s[1], s[2]);
        }
      }
    }
    line("products");
  }

  private void product(Transpose ta, Transpose tb, int m, int n, int k) {
    int lda = (ta == Transpose.NO ? k : m) + 1;
    int ldb = (tb == Transpose.NO ? n : k) + 2;
    int ldc = n + 3;
    double[] a = gaussians(1 + lda * (ta == Transpose.NO ? m : k));
    double[] b = gaussians(2 + ldb * (tb == Transpose.NO ? k : n));
    double[] c = gaussians(3 + ldc * m);
    a[a.length / 2] = 1e-310;
    b[b.length / 3] = stream.nextInt(9) == 0 ? Double.POSITIVE_INFINITY : -0.0;
    float[] fa = floats(a);
    float[] fb = floats(b);
    float[] fc = floats(c);
    double beta = new double[] {0, 1, -0.7}[stream.nextInt(3)];
    Doubles.gemm(ta, tb, m, n, k, 0.9, a, 1, lda, b, 2, ldb, beta, c, 3, ldc);
    add(c);
    Floats.gemm(ta, tb, m, n, k, 0.9f, fa, 1, lda, fb, 2, ldb, (float) beta, fc, 3, ldc);
    add(fc);
    int rows = ta == Transpose.NO ? m : k;
    int columns = ta == Transpose.NO ? k : m;
    double[] x = gaussians(ROOM * 2);
    double[] y = gaussians(ROOM * 2);
    float[] fy = floats(y);
    Doubles.gemv(tb, rows, columns, 1.1, a, 1, lda, x, 1, beta, y, 2);
    Floats.gemv(tb, rows, columns, 1.1f, fa, 1, lda, floats(x), 1, (float) beta, fy, 2);
    add(y);
    add(fy);
  }

  private void rows() {
    for (int n : COUNTS) {
      double[] x = hard(3 * n + 2);
      float[] fx = floats(x);
      for (int at = 0; at < 3; at++) {
        add(Form.LOOPS.max(x, at, n));
        add(Form.LOOPS.max(fx, at, n));
      }
      rows(x, fx, n);
      rows(gaussians(3 * n + 2), floats(gaussians(3 * n + 2)), n);
    }
    line("rows");
  }

  private void rows(double[] x, float[] fx, int n) {
    double[] y = new double[3 * n + 3];
    double[] r = new double[3];
    float[] fy = new float[3 * n + 3];
    float[] fr = new float[3];
    DoubleRows.softmax(3, n, x, 2, y, 3);
    FloatRows.softmax(3, n, fx, 2, fy, 3);
    add(y);
    add(fy);
    DoubleRows.softmaxBackward(3, n, y, 3, x, 2, x, 2);
    FloatRows.softmaxBackward(3, n, fy, 3, fx, 2, fx, 2);
    add(x);
    add(fx);
    DoubleRows.logSumExp(3, n, x, 1, r, 0);
    FloatRows.logSumExp(3, n, fx, 1, fr, 0);
    add(r);
    add(fr);
    if (n > 0) {
      DoubleRows.normalize(3, n, 1e-5, x, 1, y, 0, r, 0);
      FloatRows.normalize(3, n, 1e-5f, fx, 1, fy, 0, fr, 0);
      DoubleRows.normalizeBackward(3, n, y, 0, r, 0, x, 2, x, 2);
      FloatRows.normalizeBackward(3, n, fy, 0, fr, 0, fx, 2, fx, 2);
      add(x);
      add(fx);
    }
    Doubles.whereEqual(x, 1, x.clone(), 1 + n % 2, x, 2, y, 3, n);
    Floats.whereEqual(fx, 1, fx.clone(), 1 + n % 2, fx, 2, fy, 3, n);
    Doubles.wherePositive(x, 1, x, 2, y, 3 + n, n);
    Floats.wherePositive(fx, 1, fx, 2, fy, 3 + n, n);
    add(y);
    add(fy);
    DoubleRows.addColumnSums(3, n, x, 1, y, 2);
    FloatRows.addColumnSums(3, n, fx, 1, fy, 2);
    add(y);
    add(fy);
  }

  private double[] gaussians(int n) {
    double[] x = new double[n];
    stream.fillGaussian(x, 1);
    return x;
  }

  /// Gaussians with every hundredth replaced by something that breaks careless code.
  private double[] hard(int n) {
    double[] odd = {
      0.0,
      -0.0,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      1e-40,
      709.78,
      709.79,
      -745.1,
      -745.2,
      -708.5,
      88.7,
      88.8,
      -103.9,
      -104,
      22,
      1e9,
      0x1p30,
      1.1e9,
      1e22,
      1,
      -1
    };
    double[] x = gaussians(n);
    for (int i = 0; i < n; i++) {
      if (stream.nextInt(3) == 0) {
        x[i] = odd[stream.nextInt(odd.length)];
      } else {
        x[i] *= StrictMath.pow(10, stream.nextInt(9) - 4);
      }
    }
    return x;
  }

  private static float[] floats(double[] x) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) x[i];
    }
    return y;
  }

  private void add(double... x) {
    for (double v : x) {
      digest = digest * 0x5DEECE66DL + Double.doubleToLongBits(v) + (digest >>> 31);
    }
  }

  private void add(float... x) {
    for (float v : x) {
      digest = digest * 0x5DEECE66DL + Float.floatToIntBits(v) + (digest >>> 31);
    }
  }

  private void line(String name) {
    lines.append(String.format(Locale.ROOT, "%s %016x%n", name, digest));
    digest = 0;
  }
}
