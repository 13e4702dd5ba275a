// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

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

/// What several pages measure, and how they draw it: means over replicates with 95 % intervals.
final class Reading {
  /// How many replicates decide. Eight, the usual number, left seven of thirteen claims undecided.
  static final int REPLICATES = 24;

  static final Measure OVERLAP =
      Measure.of("overlap", "m = (1/N) sum xi sigma with the archetype, mean after the burn-in");
  static final Measure EXAMPLE_OVERLAP =
      Measure.of(
          "example-overlap", "n = (1/N) sum y sigma with the normalised mean of the examples");
  static final Measure SETTLED =
      Measure.of("settled-overlap", "m with the archetype after settling from it at T = 0");
  static final Measure ACCURACY =
      Measure.of("accuracy", "test images whose class has the largest overlap after relaxation");
  static final Measure RECOVERED =
      Measure.of("recovered-overlap", "m with a stored image, from a quarter of it turned");

  private Reading() {}

  /// Means with their intervals; a gap where there is no value.
  static Mark.Points points(String name, Results all, List<Double> x, List<At> keys) {
    return Mark.points(
        name,
        x,
        keys.stream().map(at -> end(all, at, Interval::middle)).toList(),
        keys.stream().map(at -> end(all, at, Interval::low)).toList(),
        keys.stream().map(at -> end(all, at, Interval::high)).toList());
  }

  /// Bars of means with their intervals.
  static Mark.Bars bars(String name, Results all, List<String> places, List<At> keys) {
    Mark.Points points = points(name, all, keys.stream().map(_ -> 0.0).toList(), keys);
    return Mark.bars(name, places, points.y(), points.low(), points.high());
  }

  /// Means of the points of a series, each with its interval.
  static Mark.Points series(String name, Results all, At at) {
    List<Double> x =
        all.count() == 0 ? List.of() : all.series(0, at).stream().map(Entry.Point::x).toList();
    List<double[]> y = new ArrayList<>();
    for (int k = 0; k < x.size(); k++) {
      int point = k;
      y.add(
          IntStream.range(0, all.count())
              .mapToDouble(i -> all.series(i, at).get(point).y())
              .toArray());
    }
    return Mark.points(
        name,
        x,
        y.stream().map(v -> end(v, Interval::middle)).toList(),
        y.stream().map(v -> end(v, Interval::low)).toList(),
        y.stream().map(v -> end(v, Interval::high)).toList());
  }

  /// The same at places that are named as the arms.
  static Mark.Bars bars(String name, Results all, List<At> keys) {
    return bars(name, all, keys.stream().map(At::arm).toList(), keys);
  }

  private static double end(Results all, At at, ToDoubleFunction<Interval> which) {
    return end(all.values(at).stream().mapToDouble(v -> v).toArray(), which);
  }

  private static double end(double[] values, ToDoubleFunction<Interval> which) {
    return switch (values.length) {
      case 0 -> NaN;
      case 1 -> values[0];
      default -> which.applyAsDouble(MeanInterval.of(values));
    };
  }
}
