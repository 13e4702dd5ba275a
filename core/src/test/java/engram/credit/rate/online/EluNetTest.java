// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.autodiff.train.Adam;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "homeostatic", at = "lrh.py")
final class EluNetTest {
  private static final double[] AT = {-800, -30, -1, -1e-9, 0, 1e-9, 0.3, 40};

  @Test
  void eluAndItsSlopeAreThoseOfTheFormula() {
    Graph graph = Graph.of(Precision.DOUBLE);
    Node z = graph.input("z", AT.length);
    Node y = EluNet.elu(z);
    Node slope = y.sum().gradient(z);
    Program program = Program.of(y, slope);
    program.values(z).copyFrom(AT);
    program.run();
    for (int i = 0; i < AT.length; i++) {
      double x = AT[i];
      assertEquals(x > 0 ? x : StrictMath.expm1(x), program.values(y).get(i), 2e-16, "at " + x);
      assertEquals(x > 0 ? 1 : StrictMath.exp(x), program.values(slope).get(i), 4e-16, "at " + x);
    }
    assertEquals(-1, program.values(y).get(0));
    assertEquals(1, program.values(slope).get(4));
  }

  /// The factors of the gradient, multiplied out, against differences of the loss.
  @Test
  void gradientIsTheDifferenceQuotient() {
    EluNet net = EluNet.random(List.of(6, 5, 4, 3), Seeds.of(3));
    RandomStream stream = Seeds.of(3).stream("images");
    double[] images = new double[4 * 6];
    for (int i = 0; i < images.length; i++) {
      images[i] = stream.nextDouble();
    }
    int[] labels = {0, 2, 1, 2};
    BatchPass pass = new BatchPass(net, 4);
    pass.run(images, 0, labels);
    for (int l = 1; l <= 3; l++) {
      double[] g = new double[net.inputs(l) * net.units(l)];
      pass.weightGradient(l, 1, g);
      quotient(net, EluNet.weight(l), g, images, labels);
      double[] b = new double[net.units(l)];
      pass.biasGradient(l, 1, b);
      quotient(net, EluNet.bias(l), b, images, labels);
    }
  }

  private static void quotient(
      EluNet net, String name, double[] gradient, double[] images, int[] labels) {
    double[] w = net.parameters().values(name).doubles();
    for (int i = 0; i < w.length; i++) {
      double kept = w[i];
      w[i] = kept + 1e-5;
      double up = loss(net, images, labels);
      w[i] = kept - 1e-5;
      double down = loss(net, images, labels);
      w[i] = kept;
      assertEquals((up - down) / 2e-5, gradient[i], 1e-8, name + " " + i);
    }
  }

  /// Adam's first step is its rate against the sign of the gradient, whatever the gradient's size.
  @Test
  void adamsFirstStepIsItsRate() {
    EluNet net = EluNet.random(List.of(6, 5, 3), Seeds.of(4));
    double[] images = {0.1, 0.9, 0.4, 0.3, 0.7, 0.2, 0.8, 0.6, 0.5, 0.1, 0.3, 0.9};
    BatchPass pass = new BatchPass(net, 2);
    pass.run(images, 0, new int[] {0, 2});
    for (int l = 1; l <= 2; l++) {
      double[] g = new double[net.inputs(l) * net.units(l)];
      pass.weightGradient(l, 0.5, g);
      double[] before = net.parameters().values(EluNet.weight(l)).toDoubles();
      EluNet other = net.copy();
      BatchPass again = new BatchPass(other, 2);
      again.run(images, 0, new int[] {0, 2});
      assertEquals(0.01, new Descent.ByAdam(other, new Adam(0.01)).apply(again, 0));
      double[] after = other.parameters().values(EluNet.weight(l)).toDoubles();
      for (int i = 0; i < g.length; i++) {
        assertEquals(-0.01 * Math.signum(g[i]), after[i] - before[i], 1e-5, "weight " + i);
      }
    }
  }

  private static double loss(EluNet net, double[] images, int[] labels) {
    Graph graph = net.graph();
    Node x = graph.input("x", labels.length, net.inputs(1));
    Node logits = EluNet.forward(x, net.layers()).getLast();
    Program program = Program.of(logits);
    program.values(x).copyFrom(images);
    program.run();
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      double sum = 0;
      for (int c = 0; c < net.classes(); c++) {
        sum += StrictMath.exp(program.values(logits).get(i * net.classes() + c));
      }
      loss += StrictMath.log(sum) - program.values(logits).get(i * net.classes() + labels[i]);
    }
    return loss;
  }

  @Test
  void firstWeightsHaveThePapersVariances() {
    EluNet net = EluNet.ofPaper(784, Seeds.of(11));
    double[] w = net.parameters().values("layer1.weight").toDoubles();
    double square = 0;
    for (double each : w) {
      square += each * each;
    }
    // a sum of 62 720 squares, relative deviation sqrt(2 / 62 720) = .0056
    assertEquals(2.0 / 784, square / w.length, 4 * 0.0056 * 2 / 784);
    assertEquals(68_120 + 150, net.parameters().count());
    double[] b = net.parameters().values("layer1.bias").toDoubles();
    double spread = 0;
    for (double each : b) {
      spread += each * each / b.length;
    }
    assertTrue(spread > 0.4 && spread < 1.7, "was " + spread);
  }
}
