// SPDX-License-Identifier: Apache-2.0
package engram.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/// Equations solved along one control parameter: a line of a phase diagram. Where the residual is
/// above the tolerance the line has a gap.
///
/// @param at the values of the control parameter
/// @param points what was found at each
/// @param tolerance the greatest residual of a solution, above 0
public record SolvedLine(List<Double> at, List<Solved> points, double tolerance) {
  /// Copies and checks.
  public SolvedLine {
    at = List.copyOf(at);
    points = List.copyOf(points);
    if (at.size() != points.size()) {
      throw new IllegalArgumentException(
          "points must be as many as places, was " + points.size() + " and " + at.size());
    }
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance must be above 0, was " + tolerance);
    }
  }

  /// Solves at every place.
  public static SolvedLine over(double[] at, double tolerance, DoubleFunction<Solved> equations) {
    return new SolvedLine(
        Arrays.stream(at).boxed().toList(),
        Arrays.stream(at).mapToObj(equations).toList(),
        tolerance);
  }

  /// All values, with NaN for a gap.
  public List<Double> values() {
    List<Double> values = new ArrayList<>(points.size());
    for (Solved point : points) {
      values.add(point.within(tolerance) ? point.value() : Double.NaN);
    }
    return values;
  }

  /// How many points are no solution.
  public int gaps() {
    return (int) points.stream().filter(p -> !p.within(tolerance)).count();
  }
}
