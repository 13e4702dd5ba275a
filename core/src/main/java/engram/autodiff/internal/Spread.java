// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.internal;

import engram.autodiff.array.Shape;

/// How an operand of an elementwise operation lies along the result: so that what is repeated need
/// not be written out first.
///
/// | kind | the operand has | example, for a result [128,10] |
/// | --- | --- | --- |
/// | DENSE | every element | [128,10] |
/// | ROW | the last axes, the same for each row | [10] |
/// | COLUMN | the first axes, one number a row | [128,1] |
/// | ONE | one number | [] |
///
/// @param kind how it lies
/// @param width elements of a row; 0 if any will do
public record Spread(Kind kind, int width) {
  /// The kinds.
  public enum Kind {
    /// Every element is there.
    DENSE,
    /// The last axes are there.
    ROW,
    /// The first axes are there.
    COLUMN,
    /// One number is there.
    ONE
  }

  /// An operand with every element.
  public static final Spread DENSE = new Spread(Kind.DENSE, 0);

  /// Whether every element is there.
  public boolean isDense() {
    return kind == Kind.DENSE;
  }

  /// Whether rows of one width serve both.
  public boolean fits(Spread other) {
    return width == 0 || other.width == 0 || width == other.width;
  }

  /// How an array of one shape lies along a larger one to which it is repeated.
  public static Spread of(Shape from, Shape to) {
    if (from.size() == 1) {
      return new Spread(Kind.ONE, 0);
    }
    int first = to.rank();
    while (first > 0 && extent(from, to, first - 1) == to.extent(first - 1)) {
      first--;
    }
    if (to.span(first, to.rank()) == from.size()) {
      return new Spread(Kind.ROW, from.size());
    }
    int last = 0;
    while (last < to.rank() && extent(from, to, last) == to.extent(last)) {
      last++;
    }
    return to.span(0, last) == from.size()
        ? new Spread(Kind.COLUMN, to.span(last, to.rank()))
        : DENSE;
  }

  private static int extent(Shape from, Shape to, int axis) {
    int lead = to.rank() - from.rank();
    return axis < lead ? 1 : from.extent(axis - lead);
  }
}
