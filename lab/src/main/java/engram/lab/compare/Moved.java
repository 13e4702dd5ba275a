// SPDX-License-Identifier: Apache-2.0
package engram.lab.compare;

import engram.stats.Interval;
import java.util.Optional;

/// A measure of two runs, side by side.
///
/// @param experiment the experiment's id
/// @param key the measure with its arm; a series by its last point
/// @param unit its unit
/// @param left the mean over the first run's replicates
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
