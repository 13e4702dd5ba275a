// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import engram.autodiff.array.Precision;
import engram.random.RandomStream;
import engram.random.Seeds;
import org.junit.jupiter.api.Test;

/// Forward against reverse mode, on one expression that uses every function.
final class DualTest {
  @Test
  void forwardAndReverseAgree() {
    RandomStream stream = Seeds.of(8).stream("points");
    Graph graph = Graph.of(Precision.DOUBLE);
    Node x = graph.input("x");
    Node y = graph.input("y");
    Node z =
        x.times(y)
            .sin()
            .plus(x.exp().dividedBy(y.sigmoid()))
            .minus(y.square().plus(1).log().sqrt())
            .times(x.tanh().plus(y.cos().negated()).times(0.7));
    Node toX = z.gradient(x);
    Node toY = z.gradient(y);
    Program program = Program.of(z, toX, toY);
    for (int i = 0; i < 50; i++) {
      double a = stream.nextGaussian();
      double b = 0.1 + stream.nextDouble();
      Dual u = Dual.variable(a, 0, 2);
      Dual v = Dual.variable(b, 1, 2);
      Dual w =
          u.times(v)
              .sin()
              .plus(u.exp().dividedBy(v.sigmoid()))
              .minus(v.times(v).plus(1).log().sqrt())
              .times(u.tanh().plus(v.cos().negated()).times(0.7));
      program.values(x).set(0, a);
      program.values(y).set(0, b);
      program.run();
      double[] reverse = {program.number(toX), program.number(toY)};
      assertEquals(program.number(z), w.value(), 1e-13, "seed 8, draw " + i);
      assertArrayEquals(reverse, w.derivatives(), 1e-12, "seed 8, draw " + i);
    }
  }

  @Test
  void constantsHaveNoDerivative() {
    Dual five = Dual.constant(5, 3).times(Dual.variable(2, 1, 3));
    assertArrayEquals(new double[] {0, 5, 0}, five.derivatives());
    assertEquals(5, five.derivative(1));
  }

  @Test
  void numbersOfVariablesAreTheSame() {
    assertEquals(
        "numbers of variables must be the same, was 2 and 3",
        assertThrows(
                IllegalArgumentException.class,
                () -> Dual.variable(1, 0, 2).plus(Dual.variable(1, 0, 3)))
            .getMessage());
  }
}
