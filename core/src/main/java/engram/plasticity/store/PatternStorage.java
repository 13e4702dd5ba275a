// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.store;

import engram.source.FromPaper;

/// Patterns stored by their outer products [1], [3]:
///
///     W = (1/N) sum_mu (xi^mu - f)(xi^mu - f)^T,  W_ii = 0
///
/// with f = 0 for patterns of +-1 and f the activity of sparse patterns of 0 and 1. At small error
/// 0.138 N patterns of +-1 can be recalled; one given pattern is recalled perfectly up to `N / (2 ln
/// N)` of them, all up to `N / (4 ln N)` [2].
///
/// References: [1], [2], [3] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 1, spec 2")
public final class PatternStorage {
  private final double activity;
  private final double[][] weights;

  /// An empty memory.
  ///
  /// @param size N, at least 1
  /// @param activity f, in [0, 1)
  public PatternStorage(int size, double activity) {
    if (size < 1) {
      throw new IllegalArgumentException("size must be at least 1, was " + size);
    }
    if (!(activity >= 0 && activity < 1)) {
      throw new IllegalArgumentException("activity must be in [0, 1), was " + activity);
    }
    this.activity = activity;
    this.weights = new double[size][size];
  }

  /// Stores a pattern.
  public void store(int[] pattern) {
    requireSize(pattern);
    int n = weights.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double product = (pattern[i] - activity) * (pattern[j] - activity) / n;
        weights[i][j] += i == j ? 0 : product;
      }
    }
  }

  /// The fields that a state puts on its units, `W (s - f)`.
  public double[] fields(int[] state) {
    requireSize(state);
    double[] fields = new double[state.length];
    for (int i = 0; i < fields.length; i++) {
      for (int j = 0; j < fields.length; j++) {
        fields[i] += weights[i][j] * (state[j] - activity);
      }
    }
    return fields;
  }

  /// How many units of a state of +-1 have a field against them: 0 for a state at rest.
  public int unstable(int[] state) {
    double[] fields = fields(state);
    int against = 0;
    for (int i = 0; i < fields.length; i++) {
      against += fields[i] * state[i] < 0 ? 1 : 0;
    }
    return against;
  }

  private void requireSize(int[] pattern) {
    if (pattern.length != weights.length) {
      throw new IllegalArgumentException(
          "pattern must have %d units, was %d".formatted(weights.length, pattern.length));
    }
  }
}
