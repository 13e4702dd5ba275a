// SPDX-License-Identifier: Apache-2.0
package engram.spiking.criticality;

import engram.random.RandomStream;
import engram.source.FromPaper;
import engram.spiking.replay.RecurrentWeights;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/// Excitatory weights with a given largest eigenvalue, none from a neuron to itself.
///
/// References: see the package, [1].
@FromPaper(value = "pspm", at = "spec: networks, PIF")
public final class CriticalWeights {
  private static final int MOST_ITERATIONS = 10_000;
  private static final double TOLERANCE = 1e-13;

  private CriticalWeights() {}

  /// One weight for all, `radius / (neurons - 1)`.
  ///
  /// @param neurons 2 or more
  /// @param radius the largest eigenvalue, above 0 and finite
  public static RecurrentWeights uniform(int neurons, double radius) {
    return scaled(neurons, radius, () -> 1);
  }

  /// Weights uniform in [0, 1), then scaled.
  ///
  /// @param neurons 2 or more
  /// @param radius the largest eigenvalue, above 0 and finite
  public static RecurrentWeights random(int neurons, double radius, RandomStream random) {
    return scaled(neurons, radius, random::nextDouble);
  }

  private static RecurrentWeights scaled(int neurons, double radius, DoubleSupplier draws) {
    if (neurons < 2) {
      throw new IllegalArgumentException("neurons must be 2 or more, was " + neurons);
    }
    if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("radius must be above 0 and finite, was " + radius);
    }
    double[][] rows = new double[neurons][neurons];
    for (int i = 0; i < neurons; i++) {
      for (int j = 0; j < neurons; j++) {
        rows[i][j] = i == j ? 0 : draws.getAsDouble();
      }
    }
    RecurrentWeights weights = RecurrentWeights.of(rows);
    return weights.times(radius / largestEigenvalue(weights));
  }

  /// The largest eigenvalue of weights none of which is negative, by power iteration: it exists and
  /// is not negative (Perron and Frobenius). Converges where the graph of the weights is connected
  /// and not a ring.
  public static double largestEigenvalue(RecurrentWeights weights) {
    int n = weights.neurons();
    double[] x = new double[n];
    Arrays.fill(x, 1.0 / n);
    double value = 0;
    for (int k = 0; k < MOST_ITERATIONS; k++) {
      double[] y = new double[n];
      double sum = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          y[i] += requirePositive(i, j, weights.weight(i, j)) * x[j];
        }
        sum += y[i];
      }
      if (sum == 0) {
        return 0;
      }
      for (int i = 0; i < n; i++) {
        x[i] = y[i] / sum;
      }
      if (Math.abs(sum - value) <= TOLERANCE * sum) {
        return sum;
      }
      value = sum;
    }
    return value;
  }

  private static double requirePositive(int i, int j, double weight) {
    if (weight < 0) {
      throw new IllegalArgumentException(
          "weight %d, %d must be 0 or more, was %s".formatted(i, j, weight));
    }
    return weight;
  }
}
