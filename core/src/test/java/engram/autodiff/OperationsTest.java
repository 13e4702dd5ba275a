// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Shape;
import engram.autodiff.array.Windows;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every operation against central differences, first and second derivatives, over random shapes.
final class OperationsTest {
  private static final int SEEDS = 3;

  /// Where the inputs of an operation are drawn.
  private enum Domain {
    /// Normal.
    ALL,
    /// Between 0.5 and 2.5.
    POSITIVE,
    /// Away from 0 and from one another, so that no kink lies within a difference.
    APART
  }

  private record Case(String name, Domain domain, Function<Inputs, Node> build) {}

  /// Makes inputs of a graph while an operation is built.
  private static final class Inputs {
    final Graph graph = Graph.of(Precision.DOUBLE);
    final List<Node> nodes = new ArrayList<>();
    final List<double[]> at = new ArrayList<>();
    final RandomStream stream;
    final Domain domain;

    Inputs(RandomStream stream, Domain domain) {
      this.stream = stream;
      this.domain = domain;
    }

    int extent() {
      return 1 + stream.nextInt(4);
    }

    Node of(int... shape) {
      Node node = graph.input("x" + nodes.size(), shape);
      double[] values = new double[node.shape().size()];
      int[] order = new int[values.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
      stream.shuffle(order);
      for (int i = 0; i < values.length; i++) {
        values[i] =
            switch (domain) {
              case ALL -> stream.nextGaussian();
              case POSITIVE -> 0.5 + 2 * stream.nextDouble();
              case APART ->
                  (order[i] + 0.2 + 0.1 * nodes.size() + 0.1 * stream.nextDouble())
                      * (stream.nextBoolean() ? 1 : -1)
                      * 0.7;
            };
      }
      nodes.add(node);
      at.add(values);
      return node;
    }

    Node any() {
      return of(extent(), extent(), extent());
    }

    Node indices(int below, int... shape) {
      double[] values = new double[Shape.of(shape).size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = stream.nextInt(below);
      }
      return graph.constant(values, shape);
    }
  }

  private static List<Case> cases() {
    return List.of(
        new Case("plus", Domain.ALL, x -> x.of(2, 3).plus(x.of(2, 3))),
        new Case("plus row", Domain.ALL, x -> x.of(2, 3).plus(x.of(3)).tanh()),
        new Case("plus column", Domain.ALL, x -> x.of(3, 1).plus(x.of(3, 4)).tanh()),
        new Case("plus one", Domain.ALL, x -> x.of(3, 4).plus(x.of()).tanh()),
        new Case("plus row and column", Domain.ALL, x -> x.of(3, 1).times(x.of(1, 4)).tanh()),
        new Case("plus between", Domain.ALL, x -> x.of(2, 1, 3).times(x.of(2, 4, 1)).tanh()),
        new Case("minus", Domain.ALL, x -> x.of(2, 3).minus(x.of(1, 3)).square()),
        new Case("times", Domain.ALL, x -> x.of(4).times(x.of(4))),
        new Case("divided", Domain.POSITIVE, x -> x.of(3, 2).dividedBy(x.of(3, 2))),
        new Case("divided by column", Domain.POSITIVE, x -> x.of(3, 2).dividedBy(x.of(3, 1))),
        new Case("affine", Domain.ALL, x -> x.any().affine(1.7, -0.3).square()),
        new Case("negated", Domain.ALL, x -> x.any().negated().exp()),
        new Case("maximum", Domain.APART, x -> x.of(5).maximum(x.of(5)).square()),
        new Case("minimum", Domain.APART, x -> x.of(5).minimum(x.of(5)).square()),
        new Case("where", Domain.APART, x -> x.of(4).square().where(x.of(4).detached())),
        new Case("relu", Domain.APART, x -> x.any().relu().square()),
        new Case("abs", Domain.APART, x -> x.any().abs().square()),
        new Case("square", Domain.ALL, x -> x.any().square()),
        new Case("sqrt", Domain.POSITIVE, x -> x.any().sqrt()),
        new Case("reciprocal", Domain.POSITIVE, x -> x.any().power(-1)),
        new Case("cube", Domain.ALL, x -> x.any().power(3)),
        new Case("power -1.5", Domain.POSITIVE, x -> x.any().power(-1.5)),
        new Case("power 0.3", Domain.POSITIVE, x -> x.any().power(0.3)),
        new Case("exp", Domain.ALL, x -> x.any().exp()),
        new Case("log", Domain.POSITIVE, x -> x.any().log()),
        new Case("tanh", Domain.ALL, x -> x.any().tanh()),
        new Case("sigmoid", Domain.ALL, x -> x.any().sigmoid()),
        new Case("softplus", Domain.ALL, x -> x.any().softplus()),
        new Case("sin", Domain.ALL, x -> x.any().sin()),
        new Case("cos", Domain.ALL, x -> x.any().cos()),
        new Case("product", Domain.ALL, OperationsTest::product),
        new Case("batched product", Domain.ALL, x -> x.of(2, 3, 4).product(x.of(2, 4, 2))),
        new Case("product with one matrix", Domain.ALL, x -> x.of(2, 3, 4).product(x.of(4, 2))),
        new Case("sum", Domain.ALL, x -> x.any().sum().tanh()),
        new Case("sum first", Domain.ALL, x -> x.any().sum(0).tanh()),
        new Case("sum middle", Domain.ALL, x -> x.any().sum(1).tanh()),
        new Case("sum last", Domain.ALL, x -> x.any().sum(-1).tanh()),
        new Case("mean", Domain.ALL, x -> x.any().mean(1).square()),
        new Case("max", Domain.APART, x -> x.of(3, 4).max(-1).square()),
        new Case("max first", Domain.APART, x -> x.of(3, 4, 2).max(0).square()),
        new Case("softmax", Domain.ALL, x -> x.any().softmax()),
        new Case("causal softmax", Domain.ALL, x -> x.of(2, 3, 3).causalSoftmax()),
        new Case("log softmax", Domain.ALL, x -> x.any().logSoftmax()),
        new Case("log sum exp", Domain.ALL, x -> x.any().logSumExp()),
        new Case("standardised", Domain.ALL, x -> x.of(3, 5).standardised(0.1)),
        new Case("cross entropy", Domain.ALL, x -> x.of(4, 3).crossEntropy(x.indices(3, 4))),
        new Case("reshaped", Domain.ALL, x -> x.of(2, 6).reshaped(3, 4).tanh()),
        new Case("expanded", Domain.ALL, x -> x.of(2, 3).expanded(1).tanh()),
        new Case("broadcast", Domain.ALL, x -> x.of(3, 1).broadcast(2, 3, 4).square()),
        new Case("permuted", Domain.ALL, x -> x.of(2, 3, 4).permuted(2, 0, 1).square()),
        new Case("transposed", Domain.ALL, x -> x.of(3, 2).transposed().square()),
        new Case("slice", Domain.ALL, x -> x.of(2, 5, 3).slice(1, 1, 4).square()),
        new Case("padded", Domain.ALL, x -> x.of(2, 3).padded(-1, 2, 1).square()),
        new Case(
            "concat",
            Domain.ALL,
            x -> Node.concat(1, List.of(x.of(2, 3), x.of(2, 1), x.of(2, 2))).square()),
        new Case("rows", Domain.ALL, x -> x.of(4, 3).rows(x.indices(4, 2, 3)).square()),
        new Case("pick", Domain.ALL, x -> x.of(2, 3, 4).pick(x.indices(4, 2, 3)).square()),
        new Case(
            "patches", Domain.ALL, x -> x.of(2, 4, 5, 2).patches(new Windows(3, 2, 2, 1)).square()),
        new Case("peaks", Domain.APART, x -> x.of(2, 4, 5, 3).peaks(Windows.tiles(2)).square()),
        new Case(
            "peaks that overlap",
            Domain.APART,
            x -> x.of(1, 4, 5, 2).peaks(new Windows(3, 2, 1, 1)).square()),
        new Case(
            "patches and back",
            Domain.ALL,
            x -> x.of(1, 5, 5, 1).patches(Windows.around(3)).square()));
  }

  private static Node product(Inputs x) {
    int m = x.extent();
    int n = x.extent();
    int k = x.extent();
    boolean turnA = x.stream.nextBoolean();
    boolean turnB = x.stream.nextBoolean();
    Node a = turnA ? x.of(k, m) : x.of(m, k);
    Node b = turnB ? x.of(n, k) : x.of(k, n);
    return a.product(turnA, b, turnB);
  }

  @TestFactory
  Stream<DynamicTest> gradientsAreThoseOfCentralDifferences() {
    return cases().stream()
        .map(each ->
            DynamicTest.dynamicTest(
                each.name(),
                () -> {
                  for (int seed = 1; seed <= SEEDS; seed++) {
                    RandomStream stream = Seeds.of(seed).stream(each.name().replace(' ', '-'));
                    Inputs inputs = new Inputs(stream, each.domain());
                    Node scalar = Differences.projected(each.build().apply(inputs), stream);
                    Differences.check(
                        each.name() + ", seed " + seed, scalar, inputs.nodes, inputs.at, stream);
                  }
                }));
  }
}
