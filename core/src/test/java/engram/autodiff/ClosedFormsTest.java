// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.autodiff.array.Precision;
import engram.autodiff.array.Windows;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClosedFormsTest {
  private static final int N = 5;

  private final RandomStream stream = Seeds.of(3).stream("closed-forms");

  private double[] draws(int count) {
    double[] draws = new double[count];
    stream.fillGaussian(draws, 1);
    return draws;
  }

  /// f = x' A x / 2 has gradient (A + A') x / 2, Hessian (A + A') / 2 and no third derivative.
  @Test
  void quadraticFormHasTheSymmetricPartAsItsHessian() {
    double[] a = draws(N * N);
    double[] x = draws(N);
    Graph graph = Graph.of(Precision.DOUBLE);
    Node point = graph.input("x", N, 1);
    Node matrix = graph.constant(a, N, N);
    Node form = point.product(true, matrix.product(point), false).sum().times(0.5);
    Node gradient = form.gradient(point);
    Program program = Program.of(gradient);
    program.values(point).copyFrom(x);
    program.run();
    for (int i = 0; i < N; i++) {
      double expected = 0;
      for (int j = 0; j < N; j++) {
        expected += (a[i * N + j] + a[j * N + i]) / 2 * x[j];
      }
      assertEquals(expected, program.values(gradient).get(i), 1e-12);
      Node row = gradient.slice(0, i, i + 1).sum().gradient(point);
      Node third = row.sum().gradient(point);
      Program second = Program.of(row, third);
      second.run();
      for (int j = 0; j < N; j++) {
        assertEquals((a[i * N + j] + a[j * N + i]) / 2, second.values(row).get(j), 1e-12);
        assertEquals(0, second.values(third).get(j));
      }
    }
  }

  /// Gradient p - one-hot, Hessian diag(p) - p p'.
  @Test
  void crossEntropyHasTheClosedGradientAndHessian() {
    double[] logits = draws(N);
    Graph graph = Graph.of(Precision.DOUBLE);
    Node x = graph.input("x", 1, N);
    Node loss = x.crossEntropy(graph.constant(new double[] {2}, 1)).sum();
    Node gradient = loss.gradient(x);
    Node probabilities = x.softmax();
    Node curvature =
        gradient.times(graph.constant(new double[] {0, 0, 0, 1, 0}, N)).sum().gradient(x);
    Program program = Program.of(gradient, probabilities, curvature);
    program.values(x).copyFrom(logits);
    program.run();
    double[] p = program.values(probabilities).toDoubles();
    for (int i = 0; i < N; i++) {
      assertEquals(p[i] - (i == 2 ? 1 : 0), program.values(gradient).get(i), 1e-14);
      double expected = (i == 3 ? p[3] : 0) - p[i] * p[3];
      assertEquals(expected, program.values(curvature).get(i), 1e-14);
    }
  }

  @Test
  void derivativesOfPowersGoDownToNothing() {
    Graph graph = Graph.of(Precision.DOUBLE);
    Node x = graph.input("x");
    Node y = x.power(4);
    double[] expected = {16, 32, 48, 48, 24, 0};
    for (double value : expected) {
      Program program = Program.of(y);
      if (program.reads(x)) {
        program.values(x).set(0, 2);
      }
      program.run();
      assertEquals(value, program.number(y), 1e-12);
      y = y.gradient(x);
    }
  }

  @Test
  void sinesGoRoundInFourDerivatives() {
    Graph graph = Graph.of(Precision.DOUBLE);
    Node x = graph.input("x");
    Node y = x.sin();
    double[] expected = {
      StrictMath.sin(1),
      StrictMath.cos(1),
      -StrictMath.sin(1),
      -StrictMath.cos(1),
      StrictMath.sin(1)
    };
    for (double value : expected) {
      Program program = Program.of(y);
      program.values(x).set(0, 1);
      program.run();
      assertEquals(value, program.number(y), 1e-14);
      y = y.gradient(x);
    }
  }

  /// Convolution of a single point gives the kernel, turned round.
  @Test
  void convolvedPointShowsTheKernel() {
    Graph graph = Graph.of(Precision.DOUBLE);
    double[] point = new double[25];
    point[12] = 1;
    double[] kernel = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    Node image = graph.constant(point, 1, 5, 5, 1);
    Node y = image.patches(Windows.around(3)).product(graph.constant(kernel, 9, 1));
    Program program = Program.of(y);
    program.run();
    double[] out = program.values(y).doubles();
    for (int i = 0; i < 25; i++) {
      int row = 3 - i / 5;
      int column = 3 - i % 5;
      boolean inside = row >= 0 && row < 3 && column >= 0 && column < 3;
      assertEquals(inside ? kernel[row * 3 + column] : 0, out[i]);
    }
  }

  @Test
  void extremeLogitsStayFinite() {
    for (Precision precision : Precision.values()) {
      Graph graph = Graph.of(precision);
      Node x = graph.input("x", 2, 3);
      Node labels = graph.constant(new double[] {0, 1}, 2);
      Node losses = x.crossEntropy(labels);
      Node gradient = losses.sum().gradient(x);
      Program program = Program.of(losses, gradient, x.softmax());
      program.values(x).round(new double[] {1e4, 0, -1e4, 1e4, 0, -1e4});
      program.run();
      assertArrayEquals(new double[] {0, 1e4}, program.values(losses).toDoubles(), 1e-9);
      assertArrayEquals(
          new double[] {0, 0, 0, 1, -1, 0}, program.values(gradient).toDoubles(), 1e-9);
      assertArrayEquals(
          new double[] {1, 0, 0, 1, 0, 0}, program.values(x.softmax()).toDoubles(), 1e-9);
    }
  }

  @Test
  void smallestNumbersAreAboveNothing() {
    for (Precision precision : Precision.values()) {
      Graph graph = Graph.of(precision);
      Node x = graph.input("x", 6);
      Node positive = x.positive();
      Program program = Program.of(positive);
      double least = precision == Precision.FLOAT ? Float.MIN_VALUE : Double.MIN_VALUE;
      double most = precision == Precision.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE;
      program.values(x).round(new double[] {least, -least, 0, -0.0, most, Double.NaN});
      program.run();
      assertArrayEquals(
          new double[] {1, 0, 0, 0, 1, Double.NaN}, program.values(positive).toDoubles(), 0);
    }
  }

  @Test
  void pullBackOfAFixedVectorIsTheTransposedJacobian() {
    double[] a = draws(6);
    double[] u = draws(3);
    Graph graph = Graph.of(Precision.DOUBLE);
    Node x = graph.input("x", 2, 1);
    Node y = graph.constant(a, 3, 2).product(x);
    Node pulled = y.pullBack(graph.constant(u, 3, 1), List.of(x)).getFirst();
    Program program = Program.of(pulled);
    program.run();
    for (int j = 0; j < 2; j++) {
      double expected = a[j] * u[0] + a[2 + j] * u[1] + a[4 + j] * u[2];
      assertEquals(expected, program.values(pulled).get(j), 1e-14);
    }
  }
}
