// SPDX-License-Identifier: Apache-2.0
package engram.math;

import engram.kernel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Equations solved over a grid of two control parameters: a phase diagram's ground. A point whose
/// residual is above the tolerance has no value: a hole, never a number.
///
/// Each point is solved by itself, so the result is the same for any number of workers.
public final class SolvedGrid {
  private final double[] x;
  private final double[] y;
  private final double tolerance;
  private final Solved[] points;

  /// Equations with two control parameters.
  @FunctionalInterface
  public interface Equations {
    /// What solves them there.
    Solved at(double x, double y);
  }

  private SolvedGrid(double[] x, double[] y, double tolerance, Solved[] points) {
    this.x = x;
    this.y = y;
    this.tolerance = tolerance;
    this.points = points;
  }

  /// Solves every point on the calling thread.
  ///
  /// @param x values of the first control parameter, rising
  /// @param y values of the second, rising
  /// @param tolerance the greatest residual of a solution, above 0
  public static SolvedGrid over(double[] x, double[] y, double tolerance, Equations equations) {
    return over(x, y, tolerance, equations, Workers.one());
  }

  /// Solves every point, a row a part.
  public static SolvedGrid over(
      double[] x, double[] y, double tolerance, Equations equations, Workers workers) {
    requireRising("x", x);
    requireRising("y", y);
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance must be above 0, was " + tolerance);
    }
    Solved[] points = new Solved[x.length * y.length];
    workers.run(
        y.length,
        row -> {
          for (int column = 0; column < x.length; column++) {
            points[row * x.length + column] = equations.at(x[column], y[row]);
          }
        });
    return new SolvedGrid(x.clone(), y.clone(), tolerance, points);
  }

  private static void requireRising(String name, double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(name + " must have a value, was empty");
    }
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        throw new IllegalArgumentException(
            name + " must rise, was " + values[i] + " after " + values[i - 1]);
      }
    }
  }

  /// The values of the first control parameter.
  public List<Double> x() {
    return boxed(x);
  }

  /// The values of the second control parameter.
  public List<Double> y() {
    return boxed(y);
  }

  /// The greatest residual of a solution.
  public double tolerance() {
    return tolerance;
  }

  /// The value at `x[column]`, `y[row]`; empty in a hole.
  public OptionalDouble value(int column, int row) {
    return point(column, row).value(tolerance);
  }

  /// What was found there, solution or not.
  public Solved point(int column, int row) {
    return points[row * x.length + column];
  }

  /// How many points are no solution.
  public int holes() {
    return (int) Arrays.stream(points).filter(p -> !p.within(tolerance)).count();
  }

  /// All values, row after row, with NaN for a hole.
  public List<Double> values() {
    List<Double> values = new ArrayList<>(points.length);
    for (Solved point : points) {
      values.add(point.within(tolerance) ? point.value() : Double.NaN);
    }
    return values;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
