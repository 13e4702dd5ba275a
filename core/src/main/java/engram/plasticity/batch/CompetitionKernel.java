// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import engram.kernel.Floats;
import engram.kernel.TopK;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import java.util.Arrays;

/// The activity of a batch, a row a sample.
final class CompetitionKernel {
  private CompetitionKernel() {}

  /// Writes y, samples x units, from u.
  static void compete(Competition competition, Activity a) {
    switch (competition) {
      case Competition.None none ->
          activate(none.activation(), a.u(), a.y(), a.samples() * a.units());
      case Competition.Hard _ -> ranked(a, 1, (_, _) -> 1);
      case Competition.KWinners k -> ranked(a, k.k(), (_, u) -> k.graded() ? u : 1);
      case Competition.RankAntiHebb r ->
          ranked(a, r.k(), (rank, _) -> rank == 0 ? 1 : rank == r.k() - 1 ? (float) -r.delta() : 0);
      case Competition.Soft soft -> soft(soft.t(), a);
      case Competition.SoftKrotov soft -> {
        soft(soft.t(), a);
        turn(a);
      }
      case Competition.Neighbourhood near -> neighbours(near, a);
    }
  }

  private static void activate(Activation f, float[] u, float[] y, int n) {
    switch (f) {
      case IDENTITY -> System.arraycopy(u, 0, y, 0, n);
      case TANH -> Floats.tanh(u, 0, y, 0, n);
      case LOGISTIC -> Floats.sigmoid(u, 0, y, 0, n);
      case RELU -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.max(u[i], 0);
        }
      }
      case CUBE, GAUSS -> {
        for (int i = 0; i < n; i++) {
          y[i] = (float) f.of(u[i]);
        }
      }
    }
  }

  private static void ranked(Activity a, int k, OfRank of) {
    int m = a.units();
    Arrays.fill(a.y(), 0, a.samples() * m, 0);
    for (int b = 0; b < a.samples(); b++) {
      if (k == 1) {
        int winner = winner(a, b);
        a.y()[b * m + winner] = of.value(0, a.u()[b * m + winner]);
        continue;
      }
      int[] best = TopK.of(Arrays.copyOfRange(a.u(), b * m, (b + 1) * m), k);
      for (int rank = 0; rank < k; rank++) {
        a.y()[b * m + best[rank]] = of.value(rank, a.u()[b * m + best[rank]]);
      }
    }
  }

  private static void soft(double t, Activity a) {
    int m = a.units();
    for (int b = 0; b < a.samples(); b++) {
      int at = b * m;
      float greatest = a.u()[at + winner(a, b)];
      for (int i = at; i < at + m; i++) {
        a.y()[i] = (float) (t * (a.u()[i] - greatest));
      }
    }
    Floats.exp(a.y(), 0, a.y(), 0, a.samples() * m);
    for (int b = 0; b < a.samples(); b++) {
      float factor = 1 / Floats.sum(a.y(), b * m, m);
      for (int i = b * m; i < (b + 1) * m; i++) {
        a.y()[i] *= factor;
      }
    }
  }

  private static void turn(Activity a) {
    for (int b = 0; b < a.samples(); b++) {
      int at = b * a.units();
      int winner = winner(a, b);
      for (int i = 0; i < a.units(); i++) {
        a.y()[at + i] = i == winner ? a.y()[at + i] : -a.y()[at + i];
      }
    }
  }

  private static void neighbours(Competition.Neighbourhood near, Activity a) {
    int m = a.units();
    float[] corner = new float[m];
    for (int i = 0; i < m; i++) {
      corner[i] = (float) near.of(i, 0);
    }
    for (int b = 0; b < a.samples(); b++) {
      int winner = winner(a, b);
      for (int i = 0; i < m; i++) {
        int down = Math.abs(i / near.columns() - winner / near.columns());
        int right = Math.abs(i % near.columns() - winner % near.columns());
        a.y()[b * m + i] = corner[down * near.columns() + right];
      }
    }
  }

  private static int winner(Activity a, int sample) {
    int at = sample * a.units();
    int best = 0;
    for (int i = 1; i < a.units(); i++) {
      best = a.u()[at + i] > a.u()[at + best] ? i : best;
    }
    return best;
  }

  /// The activity of a rank.
  private interface OfRank {
    float value(int rank, float u);
  }
}
