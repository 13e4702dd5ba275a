// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

import java.util.List;

/// Where neurons are in a plane, open or closed to a torus.
///
/// @param points by neuron
/// @param period length after which both coordinates begin anew; 0 in an open plane
public record Positions(List<Point> points, double period) {
  /// A place.
  ///
  /// @param x first coordinate
  /// @param y second coordinate
  public record Point(double x, double y) {}

  /// Copies and checks.
  public Positions {
    points = List.copyOf(points);
    if (!(period >= 0 && period < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("period must be 0 or more and finite, was " + period);
    }
  }

  /// How many neurons.
  public int size() {
    return points.size();
  }

  /// The distance of neuron i from neuron j of the others, the shortest way round.
  public double distance(int i, Positions others, int j) {
    Point a = points.get(i);
    Point b = others.points.get(j);
    double dx = shortest(a.x - b.x);
    double dy = shortest(a.y - b.y);
    return Math.sqrt(dx * dx + dy * dy);
  }

  private double shortest(double d) {
    return period == 0 ? d : d - period * Math.rint(d / period);
  }
}
