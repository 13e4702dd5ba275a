// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.kernel.Doubles;

/// What is held fixed of each layer's weights after every update.
public enum NormConstraint {
  /// Nothing, as in the appendix.
  NONE,
  /// The Frobenius norm, as in the main figures.
  FROBENIUS,
  /// The norm of each row: of what a neuron receives.
  ROWS;

  /// The norms that are held: none, one, or one a row.
  double[] of(double[] weights, int columns) {
    int length = length(weights, columns);
    double[] norms = new double[length == 0 ? 0 : weights.length / length];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = norm(weights, i * length, length);
      if (!(norms[i] > 0)) {
        throw new IllegalArgumentException(
            "norm of weights must be above 0 to be held, was " + norms[i]);
      }
    }
    return norms;
  }

  /// Scales weights to their norms.
  void hold(double[] weights, double[] norms, int columns) {
    int length = length(weights, columns);
    for (int i = 0; i < norms.length; i++) {
      double scale = norms[i] / norm(weights, i * length, length);
      for (int j = 0; j < length; j++) {
        weights[i * length + j] *= scale;
      }
    }
  }

  private int length(double[] weights, int columns) {
    return switch (this) {
      case NONE -> 0;
      case FROBENIUS -> weights.length;
      case ROWS -> columns;
    };
  }

  private static double norm(double[] weights, int at, int length) {
    return Math.sqrt(Doubles.dot(weights, at, weights, at, length));
  }
}
