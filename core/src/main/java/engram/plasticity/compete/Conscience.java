// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.compete;

import engram.source.FromPaper;

/// A bias that lets each unit win its share [5]: `b_i += a (1/m - win_i)`, added to the scores.
/// Units that never win are found by their growing bias; without it they stay dead.
///
/// References: [5] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 8")
public final class Conscience {
  private final double rate;
  private final double[] bias;

  /// @param units m, at least 1
  /// @param rate a, finite, 0 or more
  public Conscience(int units, double rate) {
    new Competition.Hard().requireUnits(units);
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be finite and 0 or more, was " + rate);
    }
    this.rate = rate;
    this.bias = new double[units];
  }

  /// The winner of the biased scores; the biases follow.
  public int winner(double[] scores) {
    if (scores.length != bias.length) {
      throw new IllegalArgumentException(
          "scores must be one a unit, " + bias.length + ", was " + scores.length);
    }
    double[] biased = new double[bias.length];
    for (int i = 0; i < bias.length; i++) {
      biased[i] = scores[i] + bias[i];
    }
    int winner = Competition.winner(biased);
    for (int i = 0; i < bias.length; i++) {
      bias[i] += rate * (1.0 / bias.length - (i == winner ? 1 : 0));
    }
    return winner;
  }

  /// A copy of the biases.
  public double[] bias() {
    return bias.clone();
  }
}
