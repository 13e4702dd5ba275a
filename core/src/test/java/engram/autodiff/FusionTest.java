// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.array.Precision;
import engram.autodiff.internal.Step;
import engram.kernel.Workers;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Elementwise nodes that run together, block by block, against the same nodes one by one.
final class FusionTest {
  /// Rows and width: within a block, many rows of a block, rows longer than a block, one row, one
  /// column, and whole blocks exactly.
  private static final int[][] SHAPES = {
    {4, 5}, {300, 7}, {70, 64}, {3, 1500}, {2, 4096}, {1, 5000}, {2600, 1}, {4, 1024}, {16, 128}
  };

  private static Node grown(int kind, Node a, Node b) {
    return switch (kind) {
      case 0 -> a.plus(b);
      case 1 -> a.minus(b);
      case 2 -> a.times(b);
      case 3 -> a.maximum(b);
      case 4 -> a.where(b);
      case 5 -> a.affine(0.7, -0.2);
      case 6 -> a.relu();
      case 7 -> a.tanh();
      case 8 -> a.square();
      case 9 -> a.sigmoid().power(-1.5);
      case 10 -> a.sigmoid().power(3);
      case 11 -> a.reshaped(a.shape().size()).abs().reshaped(a.shape().extents());
      case 12 -> a.plus(b.mean(1).expanded(-1));
      case 13 -> a.times(b.mean(0));
      case 14 -> a.plus(b.mean());
      default -> a.softplus();
    };
  }

  private static List<Node> random(Graph graph, int rows, int width, RandomStream stream) {
    Node whole = graph.input("whole", rows, width);
    Node row = graph.input("row", width);
    Node column = graph.input("column", rows, 1);
    Node one = graph.input("one");
    List<Node> nodes =
        new ArrayList<>(List.of(whole, whole.plus(row), whole.times(column), whole.minus(one)));
    for (int i = 0; i < 25; i++) {
      Node a = nodes.get(stream.nextInt(nodes.size()));
      Node b = nodes.get(stream.nextInt(nodes.size()));
      nodes.add(grown(stream.nextInt(16), a, b));
    }
    return nodes;
  }

  private static void give(Graph graph, Compiler compiler, int seed) {
    for (int id = 0; id < graph.size(); id++) {
      Node node = graph.node(id);
      if (node.operation() instanceof Source.Input && compiler.has(node)) {
        double[] draws = new double[node.shape().size()];
        Seeds.of(seed).stream("input-" + id).fillGaussian(draws, 1);
        compiler.values(node).round(draws);
      }
    }
  }

  @Test
  void blocksChangeNoBit() {
    int together = 0;
    int apart = 0;
    for (Precision precision : Precision.values()) {
      for (int[] shape : SHAPES) {
        for (int seed = 1; seed <= 12; seed++) {
          RandomStream stream = Seeds.of(seed).stream("graph");
          Graph graph = Graph.of(precision);
          List<Node> nodes = random(graph, shape[0], shape[1], stream);
          Node scalar = nodes.getLast().mean().plus(nodes.get(nodes.size() / 2).sum());
          List<Node> wanted = new ArrayList<>(List.of(scalar, nodes.get(nodes.size() - 3)));
          wanted.addAll(scalar.gradients(nodes.subList(0, 1)));
          Compiler fused =
              Compiler.fused(new Compiler.Task(graph, wanted, Workers.one(), new Binding.Clock()));
          give(graph, fused, seed);
          Compiler single = fused.apart();
          fused.steps().forEach(Step::run);
          fused.steps().forEach(Step::run);
          single.steps().forEach(Step::run);
          for (Node node : wanted) {
            assertArrayEquals(
                single.values(node).toDoubles(),
                fused.values(node).toDoubles(),
                "%s, %d x %d, seed %d, %s".formatted(precision, shape[0], shape[1], seed, node));
          }
          together += fused.steps().size();
          apart += single.steps().size();
        }
      }
    }
    assertTrue(together < 0.7 * apart, "loops together " + together + ", apart " + apart);
  }

  @Test
  void aChainIsOneLoop() {
    Graph graph = Graph.of(Precision.FLOAT);
    Node x = graph.input("x", 100, 30);
    Node y = x.plus(graph.input("b", 30)).relu().times(0.5).tanh().square();
    Program program = Program.of(y);
    assertEquals(1, program.size());
  }

  @Test
  void aNodeThatOthersReadLaterIsKept() {
    Graph graph = Graph.of(Precision.FLOAT);
    Node x = graph.input("x", 100, 100);
    Node z = x.plus(1);
    Node y = z.relu();
    Node loss = y.product(y).sum();
    Program program = Program.of(loss, loss.gradient(x));
    program.values(x).fill(0.25);
    program.run();
    assertEquals(1e6 * 1.25 * 1.25, program.number(loss), 1);
    assertEquals(2 * 100 * 1.25, program.values(loss.gradient(x)).get(17), 1e-3);
  }
}
