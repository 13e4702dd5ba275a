// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.PassLine;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Results;
import engram.stats.RankCorrelation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// What the replicates say about one simple pass line: a value each, unless they diverged or wrote
/// nothing.
final class Sample {
  private final double[] values;
  private final int diverged;
  private final int absent;

  private Sample(double[] values, int diverged, int absent) {
    this.values = values;
    this.diverged = diverged;
    this.absent = absent;
  }

  /// The values, in the order of the replicates; nobody may write to them.
  double[] values() {
    return values;
  }

  /// How many replicates diverged instead.
  int diverged() {
    return diverged;
  }

  /// How many replicates wrote neither value nor divergence.
  int absent() {
    return absent;
  }

  /// Reads what the line is about: values, paired differences, rank correlations, or relative
  /// differences.
  ///
  /// @param claim the claim's id, for messages
  static Sample of(String claim, Results results, PassLine line) {
    return switch (line) {
      case PassLine.Between between -> values(claim, results, between.of());
      case PassLine.Near near -> values(claim, results, near.of());
      case PassLine.Count count -> values(claim, results, count.of());
      case PassLine.Gain gain ->
          pairs(claim, results, gain.of(), gain.over(), (of, over) -> of - over);
      case PassLine.Same same ->
          pairs(claim, results, same.left(), same.right(), Sample::relativeDifference);
      case PassLine.Rising rising -> ranks(claim, results, rising.series());
      case PassLine.All _ -> throw new IllegalStateException("a part must be simple, was All");
    };
  }

  /// Replicates that gave a value or diverged.
  int finished() {
    return values.length + diverged;
  }

  private interface Pair {
    double of(double left, double right);
  }

  private interface Read {
    OptionalDouble at(int replicate);
  }

  private static Sample values(String claim, Results results, At key) {
    requireWritten(claim, results, key);
    return collect(results, List.of(key), i -> results.value(i, key));
  }

  private static Sample pairs(String claim, Results results, At left, At right, Pair pair) {
    requireWritten(claim, results, left);
    requireWritten(claim, results, right);
    return collect(
        results,
        List.of(left, right),
        i -> {
          OptionalDouble a = results.value(i, left);
          OptionalDouble b = results.value(i, right);
          return a.isPresent() && b.isPresent()
              ? OptionalDouble.of(pair.of(a.getAsDouble(), b.getAsDouble()))
              : OptionalDouble.empty();
        });
  }

  private static Sample ranks(String claim, Results results, At key) {
    requireWritten(claim, results, key);
    return collect(
        results,
        List.of(key),
        i -> {
          List<Entry.Point> points = results.series(i, key);
          return points.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(rank(points));
        });
  }

  /// Spearman's rank correlation; 0 where all x or all y are equal, for then nothing rises.
  private static double rank(List<Entry.Point> points) {
    double rank =
        RankCorrelation.spearman(
            points.stream().mapToDouble(Entry.Point::x).toArray(),
            points.stream().mapToDouble(Entry.Point::y).toArray());
    return Double.isNaN(rank) ? 0 : Math.clamp(rank, -1, 1);
  }

  private static Sample collect(Results results, List<At> keys, Read read) {
    double[] values = new double[results.count()];
    int count = 0;
    int diverged = 0;
    for (int i = 0; i < results.count(); i++) {
      int replicate = i;
      OptionalDouble value = read.at(i);
      if (keys.stream().anyMatch(key -> !results.divergence(replicate, key).isEmpty())) {
        diverged++;
      } else if (value.isPresent()) {
        values[count++] = value.getAsDouble();
      }
    }
    return new Sample(Arrays.copyOf(values, count), diverged, values.length - count - diverged);
  }

  private static double relativeDifference(double left, double right) {
    return left == right ? 0 : Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right));
  }

  private static void requireWritten(String claim, Results results, At key) {
    if (results.keys().stream().noneMatch(written -> written.key().equals(key.key()))) {
      throw new IllegalStateException(
          "key "
              + key
              + " of claim "
              + claim
              + " must be written by the experiment, was by no replicate");
    }
  }
}
