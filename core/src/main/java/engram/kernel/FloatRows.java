// SPDX-License-Identifier: Apache-2.0
package engram.kernel;

import engram.kernel.internal.DoubleRoom;
import engram.kernel.internal.Elementary;
import engram.kernel.internal.Form;
import engram.kernel.internal.Ranges;

/// What nets do to the rows of a matrix of floats: softmax, the logarithm of summed exponentials,
/// normalisation, each with its adjoint, and sums of columns. A matrix of m rows and n columns is
/// row-major without gaps. The bits are the same on every machine, as everywhere in this package;
/// rows are independent of each other, so a caller may cut them among threads.
///
/// Exponentials are evaluated, summed and divided in double and rounded once. Sums over a row run
/// in the lanes of [engram.kernel.internal.Loops]; sums over a column are one chain in the order of
/// the rows.
public final class FloatRows {
  /// Doubles that stay in the first cache.
  private static final int BLOCK = 1024;

  private static final DoubleRoom ROOM = new DoubleRoom();

  private FloatRows() {}

  /// `y[i][j] = exp(x[i][j]) / sum over k of exp(x[i][k])`; y may be x. A row that holds NaN or
  /// only negative infinities gives NaN.
  public static void softmax(int m, int n, float[] x, int xAt, float[] y, int yAt) {
    matrix("x", x, xAt, m, n);
    matrix("y", y, yAt, m, n);
    Ranges.sameOrApart(x, xAt, y, yAt, m * n);
    int rowsAtOnce = Math.max(1, BLOCK / Math.max(1, n));
    double[] block = ROOM.of(Math.min(m, rowsAtOnce) * n);
    for (int from = 0; from < m; from += rowsAtOnce) {
      int rows = Math.min(rowsAtOnce, m - from);
      for (int i = 0; i < rows; i++) {
        int row = xAt + (from + i) * n;
        below(x, row, Form.LOOPS.max(x, row, n), block, i * n, n);
      }
      Form.LOOPS.exp(block, 0, block, 0, rows * n);
      for (int i = 0; i < rows; i++) {
        double scale = 1 / Form.LOOPS.sum(block, i * n, n);
        int row = yAt + (from + i) * n;
        for (int j = 0; j < n; j++) {
          y[row + j] = (float) (block[i * n + j] * scale);
        }
      }
    }
  }

  /// The adjoint of [#softmax] for its result y; dx may be dy.
  ///
  ///     dx[i][j] = y[i][j] (dy[i][j] - sum over k of dy[i][k] y[i][k])
  public static void softmaxBackward(
      int m, int n, float[] y, int yAt, float[] dy, int dyAt, float[] dx, int dxAt) {
    matrix("y", y, yAt, m, n);
    matrix("dy", dy, dyAt, m, n);
    matrix("dx", dx, dxAt, m, n);
    Ranges.apart("y", y, yAt, (long) m * n, dx, dxAt, (long) m * n);
    Ranges.sameOrApart(dy, dyAt, dx, dxAt, m * n);
    for (int i = 0; i < m; i++) {
      int row = i * n;
      float mean = Form.LOOPS.dot(dy, dyAt + row, y, yAt + row, n);
      for (int j = 0; j < n; j++) {
        dx[dxAt + row + j] = y[yAt + row + j] * (dy[dyAt + row + j] - mean);
      }
    }
  }

  /// `y[i] = ln sum over j of exp(x[i][j])`, one element a row. A row of negative infinities gives
  /// NaN.
  public static void logSumExp(int m, int n, float[] x, int xAt, float[] y, int yAt) {
    matrix("x", x, xAt, m, n);
    Ranges.range("y", y.length, yAt, m);
    Ranges.apart("x", x, xAt, (long) m * n, y, yAt, m);
    double[] block = ROOM.of(n);
    for (int i = 0; i < m; i++) {
      int row = xAt + i * n;
      float most = Form.LOOPS.max(x, row, n);
      below(x, row, most, block, 0, n);
      Form.LOOPS.exp(block, 0, block, 0, n);
      y[yAt + i] = (float) (most + Elementary.log(Form.LOOPS.sum(block, 0, n)));
    }
  }

  /// Shifts and scales each row to mean 0 and variance 1: `y[i][j] = (x[i][j] - mean) r[i]`, where
  /// `r[i] = 1 / sqrt(variance + epsilon)` and the variance is divided by n; y may be x.
  ///
  /// @param n 1 or more
  /// @param inverse receives r, which the adjoint needs, one element a row
  public static void normalize(
      int m,
      int n,
      float epsilon,
      float[] x,
      int xAt,
      float[] y,
      int yAt,
      float[] inverse,
      int inverseAt) {
    filled(n);
    matrix("x", x, xAt, m, n);
    matrix("y", y, yAt, m, n);
    Ranges.range("inverse", inverse.length, inverseAt, m);
    Ranges.sameOrApart(x, xAt, y, yAt, m * n);
    for (int i = 0; i < m; i++) {
      int from = xAt + i * n;
      int to = yAt + i * n;
      float mean = Form.LOOPS.sum(x, from, n) / n;
      for (int j = 0; j < n; j++) {
        y[to + j] = x[from + j] - mean;
      }
      float variance = Form.LOOPS.dot(y, to, y, to, n) / n;
      float scale = (float) (1 / Math.sqrt((double) variance + epsilon));
      for (int j = 0; j < n; j++) {
        y[to + j] *= scale;
      }
      inverse[inverseAt + i] = scale;
    }
  }

  /// The adjoint of [#normalize] for its results y and r; dx may be dy.
  ///
  ///     dx[i][j] = r[i] (dy[i][j] - mean(dy[i]) - y[i][j] mean(dy[i] y[i]))
  ///
  /// @param n 1 or more
  public static void normalizeBackward(
      int m,
      int n,
      float[] y,
      int yAt,
      float[] inverse,
      int inverseAt,
      float[] dy,
      int dyAt,
      float[] dx,
      int dxAt) {
    filled(n);
    matrix("y", y, yAt, m, n);
    Ranges.range("inverse", inverse.length, inverseAt, m);
    matrix("dy", dy, dyAt, m, n);
    matrix("dx", dx, dxAt, m, n);
    Ranges.apart("y", y, yAt, (long) m * n, dx, dxAt, (long) m * n);
    Ranges.sameOrApart(dy, dyAt, dx, dxAt, m * n);
    for (int i = 0; i < m; i++) {
      int row = i * n;
      float scale = inverse[inverseAt + i];
      float mean = Form.LOOPS.sum(dy, dyAt + row, n) / n;
      float slope = Form.LOOPS.dot(dy, dyAt + row, y, yAt + row, n) / n;
      for (int j = 0; j < n; j++) {
        float centred = dy[dyAt + row + j] - mean;
        dx[dxAt + row + j] = scale * Math.fma(-slope, y[yAt + row + j], centred);
      }
    }
  }

  /// `y[j] += sum over i of x[i][j]`, row after row.
  public static void addColumnSums(int m, int n, float[] x, int xAt, float[] y, int yAt) {
    matrix("x", x, xAt, m, n);
    Ranges.range("y", y.length, yAt, n);
    Ranges.apart("x", x, xAt, (long) m * n, y, yAt, n);
    for (int i = 0; i < m; i++) {
      int row = xAt + i * n;
      for (int j = 0; j < n; j++) {
        y[yAt + j] += x[row + j];
      }
    }
  }

  /// Widens a row less its greatest element.
  private static void below(float[] x, int at, float most, double[] block, int to, int n) {
    for (int j = 0; j < n; j++) {
      block[to + j] = (double) x[at + j] - most;
    }
  }

  private static void matrix(String name, float[] x, int at, int m, int n) {
    Ranges.count("m", m);
    Ranges.count("n", n);
    Ranges.matrix(name, x.length, at, m, n, n);
  }

  private static void filled(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be 1 or more, was " + n);
    }
  }
}
