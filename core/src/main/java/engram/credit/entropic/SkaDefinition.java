// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;

/// One step of an SKA network as the papers' code defines it, in plain loops and without speed. For
/// each layer l, with `X` the output of the layer below (the images for the first):
///
///     Z = X W + b          D = sigmoid(Z)          dZ, dD: changes since the last step
///     W <- W - eta Xlast^T G / B                   b <- b - eta mean(G)
///
/// `G` is the rule's gradient ([SkaRule]), B the number of samples, `Xlast` the images for the first
/// layer and, above, the output of the layer below at the LAST step. The first step only looks.
///
/// [SkaNetwork] computes the same with kernels; a test holds the two together.
@FromPaper(value = "ska", at = "arXiv 2504.03214, code: forward, calculate_entropy, ska_update")
public final class SkaDefinition {
  private SkaDefinition() {}

  /// A layer between two steps.
  ///
  /// @param weights inputs x units
  /// @param biases a unit each
  /// @param z knowledge at the last step, samples x units; empty before the first
  /// @param d decisions at the last step, likewise
  // Two layers are never compared as values.
  @SuppressWarnings("ArrayRecordComponent")
  public record Layer(double[][] weights, double[] biases, double[][] z, double[][] d) {}

  /// The layers after a step, and what it showed of each: entropy in bits and flow.
  public record Step(List<Layer> layers, List<Double> entropyBits, List<Double> flow) {}

  /// Takes one step.
  ///
  /// @param eta the step
  /// @param rule the gradient
  /// @param before the layers before it; left as they are
  /// @param batch samples x inputs
  public static Step step(double eta, SkaRule rule, List<Layer> before, double[][] batch) {
    List<Layer> after = new ArrayList<>();
    List<Double> entropy = new ArrayList<>();
    List<Double> flow = new ArrayList<>();
    double[][] x = batch;
    double[][] lastX = batch;
    for (Layer layer : before) {
      double[][] z = knowledge(x, layer);
      double[][] d = decisions(z);
      boolean first = layer.z().length == 0;
      double bits = 0;
      double squares = 0;
      double[][] w = copy(layer.weights());
      double[] b = layer.biases().clone();
      for (int i = 0; i < z.length && !first; i++) {
        for (int j = 0; j < b.length; j++) {
          double shift = d[i][j] - layer.d()[i][j];
          double change = z[i][j] - layer.z()[i][j];
          bits -= z[i][j] * shift / BinaryEntropy.LN2;
          squares += change * change;
          double g = rule.gradient(z[i][j], d[i][j] * (1 - d[i][j]), shift) / z.length;
          for (int input = 0; input < w.length; input++) {
            w[input][j] -= eta * lastX[i][input] * g;
          }
          b[j] -= eta * g;
        }
      }
      after.add(new Layer(w, b, z, d));
      entropy.add(bits);
      flow.add(Math.sqrt(squares) / eta);
      x = d;
      lastX = layer.d();
    }
    return new Step(after, entropy, flow);
  }

  private static double[][] knowledge(double[][] x, Layer layer) {
    double[][] z = new double[x.length][layer.biases().length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < layer.biases().length; j++) {
        double sum = layer.biases()[j];
        for (int input = 0; input < x[i].length; input++) {
          sum += x[i][input] * layer.weights()[input][j];
        }
        z[i][j] = sum;
      }
    }
    return z;
  }

  private static double[][] decisions(double[][] z) {
    double[][] d = copy(z);
    for (double[] row : d) {
      for (int j = 0; j < row.length; j++) {
        row[j] = 1 / (1 + StrictMath.exp(-row[j]));
      }
    }
    return d;
  }

  private static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }
}
