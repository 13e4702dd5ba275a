// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import java.util.Arrays;
import java.util.List;

/// Elementwise loops over two operands of which one or both are repeated: row by row of the result,
/// with a number that is repeated along a row written out for one row only.
public final class SpreadLoop {
  /// Elements that are written out of a single number.
  private static final int BLOCK = 1024;

  private SpreadLoop() {}

  /// The loop over floats.
  ///
  /// @param n elements of the result
  public static Step of(
      Loops.BinaryFloats loop, List<Spread> spreads, float[] a, float[] b, float[] y, int n) {
    Spread.Kind first = spreads.get(0).kind();
    Spread.Kind second = spreads.get(1).kind();
    if (first == Spread.Kind.DENSE && second == Spread.Kind.DENSE) {
      return () -> loop.run(a, 0, b, 0, y, 0, n);
    }
    int width = width(spreads, n);
    float[] aRow = written(first) ? new float[width] : a;
    float[] bRow = written(second) ? new float[width] : b;
    return () -> {
      for (int row = 0, at = 0; at < n; row++, at += width) {
        write(first, a, row, aRow);
        write(second, b, row, bRow);
        int aAt = first == Spread.Kind.DENSE ? at : 0;
        int bAt = second == Spread.Kind.DENSE ? at : 0;
        loop.run(aRow, aAt, bRow, bAt, y, at, Math.min(width, n - at));
      }
    };
  }

  /// The loop over doubles.
  public static Step of(
      Loops.BinaryDoubles loop, List<Spread> spreads, double[] a, double[] b, double[] y, int n) {
    Spread.Kind first = spreads.get(0).kind();
    Spread.Kind second = spreads.get(1).kind();
    if (first == Spread.Kind.DENSE && second == Spread.Kind.DENSE) {
      return () -> loop.run(a, 0, b, 0, y, 0, n);
    }
    int width = width(spreads, n);
    double[] aRow = written(first) ? new double[width] : a;
    double[] bRow = written(second) ? new double[width] : b;
    return () -> {
      for (int row = 0, at = 0; at < n; row++, at += width) {
        write(first, a, row, aRow);
        write(second, b, row, bRow);
        int aAt = first == Spread.Kind.DENSE ? at : 0;
        int bAt = second == Spread.Kind.DENSE ? at : 0;
        loop.run(aRow, aAt, bRow, bAt, y, at, Math.min(width, n - at));
      }
    };
  }

  private static int width(List<Spread> spreads, int n) {
    int width = Math.max(spreads.get(0).width(), spreads.get(1).width());
    return width == 0 ? Math.min(n, BLOCK) : width;
  }

  private static boolean written(Spread.Kind kind) {
    return kind == Spread.Kind.COLUMN || kind == Spread.Kind.ONE;
  }

  private static void write(Spread.Kind kind, float[] x, int row, float[] into) {
    if (kind == Spread.Kind.COLUMN) {
      Arrays.fill(into, x[row]);
    } else if (kind == Spread.Kind.ONE && row == 0) {
      Arrays.fill(into, x[0]);
    }
  }

  private static void write(Spread.Kind kind, double[] x, int row, double[] into) {
    if (kind == Spread.Kind.COLUMN) {
      Arrays.fill(into, x[row]);
    } else if (kind == Spread.Kind.ONE && row == 0) {
      Arrays.fill(into, x[0]);
    }
  }
}
