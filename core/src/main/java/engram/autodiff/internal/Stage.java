// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Values;
import java.util.Arrays;

/// What is done with one block of elements: a loop over rooms, or a copy between a room and a whole
/// array.
@FunctionalInterface
public interface Stage {
  /// Works elements at, ..., at + count - 1 of the result.
  ///
  /// @param row the row of the first of them
  /// @param inRow its place in the row
  void run(int at, int row, int inRow, int count);

  /// `y = f(x)`.
  static Stage of(Loops.UnaryFloats loop, float[] x, float[] y) {
    return (at, row, inRow, n) -> loop.run(x, y, n);
  }

  /// `y = f(x)`.
  static Stage of(Loops.UnaryDoubles loop, double[] x, double[] y) {
    return (at, row, inRow, n) -> loop.run(x, y, n);
  }

  /// `y = f(a, b)`.
  static Stage of(Loops.BinaryFloats loop, float[] a, float[] b, float[] y) {
    return (at, row, inRow, n) -> loop.run(a, b, y, n);
  }

  /// `y = f(a, b)`.
  static Stage of(Loops.BinaryDoubles loop, double[] a, double[] b, double[] y) {
    return (at, row, inRow, n) -> loop.run(a, b, y, n);
  }

  /// From a whole array into a room.
  static Stage load(Values whole, Values room) {
    Object x = array(whole);
    Object y = array(room);
    return (at, row, inRow, n) -> System.arraycopy(x, at, y, 0, n);
  }

  /// From a room into a whole array.
  static Stage store(Values room, Values whole) {
    Object x = array(room);
    Object y = array(whole);
    return (at, row, inRow, n) -> System.arraycopy(x, 0, y, at, n);
  }

  /// From the one row that is repeated into a room: as often as it fits, or the piece that the
  /// block has.
  static Stage row(Values one, Values room, int width) {
    Object x = array(one);
    Object y = array(room);
    return (at, row, inRow, n) -> {
      for (int i = 0; i < n; i += width) {
        System.arraycopy(x, inRow, y, i, Math.min(width, n - i));
      }
    };
  }

  /// The number of each row along the row, or along that piece of it which the block has.
  static Stage column(Values numbers, Values room, int width) {
    if (numbers.precision() == Precision.FLOAT) {
      float[] x = numbers.floats();
      float[] y = room.floats();
      return (at, row, inRow, n) -> {
        for (int i = 0, r = row; i < n; i += width, r++) {
          Arrays.fill(y, i, Math.min(i + width, n), x[r]);
        }
      };
    }
    double[] x = numbers.doubles();
    double[] y = room.doubles();
    return (at, row, inRow, n) -> {
      for (int i = 0, r = row; i < n; i += width, r++) {
        Arrays.fill(y, i, Math.min(i + width, n), x[r]);
      }
    };
  }

  private static Object array(Values values) {
    return values.precision() == Precision.FLOAT ? values.floats() : values.doubles();
  }
}
