// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Values;
import engram.autodiff.internal.Step;
import engram.kernel.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Makes a list of steps of the nodes that are wanted: only what they need, in an order in which
/// operands come first, each result in a buffer that others use before and after it lives.
///
/// What depends on constants alone is computed here, once.
final class Compiler {
  private final Graph graph;
  private final Workers workers;
  private final Binding.Clock clock;
  private final Values[] values;
  private final int[] root;
  private final int[] lastUse;
  private final BitSet needed = new BitSet();
  private final BitSet kept = new BitSet();
  private final BitSet constant = new BitSet();
  private final List<Values> free = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  Compiler(Graph graph, List<Node> wanted, Workers workers, Binding.Clock clock) {
    this.graph = graph;
    this.workers = workers;
    this.clock = clock;
    int size = graph.size();
    values = new Values[size];
    root = new int[size];
    lastUse = new int[size];
    for (Node node : wanted) {
      needed.set(node.id());
    }
    for (int id = size - 1; id >= 0; id--) {
      if (needed.get(id)) {
        for (Node operand : Binary.reads(graph.node(id))) {
          needed.set(operand.id());
        }
      }
    }
    for (int id = needed.nextSetBit(0); id >= 0; id = needed.nextSetBit(id + 1)) {
      look(graph.node(id));
    }
    for (Node node : wanted) {
      kept.set(root[node.id()]);
    }
    for (int id = needed.nextSetBit(0); id >= 0; id = needed.nextSetBit(id + 1)) {
      place(graph.node(id));
    }
  }

  /// The steps, in order.
  List<Step> steps() {
    return steps;
  }

  /// The nodes that the steps compute.
  List<Node> nodes() {
    return nodes;
  }

  /// The array of a node.
  Values values(Node node) {
    return values[node.id()];
  }

  /// Every array that it made or found is among these nodes'.
  boolean has(Node node) {
    return needed.get(node.id()) && kept.get(root[node.id()]);
  }

  /// Finds whose array a node shares, who reads it last, and whether it is constant.
  private void look(Node node) {
    int id = node.id();
    root[id] = isAlias(node) ? root[node.in(0).id()] : id;
    boolean fixed = true;
    for (Node operand : Binary.reads(node)) {
      lastUse[root[operand.id()]] = id;
      fixed &= constant.get(operand.id());
    }
    boolean given =
        node.operation() instanceof Source.Input || node.operation() instanceof Source.Parameter;
    if (node.operation() instanceof Source) {
      fixed =
          node.operation() instanceof Source.Constant || node.operation() instanceof Source.Filled;
    }
    constant.set(id, fixed);
    if (fixed || given) {
      kept.set(root[id]);
    }
  }

  /// Chooses the array of a node and makes its step.
  private void place(Node node) {
    int id = node.id();
    if (root[id] != id) {
      values[id] = values[node.in(0).id()].as(node.shape());
      return;
    }
    List<Node> reads = Binary.reads(node);
    values[id] = room(node, reads);
    if (node.operation() instanceof Source.Input || node.operation() instanceof Source.Parameter) {
      return;
    }
    List<Values> in = reads.stream().map(operand -> values[operand.id()]).toList();
    Step step = node.operation().step(new Binding(node, in, values[id], workers, clock));
    if (constant.get(id)) {
      step.run();
    } else {
      nodes.add(node);
      steps.add(step);
    }
    for (Node operand : reads) {
      int from = root[operand.id()];
      if (dies(from, id) && !values[from].shares(values[id]) && !waits(values[from])) {
        free.add(values[from]);
      }
    }
  }

  private Values room(Node node, List<Node> reads) {
    int size = node.shape().size();
    if (node.operation() instanceof Source.Parameter parameter) {
      return graph.parameters().values(parameter.name());
    }
    if (kept.get(node.id())) {
      return Values.zeros(graph.precision(), node.shape());
    }
    if (node.operation().inPlace()) {
      for (Node operand : reads) {
        int from = root[operand.id()];
        if (dies(from, node.id()) && operand.shape().size() == size) {
          return values[from].as(node.shape());
        }
      }
    }
    Values best = null;
    for (Values each : free) {
      if (each.length() >= size && (best == null || each.length() < best.length())) {
        best = each;
      }
    }
    if (best != null) {
      free.remove(best);
      return best.as(node.shape());
    }
    return Values.room(graph.precision(), node.shape(), size);
  }

  private boolean dies(int from, int reader) {
    return !kept.get(from) && lastUse[from] == reader;
  }

  private boolean waits(Values array) {
    return free.stream().anyMatch(array::shares);
  }

  /// Whether a node is another's array under another shape or name.
  static boolean isAlias(Node node) {
    return node.operation() instanceof Rearrangement.Reshape
        || node.operation() instanceof Unary.Detached;
  }
}
