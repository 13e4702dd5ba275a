// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import static java.lang.Double.NaN;

import engram.lab.figure.Mark;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import java.util.Collections;
import java.util.List;

/// Means over replicates with the least and the greatest, as marks.
final class Reading {
  private Reading() {}

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

  /// Bars of the means with such whiskers; gaps at the places that are not shown.
  static Mark.Bars bars(
      String name, Results all, Measure measure, List<String> places, List<String> shown) {
    return Mark.bars(
        name,
        places,
        places.stream().map(a -> shown.contains(a) ? mean(all, measure.in(a)) : NaN).toList(),
        places.stream().map(a -> shown.contains(a) ? end(all, measure.in(a), false) : NaN).toList(),
        places.stream().map(a -> shown.contains(a) ? end(all, measure.in(a), true) : NaN).toList());
  }

  private static double end(Results all, At at, boolean highest) {
    List<Double> values = all.values(at);
    if (values.isEmpty()) {
      return NaN;
    }
    return highest ? Collections.max(values) : Collections.min(values);
  }
}
