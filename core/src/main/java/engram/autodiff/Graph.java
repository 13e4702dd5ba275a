// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Shape;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// An expression over arrays of fixed shapes: inputs, parameters, constants and operations on them.
/// A graph computes nothing; a [Program] made of some of its nodes does.
///
/// ```java
/// Graph graph = Graph.of(Precision.DOUBLE);
/// Node x = graph.input("x", 3);
/// Node y = x.times(x).sum();
/// Node slope = y.gradient(x);          // a node of the same graph: 2x
/// ```
///
/// Nodes are values. The same operation on the same operands is the same node, so gradients may be
/// asked for any number of times, and nothing is gathered anywhere: a second time gives the nodes
/// of the first. Not for several threads at once.
public final class Graph {
  private record Key(Operation operation, List<Integer> operands) {}

  private final Precision precision;
  private final Parameters parameters;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Key, Node> known = new HashMap<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private String layer = "";

  private Graph(Parameters parameters) {
    this.precision = parameters.precision();
    this.parameters = parameters;
  }

  /// A graph with parameters of its own, none yet.
  public static Graph of(Precision precision) {
    return new Graph(new Parameters(precision));
  }

  /// A graph over parameters that other graphs may use too: one for training and one for judging,
  /// say, with another batch.
  public static Graph over(Parameters parameters) {
    return new Graph(parameters);
  }

  /// The precision of every node.
  public Precision precision() {
    return precision;
  }

  /// The parameters that its nodes read.
  public Parameters parameters() {
    return parameters;
  }

  /// Numbers that are given before a run. Asking for a name again gives the same node.
  ///
  /// @param name unique among the inputs
  public Node input(String name, int... shape) {
    return source(new Source.Input(name), Shape.of(shape));
  }

  /// A parameter by its name; it must have been made before, with this shape.
  public Node parameter(String name, int... shape) {
    Shape wanted = Shape.of(shape);
    Shape there = parameters.values(name).shape();
    if (!there.equals(wanted)) {
      throw new IllegalArgumentException(
          "shape of parameter %s must be %s, was %s".formatted(name, there, wanted));
    }
    return node(new Source.Parameter(name, wanted), List.of());
  }

  /// A parameter by its name, in the shape that it has.
  public Node parameter(String name) {
    return parameter(name, parameters.values(name).shape().extents());
  }

  /// One number.
  public Node constant(double value) {
    return filled(value);
  }

  /// Given numbers, rounded to the precision of the graph.
  public Node constant(double[] values, int... shape) {
    Shape wanted = Shape.of(shape);
    if (values.length != wanted.size()) {
      throw new IllegalArgumentException(
          "values of shape %s must be %d, was %d".formatted(wanted, wanted.size(), values.length));
    }
    List<Double> kept = new ArrayList<>(values.length);
    for (double value : values) {
      kept.add(value);
    }
    return node(new Source.Constant(kept, wanted), List.of());
  }

  /// One number everywhere.
  public Node filled(double value, int... shape) {
    return node(new Source.Filled(value, Shape.of(shape)), List.of());
  }

  /// Independent draws that are new in every run: 0 with the given probability, else what makes
  /// their mean 1. A function of the seeds, the name and [Program#step], so a run that is repeated
  /// or resumed draws the same.
  ///
  /// @param name of the stream below `seeds`; masks of one name are one node
  /// @param zeroProbability in [0, 1)
  public Node mask(Seeds seeds, String name, double zeroProbability, int... shape) {
    if (!(zeroProbability >= 0 && zeroProbability < 1)) {
      throw new IllegalArgumentException(
          "zeroProbability must be in [0, 1), was " + zeroProbability);
    }
    return node(new Source.Mask(seeds, name, zeroProbability, Shape.of(shape)), List.of());
  }

  /// Says that a program made with [Program#assigning] writes a node's value into a parameter at
  /// the end of each run: a running mean, say.
  public void assign(Node parameter, Node value) {
    assignments.add(new Assignment(parameter, value));
  }

  /// What was said with [#assign].
  List<Assignment> assignments() {
    return assignments;
  }

  /// Builds nodes that messages name as a layer's.
  public <T> T within(String name, Supplier<T> build) {
    String outer = layer;
    layer = outer.isEmpty() ? name : outer + "." + name;
    try {
      return build.get();
    } finally {
      layer = outer;
    }
  }

  /// Builds nodes under the very name of a layer.
  void as(String name, Runnable build) {
    String outer = layer;
    layer = name;
    try {
      build.run();
    } finally {
      layer = outer;
    }
  }

  /// Nodes in the order in which they were made; operands come first.
  Node node(int id) {
    return nodes.get(id);
  }

  /// How many nodes it has.
  public int size() {
    return nodes.size();
  }

  Node node(Operation operation, List<Node> operands) {
    for (Node operand : operands) {
      require(operand, operation);
    }
    Key key = new Key(operation, operands.stream().map(Node::id).toList());
    Node there = known.get(key);
    if (there != null) {
      return there;
    }
    Shape shape = operation.shape(operands.stream().map(Node::shape).toList());
    Node made = new Node(this, nodes.size(), operation, operands, shape, layer);
    nodes.add(made);
    known.put(key, made);
    return made;
  }

  private Node source(Source.Input input, Shape shape) {
    for (Node node : nodes) {
      if (node.operation() instanceof Source.Input other && other.name().equals(input.name())) {
        if (!node.shape().equals(shape)) {
          throw new IllegalArgumentException(
              "shape of input %s must be %s as before, was %s"
                  .formatted(input.name(), node.shape(), shape));
        }
        return node;
      }
    }
    Node made = new Node(this, nodes.size(), input, List.of(), shape, layer);
    nodes.add(made);
    return made;
  }

  private void require(Node operand, Operation operation) {
    if (operand.graph() != this) {
      throw new IllegalArgumentException(
          "operands of %s must be of one graph, was a %s node of a %s graph beside one of a %s graph"
              .formatted(operation.word(), operand.shape(), operand.graph().precision, precision));
    }
  }

  @Override
  public String toString() {
    return "graph of " + nodes.size() + " nodes, " + precision;
  }
}
