// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.relax;

import engram.plasticity.compete.Activation;
import java.util.List;

/// A stack of weights and what both kinds of nets do with it.
///
/// @param activation f, of all layers but the input, which says its values as they are
/// @param weights one a layer, units x units below
// Weights of one net; two are never compared.
@SuppressWarnings("ArrayRecordComponent")
record Layers(Activation activation, double[][][] weights) {
  /// Copies weights that fit each other and are finite.
  static Layers of(Activation activation, List<double[][]> weights) {
    if (weights.isEmpty()) {
      throw new IllegalArgumentException("weights must be at least one layer, was 0");
    }
    double[][][] copy = new double[weights.size()][][];
    int below = weights.getFirst().length == 0 ? 0 : weights.getFirst()[0].length;
    for (int l = 0; l < copy.length; l++) {
      copy[l] = new double[weights.get(l).length][];
      for (int i = 0; i < copy[l].length; i++) {
        copy[l][i] = weights.get(l)[i].clone();
        requireVector("weights of layer %d, unit %d".formatted(l, i), copy[l][i], below);
      }
      below = copy[l].length;
    }
    return new Layers(activation, copy);
  }

  /// How many layers, the input not counted.
  int count() {
    return weights.length;
  }

  /// Refuses an input or a target of another size or with a value that is not finite.
  void requireSample(double[] input, double[] target) {
    requireVector("input", input, weights[0][0].length);
    requireVector("target", target, weights[weights.length - 1].length);
  }

  /// Values of all layers, the input first: its own and zeros.
  double[][] rest(double[] input) {
    double[][] values = new double[weights.length + 1][];
    values[0] = input.clone();
    for (int l = 0; l < weights.length; l++) {
      values[l + 1] = new double[weights[l].length];
    }
    return values;
  }

  /// What a layer says to others: f of its values, the input as it is.
  double[] said(int layer, double[] values) {
    double[] said = values.clone();
    for (int i = 0; i < said.length && layer > 0; i++) {
      said[i] = activation.of(values[i]);
    }
    return said;
  }

  /// `W x` of the weights into a layer, layers from 1.
  double[] into(int layer, double[] x) {
    double[][] w = weights[layer - 1];
    double[] y = new double[w.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += w[i][j] * x[j];
      }
    }
    return y;
  }

  /// `W^T y` of the weights out of a layer.
  double[] outOf(int layer, double[] y) {
    double[][] w = weights[layer];
    double[] x = new double[w[0].length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.length; j++) {
        x[j] += w[i][j] * y[i];
      }
    }
    return x;
  }

  /// Adds to each weight a share of what a change says of it.
  void add(double share, double[][][] change) {
    for (int l = 0; l < weights.length; l++) {
      addTo(weights[l], share, change[l]);
    }
  }

  /// `a += share b`.
  static void addTo(double[][] a, double share, double[][] b) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        a[i][j] += share * b[i][j];
      }
    }
  }

  /// `post pre^T`.
  static double[][] product(double[] post, double[] pre) {
    double[][] product = new double[post.length][pre.length];
    for (int i = 0; i < post.length; i++) {
      for (int j = 0; j < pre.length; j++) {
        product[i][j] = post[i] * pre[j];
      }
    }
    return product;
  }

  /// Copies of all weights.
  double[][][] copy() {
    double[][][] copy = new double[weights.length][][];
    for (int l = 0; l < weights.length; l++) {
      copy[l] = new double[weights[l].length][];
      for (int i = 0; i < weights[l].length; i++) {
        copy[l][i] = weights[l][i].clone();
      }
    }
    return copy;
  }

  private static void requireVector(String name, double[] x, int size) {
    if (x.length != size || size == 0) {
      throw new IllegalArgumentException(
          "%s must be %d values, at least 1, was %d".formatted(name, size, x.length));
    }
    for (int j = 0; j < size; j++) {
      if (!Double.isFinite(x[j])) {
        throw new IllegalArgumentException(
            "%s must be finite, was %s at %d".formatted(name, x[j], j));
      }
    }
  }
}
