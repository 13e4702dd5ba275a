// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final long SEED = 21;
  private static final int[] WIDTHS = {1, 2, 7, 10, 31, 64, 128, 1500};
  private static final int M = 5;
  private final RandomStream stream = Seeds.of(SEED).stream("rows");

  @Test
  void softmaxAndLogSumExpFollowTheirDefinition() {
    for (int n : WIDTHS) {
      double[] x = gaussians(M * n, 5);
      double[] y = new double[M * n];
      double[] logs = new double[M];
      DoubleRows.softmax(M, n, x, 0, y, 0);
      DoubleRows.logSumExp(M, n, x, 0, logs, 0);
      float[] fx = floats(x);
      float[] fy = new float[M * n];
      float[] fLogs = new float[M];
      FloatRows.softmax(M, n, fx, 0, fy, 0);
      FloatRows.logSumExp(M, n, fx, 0, fLogs, 0);
      for (int i = 0; i < M; i++) {
        double[] sums = new double[2];
        for (int j = i * n; j < (i + 1) * n; j++) {
          sums[0] += StrictMath.exp(x[j]);
          sums[1] += StrictMath.exp(fx[j]);
        }
        for (int j = i * n; j < (i + 1) * n; j++) {
          double truth = StrictMath.exp(x[j]) / sums[0];
          assertEquals(truth, y[j], 1e-13 * truth, "n " + n);
          double fTruth = StrictMath.exp(fx[j]) / sums[1];
          assertEquals(fTruth, fy[j], 0x1.1p-24 * fTruth, "n " + n);
        }
        assertEquals(StrictMath.log(sums[0]), logs[i], 1e-13 * Math.abs(logs[i]) + 1e-13);
        assertEquals(StrictMath.log(sums[1]), fLogs[i], 0x1.1p-24 * Math.abs(fLogs[i]) + 1e-13);
      }
    }
  }

  @Test
  void softmaxStandsLargeArgumentsAndMarksRowsWithoutAnswer() {
    float[] x = {1e30f, -1e30f, 1e30f, 0, Float.NEGATIVE_INFINITY, 0, Float.NaN, 1, 2};
    FloatRows.softmax(3, 3, x, 0, x, 0);
    assertArrayEquals(
        new float[] {0.5f, 0, 0.5f, 0.5f, 0, 0.5f, Float.NaN, Float.NaN, Float.NaN}, x);
    double[] none = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    DoubleRows.softmax(1, 2, none, 0, none, 0);
    assertTrue(Double.isNaN(none[0]) && Double.isNaN(none[1]));
  }

  @Test
  void adjointsAgreeWithFiniteDifferences() {
    for (int n : new int[] {1, 3, 16, 37}) {
      double[] dy = gaussians(M * n, 1);
      double[] y = new double[M * n];
      double[] inverse = new double[M];
      double[] x = gaussians(M * n, 1);
      double[] dx = new double[M * n];
      DoubleRows.softmax(M, n, x, 0, y, 0);
      DoubleRows.softmaxBackward(M, n, y, 0, dy, 0, dx, 0);
      agrees(
          x,
          dy,
          dx,
          in -> {
            double[] out = new double[M * n];
            DoubleRows.softmax(M, n, in, 0, out, 0);
            return out;
          });
      DoubleRows.normalize(M, n, 0.1, x, 0, y, 0, inverse, 0);
      DoubleRows.normalizeBackward(M, n, y, 0, inverse, 0, dy, 0, dx, 0);
      agrees(
          x,
          dy,
          dx,
          in -> {
            double[] out = new double[M * n];
            DoubleRows.normalize(M, n, 0.1, in, 0, out, 0, new double[M], 0);
            return out;
          });
    }
  }

  /// dx against `d (sum of dy f(x)) / dx` by central differences.
  private static void agrees(double[] x, double[] dy, double[] dx, UnaryOperator<double[]> f) {
    double step = 1e-5;
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[i] += step;
      down[i] -= step;
      double slope = (Doubles.dot(dy, f.apply(up)) - Doubles.dot(dy, f.apply(down))) / (2 * step);
      assertEquals(slope, dx[i], 1e-7, "seed %d, element %d".formatted(SEED, i));
    }
  }

  @Test
  void floatsFollowTheDoubles() {
    for (int n : WIDTHS) {
      float[] x = floats(gaussians(M * n, 1));
      float[] dy = floats(gaussians(M * n, 1));
      float[] y = new float[M * n];
      float[] inverse = new float[M];
      double[] wide = new double[M * n];
      double[] wideInverse = new double[M];
      FloatRows.normalize(M, n, 0.01f, x, 0, y, 0, inverse, 0);
      DoubleRows.normalize(M, n, 0.01f, doubles(x), 0, wide, 0, wideInverse, 0);
      near(wide, y, 1e-5);
      near(wideInverse, inverse, 1e-4);
      float[] dx = dy.clone();
      double[] wideDx = new double[M * n];
      FloatRows.normalizeBackward(M, n, y, 0, inverse, 0, dx, 0, dx, 0);
      DoubleRows.normalizeBackward(
          M, n, doubles(y), 0, doubles(inverse), 0, doubles(dy), 0, wideDx, 0);
      near(wideDx, dx, 1e-4);
      FloatRows.softmax(M, n, x, 0, y, 0);
      FloatRows.softmaxBackward(M, n, y, 0, dy, 0, dx, 0);
      DoubleRows.softmaxBackward(M, n, doubles(y), 0, doubles(dy), 0, wideDx, 0);
      near(wideDx, dx, 1e-6);
    }
  }

  @Test
  void columnsAreAddedRowAfterRow() {
    float[] x = {1, 2, 3, 4, 5, 6};
    float[] y = {7, 10, 20, 30};
    FloatRows.addColumnSums(2, 3, x, 0, y, 1);
    assertArrayEquals(new float[] {7, 15, 27, 39}, y);
    double[] big = {1, 1e17, -1e17};
    double[] sum = {0};
    DoubleRows.addColumnSums(3, 1, big, 0, sum, 0);
    assertEquals(0.0, sum[0]); // (1 + 1e17) - 1e17: the 1 is lost first
  }

  @Test
  void badInputIsRefusedWithOneClearSentence() {
    float[] x = new float[6];
    refused("m must be 0 or more, was -1", () -> FloatRows.softmax(-1, 3, x, 0, x, 0));
    refused(
        "range of y must lie inside its 6 elements, was 1 to 7",
        () -> FloatRows.softmax(2, 3, new float[6], 0, x, 1));
    refused(
        "x and y must be the same range or lie apart, was 0 to 3 and 1 to 4",
        () -> FloatRows.softmax(1, 3, x, 0, x, 1));
    refused(
        "y and the target must lie apart, was 0 to 6 and 0 to 6 of one array",
        () -> FloatRows.softmaxBackward(2, 3, x, 0, new float[6], 0, x, 0));
    refused(
        "n must be 1 or more, was 0",
        () -> FloatRows.normalize(2, 0, 1, x, 0, x, 0, new float[2], 0));
    refused(
        "range of inverse must lie inside its 1 elements, was 0 to 2",
        () -> FloatRows.normalize(2, 3, 1, x, 0, x, 0, new float[1], 0));
    refused(
        "x and the target must lie apart, was 0 to 6 and 3 to 6 of one array",
        () -> FloatRows.addColumnSums(2, 3, x, 0, x, 3));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static void near(double[] truth, float[] x, double error) {
    for (int i = 0; i < x.length; i++) {
      assertEquals(truth[i], x[i], error * (1 + Math.abs(truth[i])), "element " + i);
    }
  }

  private double[] gaussians(int n, double deviation) {
    double[] x = new double[n];
    stream.fillGaussian(x, deviation);
    return x;
  }

  private static float[] floats(double[] x) {
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = (float) x[i];
    }
    return y;
  }

  private static double[] doubles(float[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i];
    }
    return y;
  }
}
