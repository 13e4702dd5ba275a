// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/// Holds gradients against central differences in double: `(f(x + h) - f(x - h)) / 2h`, an error of
/// about h^2 f''' / 6 and of 1e-16 f / h.
final class Differences {
  private static final double H = 1e-5;

  private Differences() {}

  /// The node weighted by fixed random numbers and summed, so that no direction is left out.
  static Node projected(Node node, RandomStream stream) {
    double[] weights = new double[node.shape().size()];
    stream.fillGaussian(weights, 1);
    return node.times(node.graph().constant(weights, node.shape().extents())).sum();
  }

  /// Checks the first derivatives of a scalar, and those of a random combination of them.
  static void check(
      String what, Node scalar, List<Node> inputs, List<double[]> at, RandomStream stream) {
    first(what, scalar, inputs, at);
    List<Node> gradients = scalar.gradients(inputs);
    Node combined = scalar.graph().constant(0);
    for (Node gradient : gradients) {
      combined = combined.plus(projected(gradient, stream));
    }
    first(what + ", second", combined, inputs, at);
  }

  private static void first(String what, Node scalar, List<Node> inputs, List<double[]> at) {
    List<Node> gradients = scalar.gradients(inputs);
    List<Node> wanted = new ArrayList<>(gradients);
    wanted.add(scalar);
    Program program = Program.of(wanted.toArray(Node[]::new));
    Program value = Program.of(scalar);
    for (int k = 0; k < inputs.size(); k++) {
      fill(program, inputs.get(k), at.get(k));
      fill(value, inputs.get(k), at.get(k));
    }
    program.run();
    value.run();
    assertEquals(program.number(scalar), value.number(scalar), what);
    for (int k = 0; k < inputs.size(); k++) {
      if (!value.reads(inputs.get(k))) {
        for (double each : program.values(gradients.get(k)).toDoubles()) {
          assertEquals(0, each, what);
        }
        continue;
      }
      double[] input = value.values(inputs.get(k)).doubles();
      double[] gradient = program.values(gradients.get(k)).doubles();
      for (int i = 0; i < input.length; i++) {
        double kept = input[i];
        input[i] = kept + H;
        value.run();
        double above = value.number(scalar);
        input[i] = kept - H;
        value.run();
        double below = value.number(scalar);
        input[i] = kept;
        double slope = (above - below) / (2 * H);
        double scale = 1 + Math.abs(slope) + Math.abs(above);
        assertTrue(
            Math.abs(slope - gradient[i]) < 2e-8 * scale,
            "%s, input %d at %d: difference %s, gradient %s"
                .formatted(what, k, i, slope, gradient[i]));
      }
    }
  }

  private static void fill(Program program, Node input, double[] at) {
    if (program.reads(input)) {
      program.values(input).copyFrom(at);
    }
  }
}
