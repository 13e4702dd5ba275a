// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Program;
import engram.credit.rate.Offer;
import engram.kernel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Two simulated updates at once, each tested on the remembered samples, without an updated weight
/// being written anywhere.
///
/// With the gradient in the factors of [BatchPass], a layer after an update of rate r answers
///
///     x (W - r a' delta) + (b - r sum delta) = x W + b - r (x a' + 1) delta
///
/// with one row of a and delta for each sample whose gradient counts. `x W` of the first layer,
/// nearly all of the work, is the same for both rates and computed once.
final class Rehearsal {
  private final EluNet net;
  private final int memory;
  private final Program program;
  private final Node images;
  private final List<Node> inputs = new ArrayList<>();
  private final List<Node> signals = new ArrayList<>();
  private final Node leaveRate;
  private final Node takeRate;
  private final Node left;
  private final Node taken;

  /// @param memory samples tested
  /// @param rows samples whose gradient may count
  Rehearsal(EluNet net, int memory, int rows) {
    this.net = net;
    this.memory = memory;
    Graph graph = net.graph();
    images = graph.input("memory", memory, net.inputs(1));
    for (int l = 1; l <= net.layers(); l++) {
      inputs.add(graph.input("inputs" + l, rows, net.inputs(l)));
      signals.add(graph.input("signals" + l, rows, net.units(l)));
    }
    leaveRate = graph.input("leave");
    takeRate = graph.input("take");
    left = updated(leaveRate);
    taken = updated(takeRate);
    program = Program.of(List.of(left, taken), Workers.one());
  }

  private Node updated(Node rate) {
    Node x = images;
    for (int l = 1; ; l++) {
      Node alike = x.product(false, inputs.get(l - 1), true).plus(1);
      Node moved = alike.product(signals.get(l - 1)).times(rate);
      Node z = EluNet.before(x, l).minus(moved);
      if (l == net.layers()) {
        return z;
      }
      x = EluNet.elu(z);
    }
  }

  /// Tests the two.
  ///
  /// @param remembered images, a row each, from `at` on
  /// @param labels their labels now
  /// @param pass the gradient of the batch
  /// @param counted how many of its samples count, from the first
  /// @param leave rate of the first update, over the size of the batch
  /// @param take the same of the second
  Offer.Rehearsed run(
      double[] remembered,
      int at,
      int[] labels,
      BatchPass pass,
      int counted,
      double leave,
      double take) {
    System.arraycopy(remembered, at, program.values(images).doubles(), 0, memory * net.inputs(1));
    for (int l = 1; l <= net.layers(); l++) {
      fill(inputs.get(l - 1), pass.inputs(l), counted * net.inputs(l));
      fill(signals.get(l - 1), pass.signals(l), counted * net.units(l));
    }
    program.values(leaveRate).set(0, leave);
    program.values(takeRate).set(0, take);
    program.run();
    return new Offer.Rehearsed(accuracy(left, labels), accuracy(taken, labels));
  }

  /// Rows that do not count are zeros, and add nothing.
  private void fill(Node input, double[] from, int length) {
    double[] into = program.values(input).doubles();
    System.arraycopy(from, 0, into, 0, length);
    Arrays.fill(into, length, into.length, 0);
  }

  private double accuracy(Node logits, int[] labels) {
    double[] z = program.values(logits).doubles();
    int hits = 0;
    for (int i = 0; i < memory; i++) {
      hits += Answers.largest(z, i * net.classes(), net.classes()) == labels[i] ? 1 : 0;
    }
    return hits / (double) memory;
  }
}
