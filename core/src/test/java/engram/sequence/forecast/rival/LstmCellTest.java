// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.autodiff.array.Values;
import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The cell against its equations, one number after the other, and its gradients against central
/// differences.
@FromPaper(value = "htm", at = "spec baselines, LSTM")
class LstmCellTest {
  private static final int STREAMS = 2;
  private static final int INPUTS = 3;
  private static final int UNITS = 4;
  private static final int STEPS = 5;
  private static final double H = 1e-5;
  private static final LstmCell CELL = new LstmCell("lstm", INPUTS, UNITS);

  /// Five steps, and a weighted sum of all that they give.
  private static final class Unrolled {
    final Parameters parameters = new Parameters(Precision.DOUBLE);
    final Graph graph;
    final List<Node> hidden = new ArrayList<>();
    final Node x;
    final LstmCell.State first;
    final LstmCell.State last;
    final Node sum;

    Unrolled() {
      CELL.addTo(parameters, Seeds.of(3));
      graph = Graph.over(parameters);
      x = graph.input("x", STEPS, STREAMS, INPUTS);
      first =
          new LstmCell.State(
              graph.input("hidden", STREAMS, UNITS), graph.input("cells", STREAMS, UNITS));
      LstmCell.State state = first;
      for (int t = 0; t < STEPS; t++) {
        state = CELL.step(x.slice(0, t, t + 1).reshaped(STREAMS, INPUTS), state);
        hidden.add(state.hidden());
      }
      last = state;
      double[] weights = new double[STREAMS * UNITS];
      RandomStream random = Seeds.of(4).stream("weights");
      Node all = graph.constant(0);
      for (Node each : hidden) {
        random.fillGaussian(weights, 1);
        all = all.plus(each.times(graph.constant(weights, STREAMS, UNITS)).sum());
      }
      sum = all.plus(last.cells().square().sum());
    }

    void fill(Program program) {
      RandomStream random = Seeds.of(5).stream("inputs");
      for (Node each : List.of(x, first.hidden(), first.cells())) {
        random.fillGaussian(program.values(each).doubles(), 1);
      }
    }
  }

  @Test
  void followsItsEquations() {
    Unrolled net = new Unrolled();
    List<Node> wanted = new ArrayList<>(net.hidden);
    wanted.add(net.last.cells());
    Program program = Program.of(wanted.toArray(Node[]::new));
    net.fill(program);
    program.run();
    double[] x = program.values(net.x).doubles();
    double[] h = program.values(net.first.hidden()).doubles().clone();
    double[] c = program.values(net.first.cells()).doubles().clone();
    for (int t = 0; t < STEPS; t++) {
      double[] before = h.clone();
      double[] given = program.values(net.hidden.get(t)).doubles();
      for (int s = 0; s < STREAMS; s++) {
        for (int u = 0; u < UNITS; u++) {
          int at = s * UNITS + u;
          double[] gates = new double[4];
          for (int gate = 0; gate < 4; gate++) {
            gates[gate] = map(net.parameters, x, t * STREAMS + s, before, s, gate * UNITS + u);
          }
          c[at] = logistic(gates[1]) * c[at] + logistic(gates[0]) * tanh(gates[3]);
          h[at] = logistic(gates[2]) * tanh(c[at]);
          assertEquals(h[at], given[at], 1e-12, "step %d, place %d".formatted(t, at));
        }
      }
    }
    double[] cells = program.values(net.last.cells()).doubles();
    for (int at = 0; at < c.length; at++) {
      assertEquals(c[at], cells[at], 1e-12, "cell " + at);
    }
  }

  private static double map(
      Parameters parameters, double[] x, int row, double[] h, int stream, int column) {
    double[] weight = parameters.values("lstm.weight").doubles();
    double sum = parameters.values("lstm.bias").doubles()[column];
    for (int i = 0; i < INPUTS; i++) {
      sum += x[row * INPUTS + i] * weight[i * 4 * UNITS + column];
    }
    for (int i = 0; i < UNITS; i++) {
      sum += h[stream * UNITS + i] * weight[(INPUTS + i) * 4 * UNITS + column];
    }
    return sum;
  }

  private static double logistic(double x) {
    return 1 / (1 + Doubles.exp(-x));
  }

  private static double tanh(double x) {
    return 2 * logistic(2 * x) - 1;
  }

  /// Through five steps, for weights, biases, inputs and the state before: the error of a central
  /// difference is about h^2 f''' / 6 and 1e-16 f / h.
  @Test
  void gradientsAreThoseOfCentralDifferences() {
    Unrolled net = new Unrolled();
    List<Node> of =
        List.of(
            net.graph.parameter("lstm.weight"),
            net.graph.parameter("lstm.bias"),
            net.x,
            net.first.hidden(),
            net.first.cells());
    List<Node> gradients = net.sum.gradients(of);
    List<Node> wanted = new ArrayList<>(gradients);
    wanted.add(net.sum);
    Program program = Program.of(wanted.toArray(Node[]::new));
    net.fill(program);
    int seen = 0;
    for (int k = 0; k < of.size(); k++) {
      program.run();
      double[] slopes = program.values(gradients.get(k)).doubles().clone();
      Values at = program.values(of.get(k));
      for (int i = 0; i < slopes.length; i++) {
        double slope = (moved(program, net.sum, at, i, H) - moved(program, net.sum, at, i, -H));
        assertEquals(slope / (2 * H), slopes[i], 1e-7, "%s at %d".formatted(of.get(k), i));
        seen++;
      }
    }
    assertTrue(seen > 150, "saw " + seen);
  }

  private static double moved(Program program, Node sum, Values values, int at, double by) {
    double kept = values.get(at);
    values.set(at, kept + by);
    program.run();
    values.set(at, kept);
    return program.number(sum);
  }

  @Test
  void forgetsLittleInTheBeginning() {
    Parameters parameters = new Parameters(Precision.FLOAT);
    CELL.addTo(parameters, Seeds.of(1));
    float[] bias = parameters.values("lstm.bias").floats();
    for (int i = 0; i < bias.length; i++) {
      assertEquals(i / UNITS == 1 ? 1 : 0, bias[i], "bias " + i);
    }
    for (float weight : parameters.values("lstm.weight").floats()) {
      assertTrue(Math.abs(weight) <= 0.5, "weight " + weight);
    }
  }
}
