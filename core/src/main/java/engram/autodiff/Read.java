// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.internal.Spread;
import java.util.List;

/// What a node's loop reads, and how it lies along the result: an operand, or what the operand
/// repeats, so that what is repeated need not be written out first.
record Read(Node node, Spread spread) {
  /// All reads of a node, in the order of its operands.
  static List<Read> of(Node node) {
    if (node.operation() instanceof Binary) {
      Read a = of(node, 0);
      Read b = of(node, 1);
      if (a.spread.fits(b.spread)) {
        return List.of(a, b);
      }
    }
    return node.operands().stream().map(each -> new Read(each, Spread.DENSE)).toList();
  }

  private static Read of(Node node, int operand) {
    Node in = node.in(operand);
    if (in.operation() instanceof Rearrangement.Broadcast) {
      Spread spread = Spread.of(in.in(0).shape(), in.shape());
      return spread.isDense() ? new Read(in, spread) : new Read(in.in(0), spread);
    }
    return new Read(in, Spread.DENSE);
  }
}
