// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import static java.lang.Double.NaN;

import engram.lab.claim.PassLine;
import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import java.util.Collections;
import java.util.List;

/// What every arm measures, and the lines that several claims use.
final class Reading {
  static final Measure ACCURACY =
      Measure.of(
          "weak-only-accuracy",
          "share of fresh test examples with the weak feature alone that the trained net gets right");
  static final Measure LOSS =
      Measure.of("train-loss", "mean of (f - y)^2 / 2 over the training set after training");
  static final Measure DIVERGED =
      Measure.of("diverged", "1 if a residual passed 1000 or was no number, else 0");
  static final Measure DEAD_UNITS =
      Measure.of(
          "dead-units", "units whose strong coordinate left the active side during training");

  private Reading() {}

  /// Chance, with room for what a net picks up by accident: [0.40, 0.62] as in the spec.
  static PassLine chance(String arm) {
    return PassLine.between(ACCURACY.in(arm), 0.40, 0.62);
  }

  /// At most what counts as chance.
  static PassLine misses(String arm) {
    return PassLine.atMost(ACCURACY.in(arm), 0.62);
  }

  /// Accuracy 0.85 or more.
  static PassLine learns(String arm) {
    return PassLine.atLeast(ACCURACY.in(arm), 0.85);
  }

  /// Training loss 0.001 or less.
  static PassLine fits(String arm) {
    return PassLine.atMost(LOSS.in(arm), 1e-3);
  }

  /// The mean over replicates; NaN, which is drawn as a gap, where there is none.
  static double mean(Results all, At at) {
    return all.values(at).stream().mapToDouble(v -> v).average().orElse(NaN);
  }

  /// Points at the means, with whiskers from the lowest to the highest replicate.
  static Mark.Points points(String name, Results all, List<Double> x, List<At> keys) {
    return Mark.points(
        name,
        x,
        keys.stream().map(at -> mean(all, at)).toList(),
        keys.stream().map(at -> end(all, at, false)).toList(),
        keys.stream().map(at -> end(all, at, true)).toList());
  }

  /// Bars of the means, with whiskers from the lowest to the highest replicate; gaps at the places
  /// that are not shown.
  static Mark.Bars bars(
      String name, Results all, Measure measure, List<String> places, List<String> shown) {
    return Mark.bars(
        name,
        places,
        places.stream().map(a -> shown.contains(a) ? mean(all, measure.in(a)) : NaN).toList(),
        places.stream().map(a -> shown.contains(a) ? end(all, measure.in(a), false) : NaN).toList(),
        places.stream().map(a -> shown.contains(a) ? end(all, measure.in(a), true) : NaN).toList());
  }

  /// The series of an arm in the first replicate as a line.
  static Mark.Line firstLine(String arm, Results all, Measure measure) {
    List<Entry.Point> points = all.count() == 0 ? List.of() : all.series(0, measure.in(arm));
    return Mark.line(
        arm,
        points.stream().map(Entry.Point::x).toList(),
        points.stream().map(Entry.Point::y).toList());
  }

  private static double end(Results all, At at, boolean highest) {
    List<Double> values = all.values(at);
    if (values.isEmpty()) {
      return NaN;
    }
    return highest ? Collections.max(values) : Collections.min(values);
  }
}
