// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import static java.lang.Double.NaN;

import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import java.util.Collections;
import java.util.List;

/// Measurements over replicates, as marks.
final class Reading {
  private Reading() {}

  /// Bars of the means, with whiskers from the lowest to the highest replicate.
  ///
  /// @param prefix what arms are called before the name of a place
  static Mark.Bars bars(
      String name, Results all, Measure measure, String prefix, List<String> places) {
    List<At> keys = places.stream().map(place -> measure.in(prefix + place)).toList();
    return Mark.bars(
        name,
        places,
        keys.stream().map(at -> mean(all, at)).toList(),
        keys.stream().map(at -> end(all, at, false)).toList(),
        keys.stream().map(at -> end(all, at, true)).toList());
  }

  /// The series of an arm in the first replicate as a line.
  static Mark.Line line(String name, Results all, At at) {
    List<Entry.Point> points = all.count() == 0 ? List.of() : all.series(0, at);
    return Mark.line(
        name,
        points.stream().map(Entry.Point::x).toList(),
        points.stream().map(Entry.Point::y).toList());
  }

  private static double mean(Results all, At at) {
    return all.values(at).stream().mapToDouble(v -> v).average().orElse(NaN);
  }

  private static double end(Results all, At at, boolean highest) {
    List<Double> values = all.values(at);
    if (values.isEmpty()) {
      return NaN;
    }
    return highest ? Collections.max(values) : Collections.min(values);
  }
}
