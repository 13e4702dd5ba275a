// SPDX-License-Identifier: Apache-2.0
package engram.lab.compare;

import engram.lab.judge.Wording;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Results;
import engram.stats.Interval;
import engram.stats.MeanInterval;
import engram.stats.Moments;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/// A measure of two runs, side by side. A series counts by its point at the last x that both have.
///
/// @param experiment the experiment's id
/// @param key the measure with its arm, and the x of a series
/// @param unit its unit
/// @param left the mean over the first run's replicates, of those in pairs if they are taken so
/// @param right the mean over the second's
/// @param difference the 95 % interval of second less first; empty with fewer than two values a
///   side
/// @param leftCount how many values the first run has
/// @param rightCount how many the second
/// @param paired whether replicates of one number share their randomness and were taken in pairs
public record Moved(
    String experiment,
    String key,
    String unit,
    double left,
    double right,
    Optional<Interval> difference,
    int leftCount,
    int rightCount,
    boolean paired) {
  /// What became of a key that both wrote a value or a series under.
  ///
  /// @param oneSeed whether replicates of one number share their randomness
  /// @return empty if there is nothing to compare, such as series without a common x
  static Optional<Moved> of(
      String experiment, At key, Results first, Results second, boolean oneSeed) {
    OptionalDouble x = lastCommon(first, second, key);
    NavigableMap<Integer, Double> mine = values(first, key, x);
    NavigableMap<Integer, Double> other = values(second, key, x);
    if (mine.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    boolean pairs = oneSeed && mine.keySet().stream().anyMatch(other::containsKey);
    if (pairs) {
      mine.keySet().retainAll(other.keySet());
      other.keySet().retainAll(mine.keySet());
    }
    double[] left = array(mine);
    double[] right = array(other);
    return Optional.of(
        new Moved(
            experiment,
            Wording.of(key) + (x.isPresent() ? " at x = " + position(x.getAsDouble()) : ""),
            key.measure().unit(),
            Moments.of(left).mean(),
            Moments.of(right).mean(),
            difference(left, right, pairs),
            left.length,
            right.length,
            pairs));
  }

  private static String position(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }

  private static Optional<Interval> difference(double[] left, double[] right, boolean pairs) {
    if (left.length < 2 || right.length < 2) {
      return Optional.empty();
    }
    return Optional.of(
        pairs
            ? MeanInterval.ofDifference(right, left)
            : MeanInterval.ofUnpairedDifference(right, left));
  }

  /// The last x of a series that both runs have; empty if the key is of values, or none is common.
  private static OptionalDouble lastCommon(Results first, Results second, At key) {
    TreeSet<Double> common = positions(first, key);
    common.retainAll(positions(second, key));
    return common.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(common.last());
  }

  private static TreeSet<Double> positions(Results results, At key) {
    TreeSet<Double> positions = new TreeSet<>();
    for (int i = 0; i < results.count(); i++) {
      results.series(i, key).forEach(point -> positions.add(point.x()));
    }
    return positions;
  }

  /// A number a replicate, by the replicate's: the value, or the series at x.
  private static NavigableMap<Integer, Double> values(Results results, At key, OptionalDouble x) {
    NavigableMap<Integer, Double> values = new TreeMap<>();
    for (int i = 0; i < results.count(); i++) {
      int replicate = results.replicates().get(i).index();
      if (x.isEmpty()) {
        results.value(i, key).ifPresent(value -> values.put(replicate, value));
      } else {
        for (Entry.Point point : results.series(i, key)) {
          if (point.x() == x.getAsDouble()) {
            values.put(replicate, point.y());
          }
        }
      }
    }
    return values;
  }

  private static double[] array(NavigableMap<Integer, Double> values) {
    return values.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// Whether pairs are equal to the last bit.
  public boolean equal() {
    return paired && left == right && difference.map(d -> d.width() == 0).orElse(true);
  }

  /// Whether the interval leaves out 0.
  public boolean clearly() {
    return difference.map(d -> d.low() > 0 || d.high() < 0).orElse(left != right);
  }

  /// The difference in half widths of its interval; for sorting.
  double size() {
    double middle = Math.abs(right - left);
    double half = difference.map(d -> d.width() / 2).orElse(0.0);
    return middle == 0 ? 0 : half == 0 ? Double.POSITIVE_INFINITY : middle / half;
  }
}
