// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.autodiff.array.Values;
import engram.autodiff.array.Windows;
import engram.autodiff.nets.Activation;
import engram.autodiff.nets.Attention;
import engram.autodiff.nets.BatchNorm;
import engram.autodiff.nets.Chain;
import engram.autodiff.nets.Convolution;
import engram.autodiff.nets.Flatten;
import engram.autodiff.nets.Layer;
import engram.autodiff.nets.LayerNorm;
import engram.autodiff.nets.Linear;
import engram.autodiff.nets.Losses;
import engram.autodiff.nets.Pooling;
import engram.kernel.Workers;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Against PyTorch 2.15.0 in float64: the values that `peers/autodiff_torch.py` printed. Numbers
/// come from a formula, arrays are compared by a weighted sum.
final class TorchGoldenTest {
  private static final double TOLERANCE = 2e-12;
  private static final double FLOAT_TOLERANCE = 2e-5;

  private static double[] numbers(int offset, int count) {
    double[] numbers = new double[count];
    for (int k = 0; k < count; k++) {
      numbers[k] = (7919 * k + 131 * offset) % 1000 / 500.0 - 1;
    }
    return numbers;
  }

  private static void fill(Values values, int offset, double scale) {
    double[] numbers = numbers(offset, values.shape().size());
    for (int i = 0; i < numbers.length; i++) {
      values.set(i, scale * numbers[i]);
    }
  }

  private static double mark(Values values) {
    double[] weights = numbers(77, values.shape().size());
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values.get(i);
    }
    return sum;
  }

  private static Parameters filled(Precision precision, Layer net, Map<String, Integer> offsets) {
    Parameters parameters = new Parameters(precision);
    net.addTo(parameters, Seeds.of(1));
    offsets.forEach((name, offset) -> fill(parameters.values(name), offset, 0.5));
    return parameters;
  }

  private static void optimiserAgrees(Optimiser optimiser, double... golden) {
    for (Precision precision : Precision.values()) {
      double tolerance = precision == Precision.DOUBLE ? TOLERANCE : FLOAT_TOLERANCE;
      Chain net =
          Chain.of(
              Linear.of("a", 5, 8), LayerNorm.of("n", 8), Activation.GELU, Linear.of("b", 8, 3));
      Parameters parameters =
          filled(
              precision,
              net,
              Map.of(
                  "a.weight",
                  1,
                  "a.bias",
                  2,
                  "b.weight",
                  3,
                  "b.bias",
                  4,
                  "n.weight",
                  5,
                  "n.bias",
                  6));
      Graph graph = Graph.over(parameters);
      Node x = graph.input("x", 4, 5);
      Node labels = graph.input("labels", 4);
      Node loss = Losses.crossEntropy(net.apply(x, Layer.Mode.TRAINING), labels);
      Trainer trainer = Trainer.of(loss, optimiser);
      fill(trainer.values(x), 7, 1);
      trainer.values(labels).copyFrom(new int[] {0, 2, 1, 2});
      for (int step = 0; step < 5; step++) {
        assertEquals(golden[step], trainer.step(), tolerance, optimiser + " at " + step);
      }
      List<String> names = List.of("a.weight", "n.weight", "b.weight");
      for (int i = 0; i < 3; i++) {
        double now = mark(parameters.values(names.get(i)));
        assertEquals(golden[5 + i], now, 10 * tolerance, optimiser + ", " + names.get(i));
      }
    }
  }

  @Test
  void gradientDescentIsPyTorchs() {
    optimiserAgrees(
        new Sgd(0.1, 0.01),
        1.107480680197125,
        1.099662182213023,
        1.0924864277336133,
        1.0859074100403918,
        1.0798793873337322,
        6.292778121289442,
        -0.4703262784424507,
        -0.9319747851812532);
  }

  @Test
  void momentumIsPyTorchs() {
    optimiserAgrees(
        new Momentum(0.1, 0.9, 0.01, false),
        1.107480680197125,
        1.099662182213023,
        1.0860431350233162,
        1.0693754069228296,
        1.052653291000356,
        6.2406735718550435,
        -0.37574494436226685,
        -0.94347394244025);
  }

  @Test
  void nesterovsMomentumIsPyTorchs() {
    optimiserAgrees(
        new Momentum(0.1, 0.9, 0.01, true),
        1.107480680197125,
        1.0929170329504592,
        1.075304473429152,
        1.0576543480362017,
        1.0423827847413856,
        6.220649843604254,
        -0.3481842491208154,
        -0.9509167218614114);
  }

  @Test
  void adamIsPyTorchs() {
    optimiserAgrees(
        new Adam(0.01, 0.9, 0.999, 1e-8, 0.01),
        1.107480680197125,
        1.0960591215241302,
        1.0855142015502226,
        1.0757794808979415,
        1.0667436429118051,
        5.599971983655223,
        -0.49389048877830016,
        -0.9906788161838543);
  }

  @Test
  void adamWithDecoupledDecayIsPyTorchs() {
    optimiserAgrees(
        new AdamW(0.01, 0.1),
        1.107480680197125,
        1.0956937648478093,
        1.0848820699478456,
        1.0749279100719633,
        1.0656235424991696,
        6.2711065488256486,
        -0.5001566543433194,
        -1.002147032661591);
  }

  @Test
  void convolutionalNetIsPyTorchs() {
    Chain net =
        Chain.of(
            Convolution.of("c", 2, 3, Windows.around(3)),
            BatchNorm.of("n", 3),
            Activation.RELU,
            Pooling.max(2),
            new Flatten(),
            Linear.of("o", 27, 4));
    Parameters parameters =
        filled(
            Precision.DOUBLE,
            net,
            Map.of(
                "c.weight",
                2,
                "c.bias",
                3,
                "n.weight",
                4,
                "n.bias",
                5,
                "o.weight",
                6,
                "o.bias",
                7));
    Graph graph = Graph.over(parameters);
    Node image = graph.input("image", 2, 6, 6, 2);
    Node labels = graph.input("labels", 2);
    Node loss = Losses.crossEntropy(net.apply(image, Layer.Mode.TRAINING), labels);
    List<Node> of = new ArrayList<>(List.of(image));
    for (String name : List.of("c.weight", "n.weight", "o.weight")) {
      of.add(graph.parameter(name));
    }
    double[] golden = {
      1.5295545676855626,
      0.0030122667305371165,
      0.03192670994614058,
      0.25666154228801835,
      0.016349583607440224,
      0.01467832551111111,
      -0.8958725531313614
    };
    List<Node> gradients = loss.gradients(of);
    List<Node> wanted = new ArrayList<>(List.of(loss));
    wanted.addAll(gradients);
    Program program = Program.assigning(wanted, Workers.one());
    fill(program.values(image), 1, 1);
    program.values(labels).copyFrom(new int[] {3, 1});
    program.run();
    assertEquals(golden[0], program.number(loss), TOLERANCE);
    for (int i = 0; i < 4; i++) {
      assertEquals(golden[1 + i], mark(program.values(gradients.get(i))), TOLERANCE, "" + i);
    }
    assertEquals(golden[5], mark(parameters.values("n.running_mean")), TOLERANCE);
    assertEquals(golden[6], mark(parameters.values("n.running_var")), TOLERANCE);
  }

  @Test
  void causalAttentionIsPyTorchs() {
    Attention attention = new Attention("a", 8, 2, true);
    List<String> names = List.of("query", "key", "value", "output");
    Map<String, Integer> offsets = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      offsets.put("a." + names.get(i) + ".weight", 10 + i);
      offsets.put("a." + names.get(i) + ".bias", 20 + i);
    }
    Parameters parameters = filled(Precision.DOUBLE, attention, offsets);
    Graph graph = Graph.over(parameters);
    Node x = graph.input("x", 2, 4, 8);
    Node loss = attention.apply(x, Layer.Mode.TRAINING).square().mean();
    List<Node> of = new ArrayList<>(List.of(x));
    names.forEach(name -> of.add(graph.parameter("a." + name + ".weight")));
    double[] golden = {
      0.17277728406630377,
      0.05901313592416265,
      -0.0082813907020001,
      -0.00222103759246129,
      -0.006382032236388991,
      -0.003423492630809351
    };
    List<Node> wanted = new ArrayList<>(List.of(loss));
    wanted.addAll(loss.gradients(of));
    Program program = Program.of(wanted.toArray(Node[]::new));
    fill(program.values(x), 1, 1);
    program.run();
    for (int i = 0; i < golden.length; i++) {
      assertEquals(
          golden[i],
          mark(program.values(wanted.get(i))) / (i == 0 ? scalarMark() : 1),
          TOLERANCE,
          "" + i);
    }
  }

  /// The weight that [#mark] gives a single number.
  private static double scalarMark() {
    return numbers(77, 1)[0];
  }

  @Test
  void lossesArePyTorchs() {
    Graph graph = Graph.of(Precision.DOUBLE);
    Node x = graph.input("x", 3, 4);
    Node t = graph.constant(numbers(2, 12), 3, 4);
    Node p = graph.constant(numbers(3, 12), 3, 4).softmax();
    agrees(x, Losses.huber(x, t, 0.3), 0.10800166666666666, 0.085217);
    agrees(
        x,
        Losses.binaryCrossEntropy(x, t.affine(0.5, 0.5)),
        0.7064194369385595,
        0.0493579166942279);
    agrees(x, Losses.softCrossEntropy(x, p), 1.5508086202496971, 0.26223030096228134);
    agrees(x, Losses.divergence(x, p), 0.22125133985097467, 0.26223030096228134);
    agrees(x, Losses.squaredError(x, t), 0.5606439999999999, 0.5390413333333333);
    agrees(x, Losses.absoluteError(x, t), 0.508, 0.30666666666666664);
  }

  private static void agrees(Node x, Node loss, double value, double gradient) {
    Node slope = loss.gradient(x);
    Program program = Program.of(loss, slope);
    fill(program.values(x), 1, 1);
    program.run();
    assertEquals(value, program.number(loss), TOLERANCE);
    assertEquals(gradient, mark(program.values(slope)), TOLERANCE);
  }
}
