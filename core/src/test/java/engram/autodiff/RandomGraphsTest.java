// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.array.Precision;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Random expressions of every kind of operation.
final class RandomGraphsTest {
  private static final int EXTENT = 3;

  /// A random expression over two inputs, and every node that it is made of.
  private record Random(Graph graph, List<Node> inputs, List<double[]> at, List<Node> nodes) {
    static Random of(Precision precision, RandomStream stream, int size) {
      Graph graph = Graph.of(precision);
      List<Node> inputs =
          List.of(graph.input("a", EXTENT, EXTENT), graph.input("b", EXTENT, EXTENT));
      List<double[]> at = List.of(new double[EXTENT * EXTENT], new double[EXTENT * EXTENT]);
      at.forEach(each -> stream.fillGaussian(each, 0.7));
      List<Node> nodes = new ArrayList<>(inputs);
      while (nodes.size() < size) {
        Node a = nodes.get(stream.nextInt(nodes.size()));
        Node b = nodes.get(stream.nextInt(nodes.size()));
        nodes.add(grown(stream.nextInt(22), a, b));
      }
      return new Random(graph, inputs, at, nodes);
    }

    /// A node of the same shape as its operands and of moderate size.
    private static Node grown(int kind, Node a, Node b) {
      return switch (kind) {
        case 0 -> a.plus(b).times(0.7);
        case 1 -> a.minus(b.tanh());
        case 2 -> a.tanh().times(b);
        case 3 -> a.dividedBy(b.square().plus(1));
        case 4 -> a.tanh();
        case 5 -> a.sigmoid();
        case 6 -> a.sin().plus(b.cos());
        case 7 -> a.softplus();
        case 8 -> a.square().plus(0.5).log();
        case 9 -> a.square().plus(0.5).power(-0.5);
        case 10 -> a.product(b).tanh();
        case 11 -> a.product(true, b, false).times(0.3);
        case 12 -> a.softmax();
        case 13 -> a.logSoftmax().times(0.3);
        case 14 -> a.standardised(0.5);
        case 15 -> a.plus(b.sum(0).times(0.3));
        case 16 -> a.times(b.mean(1).expanded(-1).tanh());
        case 17 -> a.plus(b.mean());
        case 18 -> a.transposed();
        case 19 -> Node.concat(0, List.of(a.slice(0, 1, EXTENT), b.slice(0, 0, 1)));
        case 20 ->
            a.reshaped(EXTENT * EXTENT)
                .slice(0, 1, EXTENT * EXTENT)
                .padded(0, 0, 1)
                .reshaped(EXTENT, EXTENT);
        default -> a.detached().times(0.5).plus(b);
      };
    }

    Node scalar() {
      return nodes.getLast().mean().plus(nodes.get(nodes.size() / 2).square().mean());
    }

    void give(Program program) {
      for (int i = 0; i < inputs.size(); i++) {
        if (program.reads(inputs.get(i))) {
          program.values(inputs.get(i)).round(at.get(i));
        }
      }
    }
  }

  @Test
  void gradientsOfRandomExpressionsAreThoseOfCentralDifferences() {
    for (int seed = 1; seed <= 60; seed++) {
      RandomStream stream = Seeds.of(seed).stream("graph");
      Random random = Random.of(Precision.DOUBLE, stream, 12);
      // Detached nodes have differences and no gradients, by intention: they are left out here.
      if (random.nodes.stream().noneMatch(RandomGraphsTest::holdsDetached)) {
        Differences.check("seed " + seed, random.scalar(), random.inputs, random.at, stream);
      }
    }
  }

  private static boolean holdsDetached(Node node) {
    return node.operation() instanceof Unary.Detached
        || node.operands().stream().anyMatch(RandomGraphsTest::holdsDetached);
  }

  /// With every node wanted no buffer is used twice; with the last one wanted nearly all are.
  @Test
  void sharedBuffersAndLoopsChangeNoBit() {
    for (Precision precision : Precision.values()) {
      for (int seed = 1; seed <= 100; seed++) {
        RandomStream stream = Seeds.of(seed).stream("graph");
        Random random = Random.of(precision, stream, 40);
        Node scalar = random.scalar();
        List<Node> gradients = scalar.gradients(random.inputs);
        List<Node> wanted = List.of(scalar, gradients.get(0), gradients.get(1));
        List<Node> all = new ArrayList<>();
        for (int id = 0; id < random.graph.size(); id++) {
          all.add(random.graph.node(id));
        }
        Program lean = Program.of(wanted.toArray(Node[]::new));
        Program plain = Program.of(all.toArray(Node[]::new));
        random.give(lean);
        random.give(plain);
        for (int run = 0; run < 2; run++) {
          lean.run();
          plain.run();
          for (Node node : wanted) {
            assertArrayEquals(
                plain.values(node).toDoubles(), lean.values(node).toDoubles(), "seed " + seed);
          }
        }
      }
    }
  }

  @Test
  void floatsFollowDoubles() {
    for (int seed = 1; seed <= 60; seed++) {
      double[] slopes = null;
      for (Precision precision : List.of(Precision.DOUBLE, Precision.FLOAT)) {
        Random random = Random.of(precision, Seeds.of(seed).stream("graph"), 15);
        Node scalar = random.scalar();
        Node slope = scalar.gradient(random.inputs.get(0));
        Program program = Program.of(scalar, slope);
        random.give(program);
        program.run();
        double[] now = program.values(slope).toDoubles();
        if (slopes == null) {
          slopes = now;
        } else {
          for (int i = 0; i < now.length; i++) {
            assertEquals(slopes[i], now[i], 2e-4 * (1 + Math.abs(slopes[i])), "seed " + seed);
          }
        }
      }
      assertTrue(slopes != null && slopes.length == EXTENT * EXTENT);
    }
  }
}
