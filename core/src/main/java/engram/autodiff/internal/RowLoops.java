// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import engram.kernel.Doubles;
import engram.kernel.Floats;

/// The loops of the operations over rows. The largest of a row is taken off before anything is
/// raised, so nothing overflows; a row's sums run in the kernel's virtual lanes.
public final class RowLoops {
  /// Elements that stay in the first cache.
  private static final int BLOCK = 1024;

  private RowLoops() {}

  /// How many elements of whole rows are raised together: those of one row at least.
  public static int room(int rows, int n) {
    return Math.min(rows, Math.max(1, BLOCK / n)) * n;
  }

  public static void softmax(float[] x, float[] y, int rows, int n, Loops.UnaryFloats exp) {
    for (int row = 0; row < rows; row++) {
      less(x, row * n, most(x, row * n, n), y, row * n, n);
    }
    exp.run(y, 0, y, 0, rows * n);
    for (int row = 0; row < rows; row++) {
      float scale = 1 / Floats.sum(y, row * n, n);
      for (int i = row * n; i < row * n + n; i++) {
        y[i] *= scale;
      }
    }
  }

  public static void softmax(double[] x, double[] y, int rows, int n, Loops.UnaryDoubles exp) {
    for (int row = 0; row < rows; row++) {
      less(x, row * n, most(x, row * n, n), y, row * n, n);
    }
    exp.run(y, 0, y, 0, rows * n);
    for (int row = 0; row < rows; row++) {
      double scale = 1 / Doubles.sum(y, row * n, n);
      for (int i = row * n; i < row * n + n; i++) {
        y[i] *= scale;
      }
    }
  }

  public static void logSoftmax(
      float[] x, float[] y, int rows, int n, Loops.UnaryFloats exp, float[] spare) {
    for (int row = 0; row < rows; row++) {
      int at = row * n;
      less(x, at, most(x, at, n), y, at, n);
      exp.run(y, at, spare, 0, n);
      less(y, at, Floats.log(Floats.sum(spare, 0, n)), y, at, n);
    }
  }

  public static void logSoftmax(
      double[] x, double[] y, int rows, int n, Loops.UnaryDoubles exp, double[] spare) {
    for (int row = 0; row < rows; row++) {
      int at = row * n;
      less(x, at, most(x, at, n), y, at, n);
      exp.run(y, at, spare, 0, n);
      less(y, at, Doubles.log(Doubles.sum(spare, 0, n)), y, at, n);
    }
  }

  /// Logarithms of sums of exponentials, a row each.
  ///
  /// @param spare room for one row or more, which are raised together
  public static void logSumExp(
      float[] x, float[] y, int rows, int n, Loops.UnaryFloats exp, float[] spare) {
    int together = spare.length / n;
    for (int from = 0; from < rows; from += together) {
      int count = Math.min(together, rows - from);
      for (int row = 0; row < count; row++) {
        int at = (from + row) * n;
        y[from + row] = most(x, at, n);
        less(x, at, y[from + row], spare, row * n, n);
      }
      exp.run(spare, 0, spare, 0, count * n);
      for (int row = 0; row < count; row++) {
        y[from + row] += Floats.log(Floats.sum(spare, row * n, n));
      }
    }
  }

  /// Logarithms of sums of exponentials, a row each.
  ///
  /// @param spare room for one row or more, which are raised together
  public static void logSumExp(
      double[] x, double[] y, int rows, int n, Loops.UnaryDoubles exp, double[] spare) {
    int together = spare.length / n;
    for (int from = 0; from < rows; from += together) {
      int count = Math.min(together, rows - from);
      for (int row = 0; row < count; row++) {
        int at = (from + row) * n;
        y[from + row] = most(x, at, n);
        less(x, at, y[from + row], spare, row * n, n);
      }
      exp.run(spare, 0, spare, 0, count * n);
      for (int row = 0; row < count; row++) {
        y[from + row] += Doubles.log(Doubles.sum(spare, row * n, n));
      }
    }
  }

  public static void standardise(float[] x, float[] y, int rows, int n, double epsilon) {
    for (int row = 0; row < rows; row++) {
      int at = row * n;
      less(x, at, Floats.sum(x, at, n) / n, y, at, n);
      float variance = Floats.dot(y, at, y, at, n) / n;
      float scale = (float) (1 / Math.sqrt(variance + epsilon));
      for (int i = at; i < at + n; i++) {
        y[i] *= scale;
      }
    }
  }

  public static void standardise(double[] x, double[] y, int rows, int n, double epsilon) {
    for (int row = 0; row < rows; row++) {
      int at = row * n;
      less(x, at, Doubles.sum(x, at, n) / n, y, at, n);
      double variance = Doubles.dot(y, at, y, at, n) / n;
      double scale = (1 / Math.sqrt(variance + epsilon));
      for (int i = at; i < at + n; i++) {
        y[i] *= scale;
      }
    }
  }

  public static void inverseDeviation(float[] x, float[] y, int rows, int n, double epsilon) {
    for (int row = 0; row < rows; row++) {
      float mean = Floats.sum(x, row * n, n) / n;
      double squares = 0;
      for (int i = row * n; i < row * n + n; i++) {
        double apart = x[i] - mean;
        squares = Math.fma(apart, apart, squares);
      }
      y[row] = (float) (1 / Math.sqrt(squares / n + epsilon));
    }
  }

  public static void inverseDeviation(double[] x, double[] y, int rows, int n, double epsilon) {
    for (int row = 0; row < rows; row++) {
      double mean = Doubles.sum(x, row * n, n) / n;
      double squares = 0;
      for (int i = row * n; i < row * n + n; i++) {
        double apart = x[i] - mean;
        squares = Math.fma(apart, apart, squares);
      }
      y[row] = (1 / Math.sqrt(squares / n + epsilon));
    }
  }

  /// The largest of a row; NaN if there is one.
  public static float most(float[] x, int at, int n) {
    float most = x[at];
    for (int i = 1; i < n; i++) {
      most = Math.max(most, x[at + i]);
    }
    return most;
  }

  /// The largest of a row; NaN if there is one.
  public static double most(double[] x, int at, int n) {
    double most = x[at];
    for (int i = 1; i < n; i++) {
      most = Math.max(most, x[at + i]);
    }
    return most;
  }

  private static void less(float[] x, int xAt, float by, float[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = x[xAt + i] - by;
    }
  }

  private static void less(double[] x, int xAt, double by, double[] y, int yAt, int n) {
    for (int i = 0; i < n; i++) {
      y[yAt + i] = x[xAt + i] - by;
    }
  }
}
