// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import engram.data.series.RowSpan;
import engram.kernel.Doubles;
import java.util.List;

/// What a detection at each row of a series is worth.
///
/// @param window the window in which each row lies, from 0; -1 outside, -2 in probation
/// @param worth positive inside, mostly negative outside
@SuppressWarnings("ArrayRecordComponent") // read once by the scorer, never compared
record RowWorth(int[] window, double[] worth) {
  static final int OUTSIDE = -1;
  static final int PROBATION = -2;
  private static final double FAR = 3;
  private static final double STEEPNESS = 5;

  /// `2 / (1 + e^(5 r)) - 1`, and -1 for r above 3; r = -1 is a window's beginning, 0 its end.
  static double sigmoid(double r) {
    return r > FAR ? -1 : 2 / (1 + Doubles.exp(STEEPNESS * r)) - 1;
  }

  static RowWorth of(DetectedSeries series, NabProfile profile) {
    int[] window = new int[series.rows()];
    double[] worth = new double[series.rows()];
    List<RowSpan> windows = series.windows();
    int next = 0;
    for (int row = 0; row < window.length; row++) {
      if (next < windows.size() && row > windows.get(next).last()) {
        next++;
      }
      boolean inside = next < windows.size() && windows.get(next).holds(row);
      window[row] = row < series.probationRows() ? PROBATION : inside ? next : OUTSIDE;
      if (inside) {
        RowSpan own = windows.get(next);
        double r = -(own.last() - row + 1) / (double) own.length();
        worth[row] = profile.truePositive() * sigmoid(r) / sigmoid(-1);
      } else if (next > 0) {
        RowSpan before = windows.get(next - 1);
        double r = (row - before.last()) / (double) (before.length() - 1);
        worth[row] = profile.falsePositive() * sigmoid(r);
      } else {
        worth[row] = -profile.falsePositive();
      }
    }
    return new RowWorth(window, worth);
  }
}
