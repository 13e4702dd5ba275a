// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Replicate;
import engram.lab.measure.Results;
import engram.stats.Interval;
import engram.stats.MeanInterval;
import engram.stats.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What a figure shows of many replicates: under each key their mean, with whiskers or without.
///
/// | of | mean over | whiskers |
/// | --- | --- | --- |
/// | [#means] | all replicates | none |
/// | [#intervals] | all replicates | Student's 95 % interval of the mean |
/// | [#ranges] | all replicates | from the lowest replicate to the highest |
/// | [#first] | the first replicate | none |
///
/// Only replicates that wrote under a key count there. Where none did the mean is NaN, a gap; where
/// one did its whiskers have no length. The k-th points of a series belong together, over all
/// replicates that have as many; x is that of the longest series.
///
/// ```java
/// Summary summary = Summary.intervals(all);
/// summary.line(COURSE.in("trained"));
/// summary.points("trained", SIZES, size -> ACCURACY.in("n=" + size));
/// summary.bars("controls", List.of("untrained", "shuffled"), ACCURACY::in).asControl();
/// ```
public final class Summary {
  private enum Whiskers {
    NONE,
    INTERVAL,
    RANGE
  }

  private final Results all;
  private final Whiskers whiskers;

  private Summary(Results all, Whiskers whiskers) {
    this.all = all;
    this.whiskers = whiskers;
  }

  /// Means alone.
  public static Summary means(Results all) {
    return new Summary(all, Whiskers.NONE);
  }

  /// Means with their 95 % intervals.
  public static Summary intervals(Results all) {
    return new Summary(all, Whiskers.INTERVAL);
  }

  /// Means, each between the lowest and the highest replicate.
  public static Summary ranges(Results all) {
    return new Summary(all, Whiskers.RANGE);
  }

  /// The first replicate alone.
  public static Summary first(Results all) {
    List<Replicate> replicates = all.replicates();
    return means(new Results(replicates.subList(0, Math.min(1, replicates.size()))));
  }

  /// The mean under a key; NaN where no replicate wrote a value.
  public double mean(At key) {
    return Moments.of(sample(key)).mean();
  }

  /// Points, the i-th at `x.get(i)`.
  public Mark.Points points(String name, List<Double> x, List<At> keys) {
    Columns of = columns(samples(keys));
    return Mark.points(name, x, of.mean, of.low, of.high);
  }

  /// Points, each at its number.
  public <X extends Number> Mark.Points points(String name, List<X> x, Function<X, At> key) {
    return points(name, x.stream().map(Number::doubleValue).toList(), x.stream().map(key).toList());
  }

  /// A series as points.
  public Mark.Points points(String name, At series) {
    Columns of = columns(course(series));
    return Mark.points(name, longest(series), of.mean, of.low, of.high);
  }

  /// A series as a line, whose whiskers are a band.
  public Mark.Line line(String name, At series) {
    Columns of = columns(course(series));
    return Mark.line(name, longest(series), of.mean, of.low, of.high);
  }

  /// The same, named as the arm.
  public Mark.Line line(At series) {
    return line(series.arm(), series);
  }

  /// Bars, the i-th over `places.get(i)`.
  public Mark.Bars bars(String name, List<String> places, List<At> keys) {
    Columns of = columns(samples(keys));
    return Mark.bars(name, places, of.mean, of.low, of.high);
  }

  /// Bars, each over its name.
  public Mark.Bars bars(String name, List<String> places, Function<String, At> key) {
    return bars(name, places, places.stream().map(key).toList());
  }

  /// Bars, each over its arm.
  public Mark.Bars bars(String name, List<At> keys) {
    return bars(name, keys.stream().map(At::arm).toList(), keys);
  }

  private record Columns(List<Double> mean, List<Double> low, List<Double> high) {}

  private Columns columns(List<double[]> samples) {
    List<Double> mean = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (double[] sample : samples) {
      Moments moments = Moments.of(sample);
      mean.add(moments.mean());
      if (whiskers == Whiskers.NONE) {
        continue;
      }
      if (sample.length < 2) {
        low.add(moments.mean());
        high.add(moments.mean());
      } else if (whiskers == Whiskers.RANGE) {
        low.add(moments.least());
        high.add(moments.most());
      } else {
        Interval interval = MeanInterval.of(sample);
        low.add(interval.low());
        high.add(interval.high());
      }
    }
    return new Columns(mean, low, high);
  }

  private double[] sample(At key) {
    return all.values(key).stream().mapToDouble(v -> v).toArray();
  }

  private List<double[]> samples(List<At> keys) {
    return keys.stream().map(this::sample).toList();
  }

  private List<double[]> course(At series) {
    List<double[]> samples = new ArrayList<>();
    for (int k = 0; k < longest(series).size(); k++) {
      int point = k;
      samples.add(
          IntStream.range(0, all.count())
              .mapToObj(i -> all.series(i, series))
              .filter(points -> point < points.size())
              .mapToDouble(points -> points.get(point).y())
              .toArray());
    }
    return samples;
  }

  private List<Double> longest(At series) {
    List<Entry.Point> longest = List.of();
    for (int i = 0; i < all.count(); i++) {
      List<Entry.Point> points = all.series(i, series);
      longest = points.size() > longest.size() ? points : longest;
    }
    return longest.stream().map(Entry.Point::x).toList();
  }
}
