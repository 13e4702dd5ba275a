// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import java.util.ArrayList;
import java.util.List;

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
record Spread(Kind kind, int width) {
  enum Kind {
    DENSE,
    ROW,
    COLUMN,
    ONE
  }

  private static final Spread DENSE = new Spread(Kind.DENSE, 0);

  /// The nodes whose arrays a node's step reads: its operands, or what they repeat.
  static List<Node> reads(Node node) {
    if (!(node.operation() instanceof Binary) || !fits(of(node.in(0)), of(node.in(1)))) {
      return node.operands();
    }
    List<Node> reads = new ArrayList<>(2);
    for (Node operand : node.operands()) {
      reads.add(of(operand).kind == Kind.DENSE ? operand : operand.in(0));
    }
    return reads;
  }

  /// How both operands of a node lie, if the result has rows that serve both.
  static List<Spread> both(Node node) {
    Spread a = of(node.in(0));
    Spread b = of(node.in(1));
    return fits(a, b) ? List.of(a, b) : List.of(DENSE, DENSE);
  }

  private static boolean fits(Spread a, Spread b) {
    return a.width == 0 || b.width == 0 || a.width == b.width;
  }

  private static Spread of(Node operand) {
    if (!(operand.operation() instanceof Rearrangement.Broadcast)) {
      return DENSE;
    }
    Shape from = operand.in(0).shape();
    Shape to = operand.shape();
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
