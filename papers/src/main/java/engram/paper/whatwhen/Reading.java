// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.stats.Interval;
import engram.stats.MeanInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What pages measure and draw alike: means over replicates with 95 % intervals.
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

  /// The means of a series.
  static Mark.Line line(String name, Results all, At at) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    int points = all.count() == 0 ? 0 : all.series(0, at).size();
    for (int k = 0; k < points; k++) {
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < all.count(); i++) {
        List<Entry.Point> series = all.series(i, at);
        if (k < series.size()) {
          values.add(series.get(k).y());
        }
      }
      Interval interval = interval(values);
      x.add(all.series(0, at).get(k).x());
      y.add(interval.middle());
      low.add(interval.low());
      high.add(interval.high());
    }
    return Mark.line(name, x, y, low, high);
  }

  /// Bars of means, named as the arms.
  static Mark.Bars bars(String name, Results all, List<At> at) {
    List<Interval> intervals = at.stream().map(each -> interval(all.values(each))).toList();
    return Mark.bars(
        name,
        at.stream().map(At::arm).toList(),
        intervals.stream().map(Interval::middle).toList(),
        intervals.stream().map(Interval::low).toList(),
        intervals.stream().map(Interval::high).toList());
  }

  private static Interval interval(List<Double> values) {
    double[] all = values.stream().mapToDouble(v -> v).toArray();
    return switch (all.length) {
      case 0 -> new Interval(Double.NaN, Double.NaN, Double.NaN);
      case 1 -> new Interval(all[0], all[0], all[0]);
      default -> MeanInterval.of(all);
    };
  }
}
