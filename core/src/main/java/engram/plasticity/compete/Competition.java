// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.compete;

import engram.kernel.Doubles;
import engram.source.FromPaper;
import java.util.Arrays;

/// How the units of a layer compete: from the scores u of one sample to the activity y that enters
/// a rule. Units compete with each other, never places of an image. Of equal scores the lower index
/// wins.
///
/// | form | y |
/// | --- | --- |
/// | [None] | `f(u_i)` |
/// | [Hard] | 1 for the greatest u, else 0 |
/// | [KWinners] | 1 (or u) for the k greatest, else 0 |
/// | [Soft] | `exp(t u_i) / sum_k exp(t u_k)` [2] |
/// | [SoftKrotov] | the same, negative for all but the greatest u [3] |
/// | [RankAntiHebb] | 1 for the greatest u, `-delta` for the k-th, else 0 [1] |
/// | [Neighbourhood] | `exp(-d² / 2 sigma²)`, d the distance on a grid from the greatest u [4] |
///
/// References: [1] to [4] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 23")
public sealed interface Competition {
  /// The activity for the scores of one sample.
  double[] activity(double[] u);

  /// Refuses a number of units that this cannot have.
  default void requireUnits(int units) {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, was " + units);
    }
  }

  /// Units do not compete.
  ///
  /// @param activation f
  record None(Activation activation) implements Competition {
    @Override
    public double[] activity(double[] u) {
      return Arrays.stream(u).map(activation::of).toArray();
    }
  }

  /// The winner takes all.
  record Hard() implements Competition {
    @Override
    public double[] activity(double[] u) {
      double[] y = new double[u.length];
      y[winner(u)] = 1;
      return y;
    }
  }

  /// The k greatest are active.
  ///
  /// @param k in [1, units]
  /// @param graded whether an active unit keeps its score; else it has 1
  record KWinners(int k, boolean graded) implements Competition {
    /// Checks k.
    public KWinners {
      requireAtLeastOne("k", k);
    }

    @Override
    public void requireUnits(int units) {
      requireAtMost(k, units);
    }

    @Override
    public double[] activity(double[] u) {
      requireUnits(u.length);
      double[] y = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        y[i] = rank(u, i) < k ? (graded ? u[i] : 1) : 0;
      }
      return y;
    }
  }

  /// Softmax.
  ///
  /// @param t inverse temperature, finite and above 0
  record Soft(double t) implements Competition {
    /// Checks t.
    public Soft {
      requirePositive("t", t);
    }

    @Override
    public double[] activity(double[] u) {
      return softmax(t, u);
    }
  }

  /// Softmax, negative for all but the winner: they unlearn by their own share.
  ///
  /// @param t inverse temperature, finite and above 0
  record SoftKrotov(double t) implements Competition {
    /// Checks t.
    public SoftKrotov {
      requirePositive("t", t);
    }

    @Override
    public double[] activity(double[] u) {
      double[] y = softmax(t, u);
      int winner = winner(u);
      for (int i = 0; i < y.length; i++) {
        y[i] = i == winner ? y[i] : -y[i];
      }
      return y;
    }
  }

  /// The winner learns, the k-th unlearns.
  ///
  /// @param k rank of the unit that unlearns, in [2, units]; usual 2
  /// @param delta how strongly it does, finite, 0 or more; usual .4
  record RankAntiHebb(int k, double delta) implements Competition {
    /// Checks both.
    public RankAntiHebb {
      if (k < 2) {
        throw new IllegalArgumentException("k must be at least 2, was " + k);
      }
      if (!(delta >= 0 && delta < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("delta must be finite and 0 or more, was " + delta);
      }
    }

    @Override
    public void requireUnits(int units) {
      requireAtMost(k, units);
    }

    @Override
    public double[] activity(double[] u) {
      requireUnits(u.length);
      double[] y = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        int rank = rank(u, i);
        y[i] = rank == 0 ? 1 : rank == k - 1 ? -delta : 0;
      }
      return y;
    }
  }

  /// Units on a grid, row by row, learn with the winner as far as they lie near it.
  ///
  /// @param rows of the grid, at least 1
  /// @param columns of the grid, at least 1
  /// @param sigma width of the neighbourhood in steps of the grid, above 0
  record Neighbourhood(int rows, int columns, double sigma) implements Competition {
    /// Checks all three.
    public Neighbourhood {
      requireAtLeastOne("rows", rows);
      requireAtLeastOne("columns", columns);
      requirePositive("sigma", sigma);
    }

    @Override
    public void requireUnits(int units) {
      if (units != rows * columns) {
        throw new IllegalArgumentException(
            "units must be those of the grid, %d x %d, was %d".formatted(rows, columns, units));
      }
    }

    @Override
    public double[] activity(double[] u) {
      requireUnits(u.length);
      int winner = winner(u);
      double[] y = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        y[i] = of(i, winner);
      }
      return y;
    }

    /// The share in which a unit learns with a winner.
    public double of(int unit, int winner) {
      double down = unit / columns - winner / columns;
      double right = unit % columns - winner % columns;
      return Doubles.exp(-(down * down + right * right) / (2 * sigma * sigma));
    }
  }

  /// The unit of the greatest score.
  static int winner(double[] u) {
    int best = 0;
    for (int i = 1; i < u.length; i++) {
      best = u[i] > u[best] ? i : best;
    }
    return best;
  }

  private static int rank(double[] u, int unit) {
    int above = 0;
    for (int k = 0; k < u.length; k++) {
      above += u[k] > u[unit] || (u[k] == u[unit] && k < unit) ? 1 : 0;
    }
    return above;
  }

  private static double[] softmax(double t, double[] u) {
    double greatest = u[winner(u)];
    double[] y = new double[u.length];
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      y[i] = Doubles.exp(t * (u[i] - greatest));
      sum += y[i];
    }
    for (int i = 0; i < u.length; i++) {
      y[i] /= sum;
    }
    return y;
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, was " + value);
    }
  }

  private static void requireAtMost(int k, int units) {
    if (k > units) {
      throw new IllegalArgumentException("k must be at most the units, " + units + ", was " + k);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
    }
  }
}
