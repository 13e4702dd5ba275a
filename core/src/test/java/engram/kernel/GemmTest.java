// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GemmTest {
  private static final long SEED = 11;
  private final RandomStream stream = Seeds.of(SEED).stream("gemm");

  /// The order of the arithmetic as it is documented, in the plainest form: an oracle to the bit.
  private static double element(
      double[] a,
      int row,
      int step,
      double[] b,
      int column,
      int ldb,
      int k,
      double alpha,
      double c) {
    for (int from = 0; from < k; from += 256) {
      double s = 0;
      for (int p = from; p < Math.min(from + 256, k); p++) {
        s = Math.fma(a[row + p * step], b[column + p * ldb], s);
      }
      c = Math.fma(alpha, s, c);
    }
    return c;
  }

  private static float element(
      float[] a, int row, int step, float[] b, int column, int ldb, int k, float alpha, float c) {
    for (int from = 0; from < k; from += 512) {
      float s = 0;
      for (int p = from; p < Math.min(from + 512, k); p++) {
        s = Math.fma(a[row + p * step], b[column + p * ldb], s);
      }
      c = Math.fma(alpha, s, c);
    }
    return c;
  }

  @Test
  void doublesFollowTheDocumentedOrderToTheBit() {
    for (int trial = 0; trial < 60; trial++) {
      int m = 1 + stream.nextInt(70);
      int n = 1 + stream.nextInt(90);
      int k = stream.nextInt(trial % 3 == 0 ? 600 : 60);
      Transpose ta = stream.nextBoolean() ? Transpose.YES : Transpose.NO;
      Transpose tb = stream.nextBoolean() ? Transpose.YES : Transpose.NO;
      int lda = (ta == Transpose.NO ? k : m) + stream.nextInt(3);
      int ldb = (tb == Transpose.NO ? n : k) + stream.nextInt(3);
      int ldc = n + stream.nextInt(3);
      double[] a = gaussians(2 + lda * Math.max(m, k));
      double[] b = gaussians(1 + ldb * Math.max(n, k));
      double[] c = gaussians(3 + ldc * m);
      double beta = new double[] {0, 1, 0.3}[stream.nextInt(3)];
      double[] expected = c.clone();
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          int at = 3 + i * ldc + j;
          double kept = beta == 0 ? 0 : beta * c[at];
          expected[at] =
              element(
                  a,
                  2 + i * (ta == Transpose.NO ? lda : 1),
                  ta == Transpose.NO ? 1 : lda,
                  b,
                  1 + j * (tb == Transpose.NO ? 1 : ldb),
                  tb == Transpose.NO ? ldb : 1,
                  k,
                  0.7,
                  kept);
        }
      }
      Doubles.gemm(ta, tb, m, n, k, 0.7, a, 2, lda, b, 1, ldb, beta, c, 3, ldc);
      assertArrayEquals(expected, c, "seed %d, trial %d: %d %d %d".formatted(SEED, trial, m, n, k));
    }
  }

  @Test
  void floatsFollowTheDocumentedOrderToTheBit() {
    for (int trial = 0; trial < 60; trial++) {
      int m = 1 + stream.nextInt(70);
      int n = 1 + stream.nextInt(150);
      int k = 1 + stream.nextInt(trial % 3 == 0 ? 1100 : 60);
      Transpose ta = stream.nextBoolean() ? Transpose.YES : Transpose.NO;
      Transpose tb = stream.nextBoolean() ? Transpose.YES : Transpose.NO;
      int lda = (ta == Transpose.NO ? k : m) + 1;
      int ldb = tb == Transpose.NO ? n : k;
      float[] a = floats(gaussians(lda * Math.max(m, k)));
      float[] b = floats(gaussians(ldb * Math.max(n, k)));
      float[] c = floats(gaussians(n * m));
      float[] expected = new float[c.length];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          expected[i * n + j] =
              element(
                  a,
                  i * (ta == Transpose.NO ? lda : 1),
                  ta == Transpose.NO ? 1 : lda,
                  b,
                  j * (tb == Transpose.NO ? 1 : ldb),
                  tb == Transpose.NO ? ldb : 1,
                  k,
                  -1.3f,
                  c[i * n + j]);
        }
      }
      Floats.gemm(ta, tb, m, n, k, -1.3f, a, 0, lda, b, 0, ldb, 1, c, 0, n);
      assertArrayEquals(expected, c, "seed %d, trial %d: %d %d %d".formatted(SEED, trial, m, n, k));
    }
  }

  @Test
  void anyNumberOfWorkersGivesTheSameBits() {
    for (int[] s : new int[][] {{300, 210, 130}, {97, 401, 140}}) {
      int m = s[0];
      int n = s[1];
      int k = s[2];
      float[] a = floats(gaussians(m * k));
      float[] b = floats(gaussians(k * n));
      float[] one = new float[m * n];
      double[] da = gaussians(m * k);
      double[] db = gaussians(k * n);
      double[] dOne = new double[m * n];
      Floats.gemm(Transpose.NO, Transpose.NO, m, n, k, 1, a, 0, k, b, 0, n, 0, one, 0, n);
      Doubles.gemm(Transpose.NO, Transpose.NO, m, n, k, 1, da, 0, k, db, 0, n, 0, dOne, 0, n);
      for (int threads : new int[] {1, 2, 3, 7}) {
        try (Workers workers = Workers.of(threads)) {
          float[] c = new float[m * n];
          Floats.gemm(
              Transpose.NO, Transpose.NO, m, n, k, 1, a, 0, k, b, 0, n, 0, c, 0, n, workers);
          assertArrayEquals(one, c, threads + " threads");
          double[] dc = new double[m * n];
          Doubles.gemm(
              Transpose.NO, Transpose.NO, m, n, k, 1, da, 0, k, db, 0, n, 0, dc, 0, n, workers);
          assertArrayEquals(dOne, dc, threads + " threads");
        }
      }
    }
  }

  @Test
  void largerThanEveryBlockAgainstDoublePrecision() {
    int m = 200;
    int n = 1600;
    int k = 20;
    float[] a = floats(gaussians(m * k));
    float[] b = floats(gaussians(k * n));
    float[] c = new float[m * n];
    Floats.gemm(Transpose.NO, Transpose.NO, m, n, k, 1, a, 0, k, b, 0, n, 0, c, 0, n);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double truth = 0;
        double size = 0;
        for (int p = 0; p < k; p++) {
          double term = (double) a[i * k + p] * b[p * n + j];
          truth += term;
          size += Math.abs(term);
        }
        assertEquals(truth, c[i * n + j], k * 0x1p-24 * size, i + " " + j);
      }
    }
  }

  @Test
  void betaZeroDoesNotReadTheTargetAndAlphaZeroNotTheFactors() {
    double[] nan = new double[400];
    Arrays.fill(nan, Double.NaN);
    double[] ones = new double[400];
    Arrays.fill(ones, 1);
    double[] c = nan.clone();
    Doubles.gemm(Transpose.NO, Transpose.NO, 20, 20, 20, 1, ones, 0, 20, ones, 0, 20, 0, c, 0, 20);
    assertEquals(20.0, c[399]);
    Doubles.gemm(Transpose.NO, Transpose.NO, 20, 20, 20, 0, nan, 0, 20, nan, 0, 20, 0.5, c, 0, 20);
    assertEquals(10.0, c[399]);
    c[7] = Double.NaN;
    Doubles.gemm(Transpose.NO, Transpose.NO, 20, 20, 0, 1, ones, 0, 0, ones, 0, 20, 1, c, 0, 20);
    assertEquals(10.0, c[399]);
    assertEquals(Double.NaN, c[7]);
  }

  @Test
  void infinityAndNaNStayInTheirRowsAndColumns() {
    double[] a = new double[30 * 40];
    double[] b = new double[40 * 50];
    double[] c = new double[30 * 50];
    Arrays.fill(a, 1);
    Arrays.fill(b, 2);
    a[4 * 40 + 9] = Double.POSITIVE_INFINITY;
    b[9 * 50 + 7] = Double.NaN;
    Doubles.gemm(Transpose.NO, Transpose.NO, 30, 50, 40, 1, a, 0, 40, b, 0, 50, 0, c, 0, 50);
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 50; j++) {
        assertEquals(j == 7 ? Double.NaN : i == 4 ? Double.POSITIVE_INFINITY : 80, c[i * 50 + j]);
      }
    }
  }

  @Test
  void gemvIsADotARowAndAChainAColumn() {
    for (int trial = 0; trial < 30; trial++) {
      int m = 1 + stream.nextInt(40);
      int n = 1 + stream.nextInt(40);
      double[] a = gaussians(m * (n + 1));
      double[] x = gaussians(40);
      double[] y = gaussians(40);
      double[] before = y.clone();
      Doubles.gemv(Transpose.NO, m, n, 2, a, 0, n + 1, x, 0, 0.5, y, 0);
      for (int i = 0; i < m; i++) {
        assertEquals(Math.fma(2, Doubles.dot(a, i * (n + 1), x, 0, n), 0.5 * before[i]), y[i]);
      }
      Doubles.gemv(Transpose.YES, m, n, 2, a, 0, n + 1, x, 0, 0, y, 0);
      for (int j = 0; j < n; j++) {
        double s = 0;
        for (int i = 0; i < m; i++) {
          s = Math.fma(x[i], a[i * (n + 1) + j], s);
        }
        assertEquals(2 * s, y[j]);
      }
    }
  }

  @Test
  void badInputIsRefusedWithOneClearSentence() {
    float[] x = new float[12];
    float[] y = new float[12];
    refused("k must be 0 or more, was -1", () -> gemm(2, 2, -1, x, 0, 3, y, 0, 2));
    refused(
        "row stride of a must be at least its 3 columns, was 2",
        () -> gemm(2, 2, 3, x, 0, 2, y, 0, 2));
    refused(
        "range of a must lie inside its 12 elements, was 7 to 13",
        () -> gemm(2, 2, 3, x, 7, 3, y, 0, 2));
    refused(
        "range of c must lie inside its 12 elements, was -1 to 3",
        () -> gemm(2, 2, 3, x, 0, 3, y, -1, 2));
    refused(
        "a and the target must lie apart, was 0 to 6 and 4 to 8 of one array",
        () -> gemm(2, 2, 3, x, 0, 3, x, 4, 2));
    refused(
        "range of y must lie inside its 12 elements, was 11 to 13",
        () -> Floats.gemv(Transpose.NO, 2, 3, 1, x, 0, 3, new float[3], 0, 0, y, 11));
    refused(
        "x and the target must lie apart, was 0 to 3 and 2 to 4 of one array",
        () -> Floats.gemv(Transpose.NO, 2, 3, 1, x, 0, 3, y, 0, 0, y, 2));
  }

  private static void gemm(
      int m, int n, int k, float[] a, int aAt, int lda, float[] c, int cAt, int ldc) {
    Floats.gemm(
        Transpose.NO, Transpose.NO, m, n, k, 1, a, aAt, lda, new float[6], 0, 2, 0, c, cAt, ldc);
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private double[] gaussians(int n) {
    double[] x = new double[n];
    stream.fillGaussian(x, 1);
    return x;
  }

  private static float[] floats(double[] x) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) x[i];
    }
    return y;
  }
}
