// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.contrast;

import engram.plasticity.compete.Activation;
import engram.source.FromPaper;

/// A layer that predicts its own activity a moment later [1]. With c its activity now, z its
/// activity then, and s = 1 where both come from the same thing, -1 where the gaze moved to another:
///
///     c = f(W x_c),  z = f(W x_z)        u = z^T P c        L = max(0, 1 - s u)
///
/// As long as `s u < 1` the step is
///
///     dP_jk = eta s z_j c_k
///     dw_ji = eta s ((P c)_j f'(a_z,j) x_z,i + (P^T z)_j f'(a_c,j) x_c,i)
///
/// minus the gradient of L with the inputs held. Each term is a global factor s, a prediction that
/// reaches the unit itself, its own slope and an input of it.
///
/// References: [1] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 19")
public final class ClappLayer {
  private final Activation activation;
  private final double[][] weights;
  private final double[][] prediction;

  /// What a pair of inputs says.
  ///
  /// @param loss L
  /// @param weights dW for a rate of 1, units x inputs
  /// @param prediction dP for a rate of 1, units x units
  // Handed out once; two are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Change(double loss, double[][] weights, double[][] prediction) {}

  /// @param activation f; in [1] [Activation#RELU]
  /// @param weights W, units x inputs, finite; copied
  /// @param prediction P, units x units, finite; copied
  public ClappLayer(Activation activation, double[][] weights, double[][] prediction) {
    if (weights.length == 0 || weights[0].length == 0) {
      throw new IllegalArgumentException(
          "weights must be at least one unit of one input, was none");
    }
    this.activation = activation;
    this.weights = copied("weights", weights, weights.length, weights[0].length);
    this.prediction = copied("prediction", prediction, weights.length, weights.length);
  }

  /// How many units.
  public int units() {
    return weights.length;
  }

  /// How many inputs.
  public int inputs() {
    return weights[0].length;
  }

  /// f(W x).
  public double[] activity(double[] x) {
    double[] activity = scores(x);
    for (int j = 0; j < activity.length; j++) {
      activity[j] = activation.of(activity[j]);
    }
    return activity;
  }

  /// Loss and step for two inputs.
  ///
  /// @param now x_c
  /// @param then x_z
  /// @param same whether both come from the same thing
  public Change change(double[] now, double[] then, boolean same) {
    double[] c = activity(now);
    double[] z = activity(then);
    double[] forth = new double[units()];
    double[] back = new double[units()];
    double u = 0;
    for (int j = 0; j < units(); j++) {
      for (int k = 0; k < units(); k++) {
        forth[j] += prediction[j][k] * c[k];
        back[k] += prediction[j][k] * z[j];
      }
      u += z[j] * forth[j];
    }
    double s = same ? 1 : -1;
    double loss = Math.max(0, 1 - s * u);
    Change change = new Change(loss, new double[units()][inputs()], new double[units()][units()]);
    if (loss > 0) {
      add(s, z, c, change.prediction());
      add(s, sloped(forth, then), then, change.weights());
      add(s, sloped(back, now), now, change.weights());
    }
    return change;
  }

  /// Takes a step.
  ///
  /// @param eta rate, finite, 0 or more
  public void learn(Change change, double eta) {
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be finite and 0 or more, was " + eta);
    }
    for (int j = 0; j < units(); j++) {
      for (int i = 0; i < inputs(); i++) {
        weights[j][i] += eta * change.weights()[j][i];
      }
      for (int k = 0; k < units(); k++) {
        prediction[j][k] += eta * change.prediction()[j][k];
      }
    }
  }

  /// A copy of W.
  public double[][] weights() {
    return copied("weights", weights, units(), inputs());
  }

  /// A copy of P.
  public double[][] prediction() {
    return copied("prediction", prediction, units(), units());
  }

  private double[] sloped(double[] predicted, double[] x) {
    double[] scores = scores(x);
    double[] sloped = new double[units()];
    for (int j = 0; j < sloped.length; j++) {
      sloped[j] = predicted[j] * activation.slope(scores[j]);
    }
    return sloped;
  }

  private double[] scores(double[] x) {
    if (x.length != inputs()) {
      throw new IllegalArgumentException(
          "x must be one an input, %d, was %d".formatted(inputs(), x.length));
    }
    double[] scores = new double[units()];
    for (int j = 0; j < scores.length; j++) {
      for (int i = 0; i < x.length; i++) {
        scores[j] += weights[j][i] * x[i];
      }
    }
    return scores;
  }

  private static void add(double share, double[] post, double[] pre, double[][] change) {
    for (int j = 0; j < post.length; j++) {
      for (int i = 0; i < pre.length; i++) {
        change[j][i] += share * post[j] * pre[i];
      }
    }
  }

  private static double[][] copied(String name, double[][] matrix, int rows, int columns) {
    double[][] copy = new double[rows][];
    for (int j = 0; j < rows; j++) {
      if (matrix.length != rows || matrix[j].length != columns) {
        throw new IllegalArgumentException(
            "%s must be %d x %d, was %d x %d"
                .formatted(name, rows, columns, matrix.length, matrix[j].length));
      }
      copy[j] = matrix[j].clone();
      for (double value : copy[j]) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
      }
    }
    return copy;
  }
}
