// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import engram.source.FromPaper;

/// How like two sets of recurrent weights are, over synapses between different neurons. The overall
/// correlation mixes two things: that excitatory and inhibitory neurons differ, which any net of
/// the same statistics shares, and which synapse is strong. The correlation within a class shows
/// the second alone: it is 0 in the mean for weights drawn anew.
///
/// A correlation is Pearson's; it is 0 where one side does not vary (no synapses to compare).
///
/// References: see the package.
///
/// @param all correlation over all synapses
/// @param excitatory correlation over synapses from excitatory neurons
/// @param inhibitory correlation over synapses from inhibitory neurons
/// @param cosine of the angle between the two sets
/// @param inputSums correlation of the neurons' summed incoming weights
@FromPaper(value = "pspm", at = "spec: weight measures")
public record WeightComparison(
    double all, double excitatory, double inhibitory, double cosine, double inputSums) {
  /// Compares.
  ///
  /// @param weights what was learned
  /// @param truth of the same size
  /// @param excitatory how many neurons, the first ones, are excitatory in the truth
  public static WeightComparison of(
      RecurrentWeights weights, RecurrentWeights truth, int excitatory) {
    int n = truth.neurons();
    weights.requireNeurons(n);
    if (excitatory < 0 || excitatory > n) {
      throw new IllegalArgumentException("excitatory must be in [0, " + n + "], was " + excitatory);
    }
    Sums excite = columns(weights, truth, 0, excitatory);
    Sums inhibit = columns(weights, truth, excitatory, n);
    Sums all = excite.plus(inhibit);
    Sums inputs = new Sums(0, 0, 0, 0, 0, 0);
    for (int i = 0; i < n; i++) {
      double x = 0;
      double y = 0;
      for (int j = 0; j < n; j++) {
        x += i == j ? 0 : weights.weight(i, j);
        y += i == j ? 0 : truth.weight(i, j);
      }
      inputs = inputs.with(x, y);
    }
    return new WeightComparison(
        all.correlation(),
        excite.correlation(),
        inhibit.correlation(),
        all.cosine(),
        inputs.correlation());
  }

  private static Sums columns(RecurrentWeights weights, RecurrentWeights truth, int from, int to) {
    Sums sums = new Sums(0, 0, 0, 0, 0, 0);
    for (int j = from; j < to; j++) {
      for (int i = 0; i < truth.neurons(); i++) {
        if (i != j) {
          sums = sums.with(weights.weight(i, j), truth.weight(i, j));
        }
      }
    }
    return sums;
  }

  /// Sums over pairs (x, y).
  private record Sums(double n, double x, double y, double xx, double yy, double xy) {
    Sums with(double a, double b) {
      return new Sums(n + 1, x + a, y + b, xx + a * a, yy + b * b, xy + a * b);
    }

    Sums plus(Sums other) {
      return new Sums(
          n + other.n, x + other.x, y + other.y, xx + other.xx, yy + other.yy, xy + other.xy);
    }

    double correlation() {
      double spread = (xx - x * x / n) * (yy - y * y / n);
      return spread > 0 ? (xy - x * y / n) / Math.sqrt(spread) : 0;
    }

    double cosine() {
      double lengths = xx * yy;
      return lengths > 0 ? xy / Math.sqrt(lengths) : 0;
    }
  }
}
