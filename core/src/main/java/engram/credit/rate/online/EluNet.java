// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.array.Precision;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;

/// The paper's net: layers with ELU between them and logits at the end, in double precision.
///
///     z1 = x W1 + b1,  h1 = ELU(z1),  z2 = h1 W2 + b2,  ...,  logits = last z
///     ELU(z) = z above 0, e^z - 1 below
///
/// Weights begin normal with variance 2 / inputs, biases normal with variance 1. A weight matrix
/// has a row for each input.
///
/// References: [1] in the package.
@FromPaper(value = "homeostatic", at = "lrh.py")
public final class EluNet {
  private final List<Integer> sizes;
  private final Parameters parameters;

  private EluNet(List<Integer> sizes, Parameters parameters) {
    this.sizes = sizes;
    this.parameters = parameters;
  }

  /// A net at its first weights.
  ///
  /// @param sizes inputs and units of each layer, at least two numbers; the paper's 784, 80, 60, 10
  /// @param seeds streams `weights/<layer>` and `biases/<layer>` are drawn from it
  public static EluNet random(List<Integer> sizes, Seeds seeds) {
    List<Integer> kept = List.copyOf(sizes);
    if (kept.size() < 2 || kept.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "sizes must be inputs and layers of at least 1, was " + sizes);
    }
    Parameters parameters = new Parameters(Precision.DOUBLE);
    for (int l = 1; l < kept.size(); l++) {
      int inputs = kept.get(l - 1);
      int units = kept.get(l);
      RandomStream weights = seeds.child("weights").stream(Integer.toString(l));
      parameters.addNormal(weight(l), weights, Math.sqrt(2.0 / inputs), inputs, units);
      RandomStream biases = seeds.child("biases").stream(Integer.toString(l));
      parameters.addNormal(bias(l), biases, 1, units);
    }
    return new EluNet(kept, parameters);
  }

  /// The paper's net for so many inputs and ten classes: layers of 80, 60 and 10.
  public static EluNet ofPaper(int inputs, Seeds seeds) {
    return random(List.of(inputs, 80, 60, 10), seeds);
  }

  /// The same with parameters of its own.
  public EluNet copy() {
    Parameters own = new Parameters(Precision.DOUBLE);
    for (int l = 1; l <= layers(); l++) {
      own.add(weight(l), inputs(l), units(l));
      own.add(bias(l), units(l));
    }
    own.restore(parameters.snapshot());
    return new EluNet(sizes, own);
  }

  /// Weights and biases, by name: `layer1.weight`, `layer1.bias` and so on. Live: what is written
  /// there is what the net computes with.
  public Parameters parameters() {
    return parameters;
  }

  /// How many layers.
  public int layers() {
    return sizes.size() - 1;
  }

  /// Inputs of a layer, from 1.
  public int inputs(int layer) {
    return sizes.get(layer - 1);
  }

  /// Units of a layer, from 1.
  public int units(int layer) {
    return sizes.get(layer);
  }

  /// How many classes: units of the last layer.
  public int classes() {
    return sizes.getLast();
  }

  static String weight(int layer) {
    return "layer" + layer + ".weight";
  }

  static String bias(int layer) {
    return "layer" + layer + ".bias";
  }

  /// A graph over the net's parameters.
  Graph graph() {
    return Graph.over(parameters);
  }

  /// `x W + b` of a layer, from 1.
  static Node before(Node x, int layer) {
    Graph graph = x.graph();
    return x.product(graph.parameter(weight(layer))).plus(graph.parameter(bias(layer)));
  }

  /// `z - m + (e^m - 1)` with `m = min(z, 0)`: the slope `1 - m' + m' e^m` is 1 at 0 whatever the
  /// slope of the minimum there.
  static Node elu(Node z) {
    Node least = z.negated().relu().negated();
    return z.minus(least).plus(least.exp().plus(-1));
  }

  /// The pre-activations of every layer, the last of them the logits.
  static List<Node> forward(Node images, int layers) {
    List<Node> z = new ArrayList<>();
    Node x = images;
    for (int l = 1; l <= layers; l++) {
      z.add(before(x, l));
      x = elu(z.getLast());
    }
    return z;
  }
}
