// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.constrain;

import engram.kernel.Doubles;
import engram.source.FromPaper;
import java.util.Arrays;

/// What every row of weights is brought to after an update.
///
/// Multiplicative constraints let a linear Hebbian rule converge to the leading eigenvector,
/// subtractive ones drive weights to their bounds [1].
///
/// References: [1] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 0")
public sealed interface WeightConstraint {
  /// Changes a matrix in place.
  ///
  /// @param weights units x inputs, row by row
  void apply(float[] weights, int units, int inputs);

  /// Nothing is asked of the weights.
  record None() implements WeightConstraint {
    @Override
    public void apply(float[] weights, int units, int inputs) {}
  }

  /// Each row has p-norm 1: `(sum |w|^p)^(1/p) = 1`. A row of zeros stays.
  ///
  /// @param p at least 1; 2 is the Euclidean length
  record UnitNorm(double p) implements WeightConstraint {
    /// Checks the exponent.
    public UnitNorm {
      if (!(p >= 1 && p < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("p must be finite and at least 1, was " + p);
      }
    }

    @Override
    public void apply(float[] weights, int units, int inputs) {
      for (int i = 0; i < units; i++) {
        double norm = norm(weights, i * inputs, inputs, p);
        scale(weights, i * inputs, inputs, norm > 0 ? 1 / norm : 1);
      }
    }
  }

  /// Each row has a given sum: by the same amount taken from each weight, or by the same factor. A
  /// row whose sum is 0 cannot be scaled and stays.
  ///
  /// @param total the sum, finite
  /// @param way subtractive or multiplicative
  record Sum(double total, Way way) implements WeightConstraint {
    /// How a sum is kept.
    public enum Way {
      /// The same amount is taken from each weight.
      SUBTRACTIVE,
      /// Each weight is multiplied by the same factor.
      MULTIPLICATIVE
    }

    /// Checks the total.
    public Sum {
      if (!Double.isFinite(total)) {
        throw new IllegalArgumentException("total must be finite, was " + total);
      }
    }

    @Override
    public void apply(float[] weights, int units, int inputs) {
      for (int i = 0; i < units; i++) {
        int at = i * inputs;
        double sum = 0;
        for (int j = at; j < at + inputs; j++) {
          sum += weights[j];
        }
        if (way == Way.MULTIPLICATIVE) {
          scale(weights, at, inputs, sum == 0 ? 1 : total / sum);
        } else {
          double excess = (sum - total) / inputs;
          for (int j = at; j < at + inputs; j++) {
            weights[j] = (float) (weights[j] - excess);
          }
        }
      }
    }
  }

  /// Each weight lies in [low, high].
  ///
  /// @param low not above high
  /// @param high not below low
  record Clip(double low, double high) implements WeightConstraint {
    /// Checks the order.
    public Clip {
      if (!(low <= high)) {
        throw new IllegalArgumentException("low must be at most high, was " + low + " > " + high);
      }
    }

    @Override
    public void apply(float[] weights, int units, int inputs) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) Math.clamp(weights[i], low, high);
      }
    }
  }

  /// Dale's law: all weights from an excitatory input are 0 or more, from an inhibitory one 0 or
  /// less. A weight that would cross 0 stays there.
  ///
  /// @param excitatory for each input whether it excites
  // Built once and read only; two are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Dale(boolean[] excitatory) implements WeightConstraint {
    /// Copies.
    public Dale {
      excitatory = excitatory.clone();
    }

    @Override
    public boolean[] excitatory() {
      return excitatory.clone();
    }

    @Override
    public void apply(float[] weights, int units, int inputs) {
      if (excitatory.length != inputs) {
        throw new IllegalArgumentException(
            "inputs must be those of Dale's law, " + excitatory.length + ", was " + inputs);
      }
      for (int i = 0; i < weights.length; i++) {
        boolean excites = excitatory[i % inputs];
        weights[i] = excites ? Math.max(weights[i], 0) : Math.min(weights[i], 0);
      }
    }

    @Override
    public String toString() {
      return "Dale" + Arrays.toString(excitatory);
    }
  }

  /// Each row has Euclidean length 1.
  static WeightConstraint unitRow() {
    return new UnitNorm(2);
  }

  /// The p-norm of a row.
  static double norm(float[] weights, int at, int n, double p) {
    double sum = 0;
    for (int j = at; j < at + n; j++) {
      double size = Math.abs(weights[j]);
      sum += p == 2 ? size * size : power(size, p);
    }
    return p == 2 ? Math.sqrt(sum) : power(sum, 1 / p);
  }

  private static double power(double x, double p) {
    return x == 0 ? 0 : p == 1 ? x : Doubles.exp(p * Doubles.log(x));
  }

  private static void scale(float[] weights, int at, int n, double factor) {
    for (int j = at; j < at + n; j++) {
      weights[j] = (float) (weights[j] * factor);
    }
  }
}
