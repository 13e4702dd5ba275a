// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import engram.kernel.DoubleRows;
import engram.kernel.Doubles;
import engram.kernel.FloatRows;
import java.util.Arrays;

/// Loops over rows that the kernel lacks, made of its own: softmax of rows that grow, log softmax,
/// and the inverse deviation alone.
public final class RowLoops {
  private RowLoops() {}

  /// Softmax of the first 1, 2, ..., n elements of n rows, zeros behind, for each n rows of a
  /// batch: the arithmetic of the kernel's softmax, with the exponentials of many short rows taken
  /// at once.
  ///
  /// @param block at least n numbers
  public static void causalSoftmax(float[] x, float[] y, int rows, int n, double[] block) {
    for (int from = 0; from < rows; ) {
      int to = from;
      int filled = 0;
      for (int seen = from % n + 1; to < rows && filled + seen <= block.length; to++) {
        float most = most(x, to * n, seen);
        for (int i = 0; i < seen; i++) {
          block[filled + i] = (double) x[to * n + i] - most;
        }
        filled += seen;
        seen = seen % n + 1;
      }
      Doubles.exp(block, 0, block, 0, filled);
      for (int at = 0; from < to; from++) {
        int seen = from % n + 1;
        double scale = 1 / Doubles.sum(block, at, seen);
        for (int i = 0; i < seen; i++) {
          y[from * n + i] = (float) (block[at + i] * scale);
        }
        Arrays.fill(y, from * n + seen, from * n + n, 0);
        at += seen;
      }
    }
  }

  /// Softmax of the first 1, 2, ..., n elements of n rows, zeros behind, for each n rows of a
  /// batch: the arithmetic of the kernel's softmax, with the exponentials of many short rows taken
  /// at once.
  ///
  /// @param block at least n numbers
  public static void causalSoftmax(double[] x, double[] y, int rows, int n, double[] block) {
    for (int from = 0; from < rows; ) {
      int to = from;
      int filled = 0;
      for (int seen = from % n + 1; to < rows && filled + seen <= block.length; to++) {
        double most = most(x, to * n, seen);
        for (int i = 0; i < seen; i++) {
          block[filled + i] = x[to * n + i] - most;
        }
        filled += seen;
        seen = seen % n + 1;
      }
      Doubles.exp(block, 0, block, 0, filled);
      for (int at = 0; from < to; from++) {
        int seen = from % n + 1;
        double scale = 1 / Doubles.sum(block, at, seen);
        for (int i = 0; i < seen; i++) {
          y[from * n + i] = block[at + i] * scale;
        }
        Arrays.fill(y, from * n + seen, from * n + n, 0);
        at += seen;
      }
    }
  }

  /// `y = ln sum e^x`, one number a row: the arithmetic of the kernel's, with the exponentials of
  /// many short rows taken at once.
  ///
  /// @param block at least n numbers
  public static void logSumExp(float[] x, float[] y, int rows, int n, double[] block) {
    int together = block.length / n;
    for (int from = 0; from < rows; from += together) {
      int count = Math.min(together, rows - from);
      for (int row = 0; row < count; row++) {
        int at = (from + row) * n;
        float most = most(x, at, n);
        y[from + row] = most;
        for (int i = 0; i < n; i++) {
          block[row * n + i] = (double) x[at + i] - most;
        }
      }
      Doubles.exp(block, 0, block, 0, count * n);
      for (int row = 0; row < count; row++) {
        y[from + row] = (float) (y[from + row] + Doubles.log(Doubles.sum(block, row * n, n)));
      }
    }
  }

  /// `y = ln sum e^x`, one number a row: the arithmetic of the kernel's, with the exponentials of
  /// many short rows taken at once.
  ///
  /// @param block at least n numbers
  public static void logSumExp(double[] x, double[] y, int rows, int n, double[] block) {
    int together = block.length / n;
    for (int from = 0; from < rows; from += together) {
      int count = Math.min(together, rows - from);
      for (int row = 0; row < count; row++) {
        int at = (from + row) * n;
        double most = most(x, at, n);
        y[from + row] = most;
        for (int i = 0; i < n; i++) {
          block[row * n + i] = x[at + i] - most;
        }
      }
      Doubles.exp(block, 0, block, 0, count * n);
      for (int row = 0; row < count; row++) {
        y[from + row] = y[from + row] + Doubles.log(Doubles.sum(block, row * n, n));
      }
    }
  }

  /// `y = x - ln sum e^x` for each row, the largest taken off first, so that small differences of
  /// large numbers keep their digits.
  ///
  /// @param spare one number
  public static void logSoftmax(float[] x, float[] y, int rows, int n, float[] spare) {
    for (int row = 0; row < rows; row++) {
      int at = row * n;
      less(x, at, most(x, at, n), y, n);
      FloatRows.logSumExp(1, n, y, at, spare, 0);
      less(y, at, spare[0], y, n);
    }
  }

  /// `y = x - ln sum e^x` for each row.
  public static void logSoftmax(double[] x, double[] y, int rows, int n, double[] spare) {
    for (int row = 0; row < rows; row++) {
      int at = row * n;
      less(x, at, most(x, at, n), y, n);
      DoubleRows.logSumExp(1, n, y, at, spare, 0);
      less(y, at, spare[0], y, n);
    }
  }

  /// `y = 1 / sqrt(variance + epsilon)`, one number a row.
  ///
  /// @param spare a row
  public static void inverseDeviation(
      float[] x, float[] y, int rows, int n, double epsilon, float[] spare) {
    for (int row = 0; row < rows; row++) {
      FloatRows.normalize(1, n, (float) epsilon, x, row * n, spare, 0, y, row);
    }
  }

  /// `y = 1 / sqrt(variance + epsilon)`, one number a row.
  public static void inverseDeviation(
      double[] x, double[] y, int rows, int n, double epsilon, double[] spare) {
    for (int row = 0; row < rows; row++) {
      DoubleRows.normalize(1, n, epsilon, x, row * n, spare, 0, y, row);
    }
  }

  /// The largest of a row, NaN if there is one; four are compared beside each other.
  private static float most(float[] x, int at, int n) {
    float a = x[at];
    float b = a;
    float c = a;
    float d = a;
    int i = 0;
    for (; i <= n - 4; i += 4) {
      a = Math.max(a, x[at + i]);
      b = Math.max(b, x[at + i + 1]);
      c = Math.max(c, x[at + i + 2]);
      d = Math.max(d, x[at + i + 3]);
    }
    for (; i < n; i++) {
      a = Math.max(a, x[at + i]);
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }

  /// The largest of a row, NaN if there is one; four are compared beside each other.
  private static double most(double[] x, int at, int n) {
    double a = x[at];
    double b = a;
    double c = a;
    double d = a;
    int i = 0;
    for (; i <= n - 4; i += 4) {
      a = Math.max(a, x[at + i]);
      b = Math.max(b, x[at + i + 1]);
      c = Math.max(c, x[at + i + 2]);
      d = Math.max(d, x[at + i + 3]);
    }
    for (; i < n; i++) {
      a = Math.max(a, x[at + i]);
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }

  private static void less(float[] x, int at, float by, float[] y, int n) {
    for (int i = at; i < at + n; i++) {
      y[i] = x[i] - by;
    }
  }

  private static void less(double[] x, int at, double by, double[] y, int n) {
    for (int i = at; i < at + n; i++) {
      y[i] = x[i] - by;
    }
  }
}
