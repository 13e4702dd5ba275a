// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.shared;

import static java.lang.Double.NaN;

import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.stats.Interval;
import engram.stats.MeanInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How the pages draw: means over replicates with 95 % intervals.
public final class Reading {
  private Reading() {}

  /// Means at places.
  public static Mark.Points points(String name, Results all, List<Double> x, List<At> keys) {
    return Mark.points(
        name,
        x,
        keys.stream().map(at -> end(all, at, Interval::middle)).toList(),
        keys.stream().map(at -> end(all, at, Interval::low)).toList(),
        keys.stream().map(at -> end(all, at, Interval::high)).toList());
  }

  /// Bars of means.
  public static Mark.Bars bars(String name, Results all, List<String> places, List<At> keys) {
    Mark.Points points = points(name, all, keys.stream().map(_ -> 0.0).toList(), keys);
    return Mark.bars(name, places, points.y(), points.low(), points.high());
  }

  /// The mean course of an arm, as a line.
  public static Mark.Line course(String arm, Results all, Measure measure) {
    At at = measure.in(arm);
    List<Double> x =
        all.count() == 0 ? List.of() : all.series(0, at).stream().map(Entry.Point::x).toList();
    List<Double> mean = new ArrayList<>();
    for (int k = 0; k < x.size(); k++) {
      int point = k;
      mean.add(
          IntStream.range(0, all.count())
              .mapToDouble(i -> all.series(i, at).get(point).y())
              .average()
              .orElse(NaN));
    }
    return Mark.line(arm, x, mean);
  }

  private static double end(Results all, At at, ToDoubleFunction<Interval> which) {
    double[] values = all.values(at).stream().mapToDouble(v -> v).toArray();
    return switch (values.length) {
      case 0 -> NaN;
      case 1 -> values[0];
      default -> which.applyAsDouble(MeanInterval.of(values));
    };
  }
}
