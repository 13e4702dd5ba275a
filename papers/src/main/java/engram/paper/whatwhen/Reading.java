// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import java.util.Arrays;
import java.util.List;

/// What several pages measure.
final class Reading {
  static final Measure RATE = new Measure("rate", "1/s", "mean rate of the network's neurons");

  private Reading() {}

  /// Writes amplitudes and the straight line through them, relative to the last.
  static void regress(Notebook out, String arm, List<Double> x, double[] y) {
    double meanX = x.stream().mapToDouble(v -> v).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < y.length; i++) {
      out.series(ChanceOutcomes.AMPLITUDE.in(arm), x.get(i), y[i]);
      xx += (x.get(i) - meanX) * (x.get(i) - meanX);
      xy += (x.get(i) - meanX) * (y[i] - meanY);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    double last = y[y.length - 1];
    if (last == 0 || yy == 0) {
      out.diverged(ChanceOutcomes.SLOPE.in(arm), "nothing was learned");
      out.diverged(ChanceOutcomes.FIT.in(arm), "nothing was learned");
      return;
    }
    out.value(ChanceOutcomes.SLOPE.in(arm), xy / xx / last);
    out.value(ChanceOutcomes.FIT.in(arm), xy * xy / (xx * yy));
  }
}
