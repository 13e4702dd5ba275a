// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.relax;

import engram.plasticity.compete.Activation;
import engram.source.FromPaper;
import java.util.List;

/// Predictive coding [1], [2]: each layer predicts the next, and values settle so that all errors of
/// prediction together are small. With `x_0` the input, `x_L` the target, p the precision of the
/// last layer and 1 that of others:
///
///     eps_l = precision_l (x_l - W_l f(x_{l-1}))           F = 1/2 sum |eps_l|² / precision_l
///     x_l <- x_l + step (-eps_l + f'(x_l) W_{l+1}^T eps_{l+1}),  0 < l < L
///     dW_l = eta eps_l f(x_{l-1})^T
///
/// (the input enters as it is, without f). Both steps descend F. Before a target is given, the values
/// of the forward pass have no error. Where predictions and slopes are held at those values
/// ([Predictions#FIXED], [3]), the errors settle to those of backpropagation exactly: dW is minus p
/// times the gradient of half the squared error of the net `h_l = W_l f(h_{l-1})`. Where they move
/// ([Predictions#MOVING]), `dW / p` comes to it as p goes to 0, with a relative difference of order p:
/// a weak target leaves the values near the forward pass. A target near the output does not suffice:
/// at p = 1 the layers share the error however small it is.
///
/// References: [1] to [3] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 19")
public final class PredictiveNet {
  /// What happens to predictions while values settle.
  public enum Predictions {
    /// They follow the values: predictive coding.
    MOVING,
    /// They stay as the forward pass made them, with the slopes: backpropagation.
    FIXED
  }

  /// A net at rest with a target.
  ///
  /// @param errors eps of each layer, lowest first
  /// @param change dW of each layer for a rate of 1, units x units below
  /// @param energy F
  // Handed out once; two are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Settled(double[][] errors, double[][][] change, double energy) {}

  private final Layers layers;
  private final double precision;

  /// @param activation f
  /// @param weights one a layer, lowest first, units x units below; copied
  /// @param precision p of the last layer, finite and above 0; usual 1
  public PredictiveNet(Activation activation, List<double[][]> weights, double precision) {
    if (!(precision > 0 && precision < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("precision must be finite and above 0, was " + precision);
    }
    this.layers = Layers.of(activation, weights);
    this.precision = precision;
  }

  /// Values of all layers without a target, the input first.
  public double[][] forward(double[] input) {
    double[][] x = layers.rest(input);
    for (int l = 1; l <= layers.count(); l++) {
      x[l] = layers.into(l, layers.said(l - 1, x[l - 1]));
    }
    return x;
  }

  /// Settles with a target, from the values of the forward pass.
  ///
  /// @param target of the last layer, whose value it becomes
  /// @param predictions whether they follow the values
  /// @param step size of a step, in (0, 1]
  /// @param steps how many, 0 or more; with fixed predictions and a step of 1, one less than layers
  ///   is exact
  public Settled settle(
      double[] input, double[] target, Predictions predictions, double step, int steps) {
    layers.requireSample(input, target);
    if (!(step > 0 && step <= 1) || steps < 0) {
      throw new IllegalArgumentException(
          "step must be in (0, 1] and steps 0 or more, was " + step + " and " + steps);
    }
    double[][] first = forward(input);
    double[][] x = first.clone();
    x[layers.count()] = target.clone();
    for (int t = 0; t < steps; t++) {
      double[][] at = predictions == Predictions.FIXED ? first : x;
      double[][] errors = errors(x, at);
      double[][] next = x.clone();
      for (int l = 1; l < layers.count(); l++) {
        next[l] = moved(l, x[l], at[l], errors, step);
      }
      x = next;
    }
    double[][] at = predictions == Predictions.FIXED ? first : x;
    double[][] errors = errors(x, at);
    double[][][] change = new double[layers.count()][][];
    double energy = 0;
    for (int l = 1; l <= layers.count(); l++) {
      change[l - 1] = Layers.product(errors[l - 1], layers.said(l - 1, at[l - 1]));
      for (double error : errors[l - 1]) {
        energy += error * error / 2 / precision(l);
      }
    }
    return new Settled(errors, change, energy);
  }

  /// Changes the weights by a rate times what a settled net says.
  ///
  /// @param eta rate, finite, 0 or more
  public void learn(Settled settled, double eta) {
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be finite and 0 or more, was " + eta);
    }
    layers.add(eta, settled.change());
  }

  /// Copies of the weights, lowest layer first.
  public double[][][] weights() {
    return layers.copy();
  }

  /// eps of all layers for values x, where predictions are made from `at`.
  private double[][] errors(double[][] x, double[][] at) {
    double[][] errors = new double[layers.count()][];
    for (int l = 1; l <= layers.count(); l++) {
      double[] prediction = layers.into(l, layers.said(l - 1, at[l - 1]));
      errors[l - 1] = new double[prediction.length];
      for (int i = 0; i < prediction.length; i++) {
        errors[l - 1][i] = precision(l) * (x[l][i] - prediction[i]);
      }
    }
    return errors;
  }

  private double precision(int layer) {
    return layer == layers.count() ? precision : 1;
  }

  private double[] moved(int layer, double[] x, double[] at, double[][] errors, double step) {
    double[] sent = layers.outOf(layer, errors[layer]);
    double[] moved = x.clone();
    for (int i = 0; i < moved.length; i++) {
      double slope = layers.activation().slope(at[i]);
      moved[i] += step * (slope * sent[i] - errors[layer - 1][i]);
    }
    return moved;
  }
}
