// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import engram.kernel.Floats;

/// What to look at when units may be dead or double: how often each wins, and how alike the rows of
/// weights are.
public final class Rows {
  private Rows() {}

  /// How many samples each unit wins; of equal ones the lower index.
  ///
  /// @param values samples x units
  public static int[] wins(float[] values, int units) {
    if (units < 1 || values.length % units != 0) {
      throw new IllegalArgumentException(
          "values must be rows of %d units, was %d values".formatted(units, values.length));
    }
    int[] wins = new int[units];
    for (int from = 0; from < values.length; from += units) {
      int best = 0;
      for (int i = 1; i < units; i++) {
        best = values[from + i] > values[from + best] ? i : best;
      }
      wins[best]++;
    }
    return wins;
  }

  /// How many units win no sample.
  public static int dead(int[] wins) {
    int dead = 0;
    for (int count : wins) {
      dead += count == 0 ? 1 : 0;
    }
    return dead;
  }

  /// The mean size of the cosine between two different rows; a row of zeros has cosine 0. 1 for
  /// copies, about `sqrt(2 / (pi n))` for random directions in n dimensions.
  ///
  /// @param weights units x inputs, at least two rows
  public static double meanCosine(float[] weights, int inputs) {
    int units = inputs < 1 ? 0 : weights.length / inputs;
    if (units < 2 || weights.length != units * inputs) {
      throw new IllegalArgumentException(
          "weights must be at least two rows of %d inputs, was %d values"
              .formatted(inputs, weights.length));
    }
    double[] norms = new double[units];
    double sum = 0;
    for (int i = 0; i < units; i++) {
      norms[i] = Math.sqrt(Floats.dot(weights, i * inputs, weights, i * inputs, inputs));
      for (int k = 0; k < i; k++) {
        double both = norms[i] * norms[k];
        double inner = Floats.dot(weights, i * inputs, weights, k * inputs, inputs);
        sum += both > 0 ? Math.abs(inner) / both : 0;
      }
    }
    return sum / (units * (units - 1) / 2.0);
  }
}
