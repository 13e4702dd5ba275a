// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.array;

import java.util.Arrays;

/// The extents of an array, slowest first; empty for a single number. Prints as `[128,784]`.
public final class Shape {
  /// The shape of a single number.
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] extents;
  private final int size;

  private Shape(int[] extents) {
    this.extents = extents;
    long product = 1;
    for (int extent : extents) {
      if (extent < 1) {
        throw new IllegalArgumentException(
            "extents of a shape must be at least 1, was " + text(extents));
      }
      product = Math.min(product * extent, Long.MAX_VALUE >>> 31);
    }
    if (product > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a shape must have fewer than 2^31 elements, was " + text(extents));
    }
    this.size = (int) product;
  }

  /// A shape of the given extents.
  ///
  /// @param extents each at least 1: an empty batch has no shape
  public static Shape of(int... extents) {
    return extents.length == 0 ? SCALAR : new Shape(extents.clone());
  }

  /// How many axes it has.
  public int rank() {
    return extents.length;
  }

  /// How many elements it has.
  public int size() {
    return size;
  }

  /// The extent of an axis.
  ///
  /// @param axis from 0; -1 is the last
  public int extent(int axis) {
    return extents[axis(axis)];
  }

  /// A copy of the extents.
  public int[] extents() {
    return extents.clone();
  }

  /// The number from 0 of an axis that may be counted from the end.
  public int axis(int axis) {
    int from0 = axis < 0 ? axis + extents.length : axis;
    if (from0 < 0 || from0 >= extents.length) {
      throw new IllegalArgumentException(
          "axis must be in [%d, %d) for shape %s, was %d"
              .formatted(-extents.length, extents.length, this, axis));
    }
    return from0;
  }

  /// The product of the extents of axes from, from + 1, ..., to - 1.
  public int span(int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product *= extents[axis];
    }
    return product;
  }

  /// The same with another extent of one axis.
  public Shape with(int axis, int extent) {
    int[] changed = extents.clone();
    changed[axis] = extent;
    return of(changed);
  }

  /// The same without the axes from, ..., to - 1.
  public Shape without(int from, int to) {
    int[] fewer = new int[extents.length - (to - from)];
    System.arraycopy(extents, 0, fewer, 0, from);
    System.arraycopy(extents, to, fewer, from, extents.length - to);
    return of(fewer);
  }

  /// The same with one more axis.
  public Shape inserted(int axis, int extent) {
    int[] more = new int[extents.length + 1];
    System.arraycopy(extents, 0, more, 0, axis);
    more[axis] = extent;
    System.arraycopy(extents, axis, more, axis + 1, extents.length - axis);
    return of(more);
  }

  /// The distance in elements between neighbours along each axis of a dense array.
  public int[] strides() {
    int[] strides = new int[extents.length];
    int stride = 1;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= extents[axis];
    }
    return strides;
  }

  /// The place of an element of a dense array, as a person writes it: `[3,5]`.
  public String place(int index) {
    int[] place = new int[extents.length];
    int rest = index;
    for (int axis = extents.length - 1; axis >= 0; axis--) {
      place[axis] = rest % extents[axis];
      rest /= extents[axis];
    }
    return text(place);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(extents, that.extents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(extents);
  }

  @Override
  public String toString() {
    return text(extents);
  }

  private static String text(int[] numbers) {
    return Arrays.toString(numbers).replace(" ", "");
  }
}
