// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import engram.signal.spike.SpikeTrain;
import engram.source.FromPaper;

/// Victor and Purpura's distance [3]: the least cost at which one train becomes the other, where a
/// spike is put in or taken out for 1 and moved by dt for `q |dt|`. With G(i, j) the cost between
/// the first i spikes of one and the first j of the other,
///
///     G(i, j) = min( G(i-1, j) + 1, G(i, j-1) + 1, G(i-1, j-1) + q |u_i - v_j| )
///
/// Closed forms: two single spikes dt apart cost `min(2, q dt)`; at q = 0 the distance is the
/// difference of counts; for large q it counts the spikes that do not coincide. Costs n m steps and
/// one row of memory.
///
/// References: see the package.
///
/// @param costPerMs q, 0 or more; spikes further apart than 2 / q are never moved
@FromPaper(value = "pspm", at = "spec: Victor-Purpura distance")
public record VictorPurpura(double costPerMs) implements TrainDistance {
  /// Checks the cost.
  public VictorPurpura {
    if (!(costPerMs >= 0 && costPerMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "costPerMs must be finite and 0 or more, was " + costPerMs);
    }
  }

  @Override
  public double between(SpikeTrain first, SpikeTrain second) {
    boolean firstLonger = first.count() >= second.count();
    SpikeTrain rows = firstLonger ? first : second;
    SpikeTrain columns = firstLonger ? second : first;
    int m = columns.count();
    double[] v = columns.timesMs();
    double[] cost = new double[m + 1];
    for (int j = 0; j <= m; j++) {
      cost[j] = j;
    }
    for (int i = 1; i <= rows.count(); i++) {
      double u = rows.timeMs(i - 1);
      double diagonal = cost[0];
      cost[0] = i;
      for (int j = 1; j <= m; j++) {
        double moved = diagonal + costPerMs * Math.abs(u - v[j - 1]);
        diagonal = cost[j];
        cost[j] = Math.min(moved, Math.min(cost[j], cost[j - 1]) + 1);
      }
    }
    return cost[m];
  }
}
