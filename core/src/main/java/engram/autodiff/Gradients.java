// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reverse mode [1] over nodes: from the scalar down, each node hands its operands their shares,
/// which are nodes; where several meet they are added, the later user's first.
///
/// References: see the package.
final class Gradients {
  private Gradients() {}

  /// The gradients of a scalar with respect to some nodes; zeros where it does not depend on one.
  static List<Node> of(Node scalar, List<Node> wanted) {
    if (scalar.shape().rank() != 0) {
      throw new IllegalArgumentException(
          "what has a gradient must be a single number, was " + scalar);
    }
    return of(scalar, scalar.graph().constant(1), wanted);
  }

  /// The products of a vector with the Jacobian: gradients of `sum(vector * node)`, the vector held
  /// fixed.
  static List<Node> of(Node node, Node vector, List<Node> wanted) {
    Map<Integer, Boolean> needed = new HashMap<>();
    wanted.forEach(target -> needed.put(target.id(), true));
    TreeMap<Integer, Node> pending = new TreeMap<>();
    Map<Integer, Node> found = new HashMap<>();
    if (needs(node, needed)) {
      pending.put(node.id(), vector);
    }
    while (!pending.isEmpty()) {
      var last = pending.pollLastEntry();
      Node self = node.graph().node(last.getKey());
      Node upstream = last.getValue();
      found.put(self.id(), upstream);
      node.graph()
          .as(
              label(self),
              () ->
                  self.operation()
                      .gradient(
                          self,
                          upstream,
                          (operand, share) -> {
                            Node to = self.in(operand);
                            if (needs(to, needed)) {
                              requireShape(to, share, self);
                              pending.merge(to.id(), share, Node::plus);
                            }
                          }));
    }
    List<Node> gradients = new ArrayList<>();
    for (Node target : wanted) {
      Node there = found.get(target.id());
      gradients.add(there != null ? there : node.graph().filled(0, target.shape().extents()));
    }
    return List.copyOf(gradients);
  }

  private static String label(Node self) {
    return self.layer().startsWith("gradient") || self.layer().isEmpty()
        ? self.layer().isEmpty() ? "gradient" : self.layer()
        : "gradient of " + self.layer();
  }

  /// Whether a node depends on one that is wanted; without recursion, since nets are deep.
  private static boolean needs(Node top, Map<Integer, Boolean> known) {
    List<Node> stack = new ArrayList<>(List.of(top));
    while (!stack.isEmpty()) {
      Node node = stack.getLast();
      if (known.containsKey(node.id())) {
        stack.removeLast();
        continue;
      }
      boolean complete = true;
      boolean any = false;
      for (Node operand : node.operands()) {
        Boolean there = known.get(operand.id());
        if (there == null) {
          stack.add(operand);
          complete = false;
        } else {
          any |= there;
        }
      }
      if (complete) {
        known.put(node.id(), any);
        stack.removeLast();
      }
    }
    return Boolean.TRUE.equals(known.get(top.id()));
  }

  private static void requireShape(Node operand, Node share, Node self) {
    if (!operand.shape().equals(share.shape())) {
      throw new IllegalStateException(
          "gradient of %s must have shape %s, had %s"
              .formatted(self.operation().word(), operand.shape(), share.shape()));
    }
  }
}
