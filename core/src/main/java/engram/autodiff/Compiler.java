// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Values;
import engram.autodiff.internal.Step;
import engram.kernel.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a list of steps of the nodes that are wanted: only what they need, in an order in which
/// operands come first, each result in a buffer that others use before and after it lives.
/// Elementwise nodes run in groups, see [Fusion]; what only their own group reads has no buffer.
///
/// What depends on constants alone is computed here, once.
final class Compiler {
  /// What a compiler is told.
  ///
  /// @param graph of all nodes
  /// @param wanted nodes whose arrays are read afterwards
  /// @param workers threads that products may use
  /// @param clock counts the program's runs
  record Task(Graph graph, List<Node> wanted, Workers workers, Binding.Clock clock) {}

  private final Task task;
  private final Graph graph;
  private final @Nullable Compiler sources;
  private final @Nullable Values[] values;
  private final int[] root;
  private final BitSet needed = new BitSet();
  private final BitSet kept = new BitSet();
  private final BitSet constant = new BitSet();
  private final Fusion fusion;
  private final List<Values> free = new ArrayList<>();
  private final List<Values> rooms = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  private Compiler(Task task, @Nullable Compiler sources) {
    this.task = task;
    this.sources = sources;
    graph = task.graph;
    values = new Values[graph.size()];
    root = new int[graph.size()];
    task.wanted.forEach(node -> needed.set(node.id()));
    for (int id = graph.size() - 1; id >= 0; id--) {
      if (needed.get(id)) {
        Read.of(graph.node(id)).forEach(read -> needed.set(read.node().id()));
      }
    }
    for (int id = needed.nextSetBit(0); id >= 0; id = needed.nextSetBit(id + 1)) {
      look(graph.node(id));
    }
    task.wanted.forEach(node -> kept.set(root[node.id()]));
    fusion = new Fusion(graph, needed, constant, root, sources == null);
    for (int id = needed.nextSetBit(0); id >= 0; id = needed.nextSetBit(id + 1)) {
      if (root[id] == id && fusion.time(id) == id) {
        place(graph.node(id));
      }
    }
  }

  /// Steps in which elementwise nodes run together.
  static Compiler fused(Task task) {
    return new Compiler(task, null);
  }

  /// A step for each node, over the same inputs: to see which of them goes wrong.
  Compiler apart() {
    return new Compiler(task, this);
  }

  /// The steps, in order.
  List<Step> steps() {
    return steps;
  }

  /// The nodes whose results the steps give, the last one of each.
  List<Node> nodes() {
    return nodes;
  }

  /// The array of a node.
  Values values(Node node) {
    Values there = values[root[node.id()]];
    if (there == null) {
      throw new IllegalStateException("node must have an array, had none: " + node);
    }
    return there.shape().equals(node.shape()) ? there : there.as(node.shape());
  }

  /// Whether a node's array is its own for good.
  boolean has(Node node) {
    return needed.get(node.id()) && kept.get(root[node.id()]);
  }

  /// Finds whose array a node shares and whether it is constant.
  private void look(Node node) {
    int id = node.id();
    root[id] = isAlias(node) ? root[node.in(0).id()] : id;
    boolean fixed = true;
    for (Read read : Read.of(node)) {
      fixed &= constant.get(read.node().id());
    }
    if (node.operation() instanceof Source) {
      fixed =
          node.operation() instanceof Source.Constant || node.operation() instanceof Source.Filled;
    }
    constant.set(id, fixed);
    if (fixed || isGiven(node)) {
      kept.set(root[id]);
    }
  }

  private static boolean isGiven(Node node) {
    return node.operation() instanceof Source.Input || node.operation() instanceof Source.Parameter;
  }

  /// Chooses the arrays of a node and of those that run with it, and makes their step.
  private void place(Node last) {
    List<Node> members = fusion.members(last.id());
    List<Node> outside = new ArrayList<>();
    for (Node member : members) {
      for (Read read : Read.of(member)) {
        Node from = graph.node(root[read.node().id()]);
        if (fusion.time(from.id()) != last.id()) {
          outside.add(from);
        }
      }
    }
    for (Node member : members) {
      if (member == last || isReadOutside(member)) {
        values[member.id()] = room(member, member == last ? outside : List.of());
      }
    }
    if (isGiven(last)) {
      return;
    }
    Step step =
        last.operation() instanceof Whole whole ? whole.step(binding(last)) : together(members);
    if (constant.get(last.id())) {
      step.run();
    } else {
      nodes.add(last);
      steps.add(step);
    }
    for (Node from : outside) {
      Values array = values(from);
      if (dies(from.id(), last.id()) && !array.shares(values(last)) && !waits(array)) {
        free.add(array);
      }
    }
  }

  private boolean isReadOutside(Node member) {
    return kept.get(member.id()) || fusion.lastUse(member.id()) != fusion.time(member.id());
  }

  private Binding binding(Node node) {
    List<Values> in = Read.of(node).stream().map(read -> values(read.node())).toList();
    return new Binding(node, in, values(node), task.workers, task.clock);
  }

  private Step together(List<Node> members) {
    Node last = members.getLast();
    Group group = new Group(members, fusion.width(last.id()), rooms, this::values);
    for (Node member : members) {
      List<Read> reads =
          Read.of(member).stream()
              .map(read -> new Read(graph.node(root[read.node().id()]), read.spread()))
              .toList();
      List<Integer> done =
          reads.stream()
              .map(read -> read.node().id())
              .distinct()
              .filter(id -> fusion.lastReader(id, last.id()) == member.id())
              .toList();
      group.add(member, reads, Optional.ofNullable(values[member.id()]), done);
    }
    return group.step();
  }

  private Values room(Node node, List<Node> outside) {
    int size = node.shape().size();
    if (node.operation() instanceof Source.Parameter parameter) {
      return graph.parameters().values(parameter.name());
    }
    if (sources != null && isGiven(node)) {
      return sources.values(node);
    }
    if (kept.get(node.id())) {
      return Values.zeros(graph.precision(), node.shape());
    }
    if (node.operation() instanceof Elementwise) {
      for (Node from : outside) {
        if (dies(from.id(), node.id()) && from.shape().size() == size) {
          return values(from).as(node.shape());
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
    return !kept.get(from) && fusion.lastUse(from) == reader;
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
