// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

/// The checks that stand before every loop, so that a bad call is refused with one clear sentence
/// and no element is touched.
@SuppressWarnings("ReferenceEquality") // one array, not equal arrays, is what matters
public final class Ranges {
  private Ranges() {}

  /// Refuses a negative count.
  public static void count(String name, int n) {
    if (n < 0) {
      throw new IllegalArgumentException(name + " must be 0 or more, was " + n);
    }
  }

  /// Refuses n elements from `at` on that do not lie inside an array.
  public static void range(String name, int length, int at, int n) {
    count("n", n);
    if (at < 0 || at > length - n) {
      throw outside(name, length, at, n);
    }
  }

  /// Refuses a row-major matrix that does not lie inside an array.
  ///
  /// @param stride distance between the beginnings of two rows, `columns` or more
  public static void matrix(String name, int length, int at, int rows, int columns, int stride) {
    if (stride < columns || stride < 0) {
      throw new IllegalArgumentException(
          "row stride of %s must be at least its %d columns, was %d"
              .formatted(name, columns, stride));
    }
    long n = span(rows, columns, stride);
    if (at < 0 || at > length - n) {
      throw outside(name, length, at, n);
    }
  }

  /// Refuses a target that shares a part of its memory with a source; the same range is allowed.
  public static void sameOrApart(Object x, int xAt, Object y, int yAt, int n) {
    if (x == y && xAt != yAt && Math.abs((long) xAt - yAt) < n) {
      throw new IllegalArgumentException(
          "x and y must be the same range or lie apart, was %d to %d and %d to %d"
              .formatted(xAt, xAt + n, yAt, yAt + n));
    }
  }

  /// Refuses a target that shares memory with a source.
  public static void apart(
      String source, Object x, int xAt, long xSpan, Object y, int yAt, long ySpan) {
    if (x == y && xAt < yAt + ySpan && yAt < xAt + xSpan) {
      throw new IllegalArgumentException(
          "%s and the target must lie apart, was %d to %d and %d to %d of one array"
              .formatted(source, xAt, xAt + xSpan, yAt, yAt + ySpan));
    }
  }

  /// How many elements lie between the first and behind the last of a row-major matrix.
  public static long span(int rows, int columns, int stride) {
    return rows == 0 || columns == 0 ? 0 : (long) (rows - 1) * stride + columns;
  }

  private static IllegalArgumentException outside(String name, int length, int at, long n) {
    return new IllegalArgumentException(
        "range of %s must lie inside its %d elements, was %d to %d"
            .formatted(name, length, at, at + n));
  }
}
