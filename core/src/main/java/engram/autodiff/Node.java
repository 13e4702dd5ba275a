// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Shape;
import engram.autodiff.array.Windows;
import engram.autodiff.internal.Misfit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A place in a [Graph]: an operation on other nodes, with the shape of its result. Methods make
/// nodes; none computes.
///
/// Operations on two nodes repeat the smaller along axes that it lacks or has with extent 1, axes
/// counted from the last. What does not fit is refused when the node is made: `shapes must fit, was
/// [128,784] times [512,10]`.
public final class Node {
  private final Graph graph;
  private final int id;
  private final Operation operation;
  private final List<Node> operands;
  private final Shape shape;
  private final String layer;

  Node(Graph graph, int id, Operation operation, List<Node> operands, Shape shape, String layer) {
    this.graph = graph;
    this.id = id;
    this.operation = operation;
    this.operands = List.copyOf(operands);
    this.shape = shape;
    this.layer = layer;
  }

  /// The graph that it belongs to.
  public Graph graph() {
    return graph;
  }

  /// The shape of its values.
  public Shape shape() {
    return shape;
  }

  int id() {
    return id;
  }

  Operation operation() {
    return operation;
  }

  List<Node> operands() {
    return operands;
  }

  Node in(int operand) {
    return operands.get(operand);
  }

  String layer() {
    return layer;
  }

  /// What a message calls it: its own name if it has one, else its operation and layer.
  String name() {
    return switch (operation) {
      case Source.Input input -> "input " + input.name();
      case Source.Parameter parameter -> "parameter " + parameter.name();
      default -> operation.word() + (layer.isEmpty() ? "" : " of " + layer);
    };
  }

  // Element by element.

  /// `this + other`.
  public Node plus(Node other) {
    return pair(new Binary.Plus(), other);
  }

  /// `this + number`.
  public Node plus(double number) {
    return affine(1, number);
  }

  /// `this - other`.
  public Node minus(Node other) {
    return pair(new Binary.Minus(), other);
  }

  /// `this * other`, element by element; see [#product] for matrices.
  public Node times(Node other) {
    if (other.graph == graph && other.isOne()) {
      return broadcastWith(other);
    }
    return other.graph == graph && isOne()
        ? other.broadcastWith(this)
        : pair(new Binary.Times(), other);
  }

  /// `this * number`.
  public Node times(double number) {
    return affine(number, 0);
  }

  /// `this / other`.
  public Node dividedBy(Node other) {
    return pair(new Binary.Divided(), other);
  }

  /// `scale * this + shift`.
  public Node affine(double scale, double shift) {
    return scale == 1 && shift == 0 ? this : unary(new Unary.Affine(scale, shift));
  }

  /// `-this`.
  public Node negated() {
    return affine(-1, 0);
  }

  /// The larger of the two.
  public Node maximum(Node other) {
    return pair(new Binary.Maximum(), other);
  }

  /// The smaller of the two.
  public Node minimum(Node other) {
    return pair(new Binary.Minimum(), other);
  }

  /// 1 where this is at least the other, else 0; without a gradient.
  public Node atLeast(Node other) {
    return pair(new Binary.AtLeast(), other);
  }

  /// 1 above 0, else 0; without a gradient.
  public Node positive() {
    return unary(new Unary.Positive());
  }

  /// This where the other is above 0, else 0; no gradient flows to the other.
  public Node where(Node aboveZero) {
    return aboveZero.pair(new Binary.Where(), this);
  }

  /// `max(this, 0)`, with slope 0 at 0.
  public Node relu() {
    return unary(new Unary.Relu());
  }

  /// The size, with slope 0 at 0.
  public Node abs() {
    return unary(new Unary.Abs());
  }

  /// -1, 0 or 1; without a gradient.
  public Node sign() {
    return unary(new Unary.Sign());
  }

  /// `this^p`; for a p that is neither whole nor half, defined above 0 only.
  public Node power(double p) {
    return p == 1 ? this : p == 0 ? graph.filled(1, shape.extents()) : unary(new Unary.Power(p));
  }

  /// `this^2`.
  public Node square() {
    return power(2);
  }

  /// The square root.
  public Node sqrt() {
    return power(0.5);
  }

  /// `e^this`.
  public Node exp() {
    return unary(new Curve.Exp());
  }

  /// The natural logarithm.
  public Node log() {
    return unary(new Curve.Log());
  }

  /// The hyperbolic tangent.
  public Node tanh() {
    return unary(new Curve.Tanh());
  }

  /// `1 / (1 + e^-this)`.
  public Node sigmoid() {
    return unary(new Curve.Sigmoid());
  }

  /// `ln(1 + e^this)`.
  public Node softplus() {
    return unary(new Curve.Softplus());
  }

  /// The sine of radians.
  public Node sin() {
    return unary(new Curve.Sin());
  }

  /// The cosine of radians.
  public Node cos() {
    return unary(new Curve.Cos());
  }

  /// The same values, through which no gradient flows.
  public Node detached() {
    return unary(new Unary.Detached());
  }

  // Products of matrices.

  /// The product of matrices, the last two axes of each. Axes before them are a batch: the same in
  /// both, or only in this.
  public Node product(Node other) {
    if (shape.rank() > 2 && other.shape.rank() == 2) {
      int inner = shape.extent(-1);
      Shape to = shape.with(shape.rank() - 1, other.shape.extent(1));
      if (inner != other.shape.extent(0)) {
        throw Misfit.of("times", shape, other.shape);
      }
      Node flat = reshaped(shape.size() / inner, inner);
      return flat.product(false, other, false).reshaped(to.extents());
    }
    return product(false, other, false);
  }

  /// The product of matrices, either of them turned first.
  public Node product(boolean turnThis, Node other, boolean turnOther) {
    return graph.node(new Product(turnThis, turnOther), List.of(this, other));
  }

  /// The two nodes whose product of matrices this is; empty if it is something else, a batch of
  /// them, or a product with a parameter, which may change meanwhile. [Program#adding] can add it
  /// to an array without writing it out.
  public Optional<List<Node>> factors() {
    return operation instanceof Product
            && shape.rank() == 2
            && !in(0).isParameter()
            && !in(1).isParameter()
        ? Optional.of(operands)
        : Optional.empty();
  }

  private boolean isParameter() {
    return operation instanceof Source.Parameter || (Compiler.isAlias(this) && in(0).isParameter());
  }

  // Sums and what is like them.

  /// The sum of all elements.
  public Node sum() {
    return shape.rank() == 0 ? this : sum(0, shape.rank());
  }

  /// The sum along an axis, which the result lacks.
  ///
  /// @param axis from 0; -1 is the last
  public Node sum(int axis) {
    int from = shape.axis(axis);
    return sum(from, from + 1);
  }

  private Node sum(int from, int to) {
    return graph.node(new Reduction.Sum(from, to), List.of(this));
  }

  /// The mean of all elements.
  public Node mean() {
    return sum().times(1.0 / shape.size());
  }

  /// The mean along an axis, which the result lacks.
  public Node mean(int axis) {
    return sum(axis).times(1.0 / shape.extent(axis));
  }

  /// The largest along an axis, which the result lacks; the first of several has the gradient.
  public Node max(int axis) {
    int last = shape.rank() - 1;
    int from = shape.axis(axis);
    if (from < last) {
      int[] order = IntStream.rangeClosed(0, last).map(i -> i < from ? i : i + 1).toArray();
      order[last] = from;
      return permuted(order).max(-1);
    }
    return pick(argMax());
  }

  /// The index of the first largest along the last axis, which the result lacks; without a
  /// gradient.
  public Node argMax() {
    return graph.node(new Indexing.ArgMax(), List.of(this));
  }

  /// Probabilities from log weights, along the last axis.
  public Node softmax() {
    return graph.node(new RowWise.Softmax(), List.of(this));
  }

  /// Probabilities from the log weights of square matrices, the last two axes: each row up to the
  /// diagonal, 0 beyond, so that a place sees only itself and those before it.
  public Node causalSoftmax() {
    return graph.node(new RowWise.CausalSoftmax(), List.of(this));
  }

  /// Log probabilities from log weights, along the last axis.
  public Node logSoftmax() {
    return graph.node(new RowWise.LogSoftmax(), List.of(this));
  }

  /// The logarithm of the sum of e^x along the last axis, which the result lacks.
  public Node logSumExp() {
    return graph.node(new RowWise.LogSumExp(), List.of(this));
  }

  /// Less the mean, over the root of variance + epsilon, along the last axis.
  public Node standardised(double epsilon) {
    if (!(epsilon >= 0)) {
      throw new IllegalArgumentException("epsilon must be 0 or more, was " + epsilon);
    }
    return graph.node(new RowWise.Standardise(epsilon), List.of(this));
  }

  /// The cross entropy in nat of each row of logits with its label: a node without the last axis.
  ///
  /// @param labels whole numbers from 0
  public Node crossEntropy(Node labels) {
    return graph.node(new Indexing.CrossEntropy(), List.of(this, labels));
  }

  // The same numbers at other places.

  /// Another shape of the same size.
  public Node reshaped(int... extents) {
    Shape to = Shape.of(extents);
    return to.equals(shape) ? this : rearranged(new Rearrangement.Reshape(to));
  }

  /// The same with one more axis of extent 1.
  ///
  /// @param axis where the new one stands; -1 makes it the last
  public Node expanded(int axis) {
    int at = axis < 0 ? axis + shape.rank() + 1 : axis;
    return reshaped(shape.inserted(at, 1).extents());
  }

  /// Repeated to a larger shape.
  public Node broadcast(int... extents) {
    Shape to = Shape.of(extents);
    return to.equals(shape) ? this : rearranged(new Rearrangement.Broadcast(to));
  }

  /// Summed over every axis along which a shape would have to be repeated to become this one's.
  Node summedTo(Shape small) {
    int lead = shape.rank() - small.rank();
    Node sum = this;
    int axis = shape.rank();
    while (axis > 0) {
      int to = axis;
      while (axis > 0 && repeats(small, lead, axis - 1)) {
        axis--;
      }
      if (axis < to) {
        sum = sum.sum(axis, to);
      }
      axis--;
    }
    return sum.reshaped(small.extents());
  }

  private boolean repeats(Shape small, int lead, int axis) {
    return axis < lead || (small.extent(axis - lead) == 1 && shape.extent(axis) != 1);
  }

  /// Axes in another order.
  ///
  /// @param order which axis of this becomes the first, the second, ...
  public Node permuted(int... order) {
    return rearranged(new Rearrangement.Permute(Arrays.stream(order).boxed().toList()));
  }

  /// The last two axes exchanged.
  public Node transposed() {
    int[] order = IntStream.range(0, shape.rank()).toArray();
    order[shape.axis(-1)] = shape.axis(-2);
    order[shape.axis(-2)] = shape.axis(-1);
    return permuted(order);
  }

  /// Elements from, ..., to - 1 along an axis.
  public Node slice(int axis, int from, int to) {
    return rearranged(new Rearrangement.Slice(shape.axis(axis), from, to));
  }

  /// Zeros before and after, along an axis.
  public Node padded(int axis, int before, int after) {
    return rearranged(new Rearrangement.Pad(shape.axis(axis), before, after));
  }

  /// Nodes one behind the other along an axis.
  public static Node concat(int axis, List<Node> nodes) {
    Node first = nodes.getFirst();
    return first.graph.node(new Rearrangement.Concat(first.shape.axis(axis)), nodes);
  }

  // By index.

  /// A row of this table for each index.
  ///
  /// @param indices whole numbers from 0, of any shape
  public Node rows(Node indices) {
    return graph.node(new Indexing.Rows(), List.of(this, indices));
  }

  /// The element of each row, the range of the last axis, that its index names.
  public Node pick(Node indices) {
    return graph.node(new Indexing.Pick(), List.of(this, indices));
  }

  /// 1 at the index that this is, else 0, along a new last axis.
  public Node oneHot(int classes) {
    return graph.node(new Indexing.OneHot(classes), List.of(this));
  }

  /// What windows see of images: from [batch,height,width,channels] to [batch,rows,columns,pixels
  /// and channels of a window].
  public Node patches(Windows windows) {
    return graph.node(new Folding.Unfold(windows), List.of(this));
  }

  /// The largest pixel of each window and channel of images, from [batch,height,width,channels] to
  /// [batch,rows,columns,channels]: pixels beyond the rim count as 0, the first of several has the
  /// gradient.
  public Node peaks(Windows windows) {
    return graph.node(new Folding.Peak(windows), List.of(this));
  }

  // Gradients.

  /// The gradients of this single number with respect to other nodes of its graph, nodes again;
  /// zeros where it does not depend on one.
  public List<Node> gradients(List<Node> of) {
    return Gradients.of(this, of);
  }

  /// The gradient of this single number with respect to another node.
  public Node gradient(Node of) {
    return gradients(List.of(of)).getFirst();
  }

  /// Reverse products with the Jacobian: the gradients of `sum(vector * this)`, the vector held
  /// fixed.
  public List<Node> pullBack(Node vector, List<Node> of) {
    if (!vector.shape.equals(shape)) {
      throw Misfit.of("pulled back along", shape, vector.shape);
    }
    return Gradients.of(this, vector, of);
  }

  private boolean isOne() {
    return operation instanceof Rearrangement.Broadcast
        ? in(0).isOne()
        : operation instanceof Source.Filled filled && filled.value() == 1;
  }

  private Node broadcastWith(Node other) {
    return broadcast(common("times", other).extents());
  }

  private Node unary(Unary of) {
    return graph.node(of, List.of(this));
  }

  private Node rearranged(Rearrangement of) {
    return graph.node(of, List.of(this));
  }

  private Node pair(Binary of, Node other) {
    if (other.graph != graph) {
      return graph.node(of, List.of(this, other));
    }
    int[] common = common(of.word(), other).extents();
    return graph.node(of, List.of(broadcast(common), other.broadcast(common)));
  }

  private Shape common(String word, Node other) {
    int rank = Math.max(shape.rank(), other.shape.rank());
    int[] common = new int[rank];
    for (int axis = 1; axis <= rank; axis++) {
      int a = axis <= shape.rank() ? shape.extent(-axis) : 1;
      int b = axis <= other.shape.rank() ? other.shape.extent(-axis) : 1;
      if (a != b && a != 1 && b != 1) {
        throw Misfit.of(word, shape, other.shape);
      }
      common[rank - axis] = Math.max(a, b);
    }
    return Shape.of(common);
  }

  @Override
  public String toString() {
    return name() + " " + shape;
  }
}
