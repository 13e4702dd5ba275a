// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.feedback;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.List;

/// A net of tanh layers with a linear last layer that learns half the squared error, with its error
/// sent back by one of [Feedback]. Without biases, one sample at a time, plain loops: made to compare
/// ways of feedback.
///
///     h_0 = x,  a_l = W_l h_{l-1},  h_l = tanh a_l (last: a_l)
///     dW_l = -eta (delta_l h_{l-1}^T + decay W_l),  delta_last = h_last - t
///
/// References: [1] to [4] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 19")
public final class FeedbackNet {
  private final Feedback feedback;
  private final double[][][] weights;
  private final double[][][] back;

  /// @param sizes inputs, units of each layer; at least three numbers, each at least 1
  /// @param stream normal weights of deviation `1 / sqrt(fan in)`, then those of the feedback
  public FeedbackNet(Feedback feedback, List<Integer> sizes, RandomStream stream) {
    if (sizes.size() < 3 || sizes.stream().anyMatch(s -> s < 1)) {
      throw new IllegalArgumentException(
          "sizes must be at least three numbers of at least 1, was " + sizes);
    }
    int layers = sizes.size() - 1;
    this.feedback = feedback;
    this.weights = new double[layers][][];
    this.back = new double[layers - 1][][];
    for (int l = 0; l < layers; l++) {
      weights[l] = normal(sizes.get(l + 1), sizes.get(l), stream);
    }
    for (int l = 0; l < layers - 1; l++) {
      int from = feedback == Feedback.DIRECT ? sizes.getLast() : sizes.get(l + 2);
      back[l] = normal(sizes.get(l + 1), from, stream);
    }
  }

  /// The activities of all layers, the input first.
  public double[][] forward(double[] x) {
    double[][] h = new double[weights.length + 1][];
    h[0] = x;
    for (int l = 0; l < weights.length; l++) {
      double[] a = times(weights[l], h[l]);
      if (l < weights.length - 1) {
        Doubles.tanh(a, 0, a, 0, a.length);
      }
      h[l + 1] = a;
    }
    return h;
  }

  /// The errors of all layers for a target, the last one `h - t`.
  public double[][] errors(double[][] h, double[] target) {
    int last = weights.length - 1;
    double[][] delta = new double[weights.length][];
    delta[last] = new double[target.length];
    for (int i = 0; i < target.length; i++) {
      delta[last][i] = h[last + 1][i] - target[i];
    }
    for (int l = last - 1; l >= 0; l--) {
      double[] sent = feedback == Feedback.DIRECT ? delta[last] : delta[l + 1];
      delta[l] = times(backward(l), sent);
      for (int i = 0; i < delta[l].length; i++) {
        delta[l][i] *= 1 - h[l + 1][i] * h[l + 1][i];
      }
    }
    return delta;
  }

  /// Learns one sample.
  ///
  /// @param eta rate, finite, 0 or more
  /// @param decay of weights and of learning feedback, finite, 0 or more
  public void learn(double[] x, double[] target, double eta, double decay) {
    if (!(eta >= 0 && decay >= 0 && eta + decay < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "eta and decay must be finite and 0 or more, was " + eta + " and " + decay);
    }
    double[][] h = forward(x);
    double[][] delta = errors(h, target);
    for (int l = 0; l < weights.length; l++) {
      for (int i = 0; i < delta[l].length; i++) {
        for (int j = 0; j < h[l].length; j++) {
          double gradient = delta[l][i] * h[l][j];
          weights[l][i][j] -= eta * (gradient + decay * weights[l][i][j]);
          if (feedback == Feedback.KOLEN_POLLACK && l > 0) {
            back[l - 1][j][i] -= eta * (gradient + decay * back[l - 1][j][i]);
          }
        }
      }
    }
  }

  /// A copy of a layer's weights, units x inputs; layers from 0.
  public double[][] weights(int layer) {
    return copy(weights[layer]);
  }

  /// The feedback into a layer, its units x those that send; layers from 0, the last has none.
  public double[][] feedback(int layer) {
    return copy(backward(layer));
  }

  private double[][] backward(int layer) {
    double[][] above = weights[layer + 1];
    if (feedback != Feedback.TRANSPOSE && feedback != Feedback.SIGN) {
      return back[layer];
    }
    double[][] b = new double[above[0].length][above.length];
    for (int i = 0; i < b.length; i++) {
      for (int k = 0; k < above.length; k++) {
        double size = Math.abs(back[layer][i][k]);
        b[i][k] = feedback == Feedback.SIGN ? Math.signum(above[k][i]) * size : above[k][i];
      }
    }
    return b;
  }

  private static double[][] normal(int rows, int columns, RandomStream stream) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      stream.fillGaussian(row, 1 / Math.sqrt(columns));
    }
    return matrix;
  }

  static double[] times(double[][] matrix, double[] x) {
    double[] y = new double[matrix.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += matrix[i][j] * x[j];
      }
    }
    return y;
  }

  private static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }
}
