// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import java.util.List;

/// What a node does with its operands: the shape of its result, its loop over arrays, and its
/// gradient in terms of other nodes. Records, so that two nodes that do the same with the same
/// operands are found to be one.
///
/// A family a file. Element by element: [Unary] and [Curve], [Binary]. Over whole arrays: [Source],
/// [Reduction], [RowWise], [Product], [Rearrangement], [Indexing], [Folding].
sealed interface Operation permits Elementwise, Whole {
  /// The shape of the result.
  ///
  /// @throws IllegalArgumentException if the operands' shapes do not fit; names them
  Shape shape(List<Shape> operands);

  /// Hands each operand its share of the gradient of some scalar, given that of the result.
  ///
  /// @param self the node whose operation this is
  /// @param upstream the gradient of the scalar with respect to self, of self's shape
  void gradient(Node self, Node upstream, Shares shares);

  /// The word for it in messages.
  default String word() {
    String name = getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /// Takes an operand's share of a gradient; operands without one get none, which counts as zero.
  interface Shares {
    void add(int operand, Node gradient);
  }

  /// The only operand's shape.
  static Shape only(List<Shape> operands) {
    return operands.getFirst();
  }
}
