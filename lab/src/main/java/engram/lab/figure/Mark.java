// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import java.util.List;

/// Marks of a figure, each with its data. Lists of one mark have one length; an empty list of lows
/// and highs means no interval. A value that does not exist is NaN and is drawn as a gap.
///
/// ```java
/// List.of(
///     Mark.theory("closed form", x, exact),
///     Mark.points("Monte Carlo", x, mean, low, high),
///     Mark.points("untrained net", x, other).asControl());
/// ```
public sealed interface Mark {
  /// The name in the legend.
  String name();

  /// What a mark stands for; each looks the same in every figure.
  enum Role {
    /// What was measured: filled.
    MEASURED,
    /// What should be seen by theory: a plain line under the points.
    THEORY,
    /// What could explain it away: hollow points, dashed lines, outlined bars.
    CONTROL
  }

  /// A line, with a band if lows and highs are given. Theory is drawn as a line.
  record Line(
      String name, Role role, List<Double> x, List<Double> y, List<Double> low, List<Double> high)
      implements Mark {
    /// Copies and checks.
    public Line {
      x = List.copyOf(x);
      y = List.copyOf(y);
      low = List.copyOf(low);
      high = List.copyOf(high);
      requireLengths(name, x.size(), y.size(), low.size(), high.size());
    }

    /// Measured.
    public Line(String name, List<Double> x, List<Double> y, List<Double> low, List<Double> high) {
      this(name, Role.MEASURED, x, y, low, high);
    }

    /// The same as a control.
    public Line asControl() {
      return new Line(name, Role.CONTROL, x, y, low, high);
    }
  }

  /// Points, with whiskers if lows and highs are given. Measurements are drawn as points.
  record Points(
      String name, Role role, List<Double> x, List<Double> y, List<Double> low, List<Double> high)
      implements Mark {
    /// Copies and checks.
    public Points {
      x = List.copyOf(x);
      y = List.copyOf(y);
      low = List.copyOf(low);
      high = List.copyOf(high);
      requireLengths(name, x.size(), y.size(), low.size(), high.size());
    }

    /// Measured.
    public Points(
        String name, List<Double> x, List<Double> y, List<Double> low, List<Double> high) {
      this(name, Role.MEASURED, x, y, low, high);
    }

    /// The same as a control.
    public Points asControl() {
      return new Points(name, Role.CONTROL, x, y, low, high);
    }
  }

  /// Bars over named places, with whiskers if lows and highs are given.
  record Bars(
      String name,
      Role role,
      List<String> places,
      List<Double> y,
      List<Double> low,
      List<Double> high)
      implements Mark {
    /// Copies and checks.
    public Bars {
      places = List.copyOf(places);
      y = List.copyOf(y);
      low = List.copyOf(low);
      high = List.copyOf(high);
      requireLengths(name, places.size(), y.size(), low.size(), high.size());
    }

    /// Measured.
    public Bars(
        String name, List<String> places, List<Double> y, List<Double> low, List<Double> high) {
      this(name, Role.MEASURED, places, y, low, high);
    }

    /// The same as a control.
    public Bars asControl() {
      return new Bars(name, Role.CONTROL, places, y, low, high);
    }

    /// The same among more places, in their order, with gaps at those without a bar: whichever mark
    /// comes first then, the axis keeps that order.
    public Bars among(List<String> wider) {
      for (String place : places) {
        if (!wider.contains(place)) {
          throw new IllegalArgumentException(
              "places of " + name + " must be among " + wider + ", was " + place);
        }
      }
      return new Bars(name, role, wider, over(wider, y), over(wider, low), over(wider, high));
    }

    private List<Double> over(List<String> wider, List<Double> values) {
      return values.isEmpty()
          ? values
          : wider.stream()
              .map(place -> places.contains(place) ? values.get(places.indexOf(place)) : Double.NaN)
              .toList();
    }
  }

  /// Measurements at places of a phase diagram, with whiskers along each axis for which there are
  /// intervals. With values, each is coloured on the scale of the map beneath, so that what was
  /// measured and what the map says there compare by eye; the scale then covers both.
  ///
  /// @param left lower ends along x; empty for none
  /// @param right upper ends along x
  /// @param low lower ends along y; empty for none
  /// @param high upper ends along y
  /// @param z what was measured there, in the map's unit; empty for points of one colour
  record Probes(
      String name,
      List<Double> x,
      List<Double> y,
      List<Double> left,
      List<Double> right,
      List<Double> low,
      List<Double> high,
      List<Double> z)
      implements Mark {
    /// Copies and checks.
    public Probes {
      x = List.copyOf(x);
      y = List.copyOf(y);
      left = List.copyOf(left);
      right = List.copyOf(right);
      low = List.copyOf(low);
      high = List.copyOf(high);
      z = List.copyOf(z);
      requireLengths(name, x.size(), y.size(), left.size(), right.size());
      requireLengths(name, x.size(), y.size(), low.size(), high.size());
      if (!z.isEmpty() && z.size() != x.size()) {
        throw new IllegalArgumentException(
            "z of " + name + " must have " + x.size() + " values, was " + z.size());
      }
    }

    /// The same with intervals along x.
    public Probes across(List<Double> from, List<Double> to) {
      return new Probes(name, x, y, from, to, low, high, z);
    }

    /// The same with intervals along y.
    public Probes upward(List<Double> from, List<Double> to) {
      return new Probes(name, x, y, left, right, from, to, z);
    }

    /// The same with what was measured at each place.
    public Probes coloured(List<Double> values) {
      return new Probes(name, x, y, left, right, low, high, values);
    }
  }

  /// A map of values over a grid, `z.get(row * x.size() + column)`; a missing value is NaN and is
  /// drawn as a hatched hole.
  ///
  /// @param hole why a value is missing, for the legend: "no solution below tolerance"
  record HeatMap(
      String name, String unit, List<Double> x, List<Double> y, List<Double> z, String hole)
      implements Mark {
    /// With holes of unknown cause.
    public HeatMap(String name, String unit, List<Double> x, List<Double> y, List<Double> z) {
      this(name, unit, x, y, z, "no value");
    }

    /// Copies and checks.
    public HeatMap {
      x = List.copyOf(x);
      y = List.copyOf(y);
      z = List.copyOf(z);
      if (z.size() != x.size() * y.size()) {
        throw new IllegalArgumentException(
            "z of " + name + " must have " + x.size() * y.size() + " values, was " + z.size());
      }
    }
  }

  /// Events in time: the i-th event at `time` in `row`.
  record Raster(String name, List<Double> time, List<Double> row) implements Mark {
    /// Copies and checks.
    public Raster {
      time = List.copyOf(time);
      row = List.copyOf(row);
      requireLengths(name, time.size(), row.size(), 0, 0);
    }
  }

  /// Images of one size, each `width * height` grey values in row order, scaled to its own range.
  record ImageGrid(
      String name, int width, int height, List<String> captions, List<List<Double>> images)
      implements Mark {
    /// Copies and checks.
    public ImageGrid {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException(
            "width and height of " + name + " must be 1 or more, was " + width + " x " + height);
      }
      captions = List.copyOf(captions);
      images = images.stream().map(List::copyOf).toList();
      requireLengths(name, captions.size(), images.size(), 0, 0);
      for (List<Double> image : images) {
        if (image.size() != width * height) {
          throw new IllegalArgumentException(
              "images of "
                  + name
                  + " must have "
                  + width * height
                  + " values, was "
                  + image.size());
        }
      }
    }
  }

  /// A line of theory, to be drawn under points.
  static Line theory(String name, List<Double> x, List<Double> y) {
    return new Line(name, Role.THEORY, x, y, List.of(), List.of());
  }

  /// A line of measurements without a band.
  static Line line(String name, List<Double> x, List<Double> y) {
    return new Line(name, x, y, List.of(), List.of());
  }

  /// A line of measurements with a band.
  static Line line(
      String name, List<Double> x, List<Double> y, List<Double> low, List<Double> high) {
    return new Line(name, x, y, low, high);
  }

  /// Points without whiskers.
  static Points points(String name, List<Double> x, List<Double> y) {
    return new Points(name, x, y, List.of(), List.of());
  }

  /// Points with whiskers.
  static Points points(
      String name, List<Double> x, List<Double> y, List<Double> low, List<Double> high) {
    return new Points(name, x, y, low, high);
  }

  /// Measurements at places of a phase diagram, without whiskers and values.
  static Probes probes(String name, List<Double> x, List<Double> y) {
    List<Double> none = List.of();
    return new Probes(name, x, y, none, none, none, none, none);
  }

  /// Bars without whiskers.
  static Bars bars(String name, List<String> places, List<Double> y) {
    return new Bars(name, places, y, List.of(), List.of());
  }

  /// Bars with whiskers.
  static Bars bars(
      String name, List<String> places, List<Double> y, List<Double> low, List<Double> high) {
    return new Bars(name, places, y, low, high);
  }

  private static void requireLengths(String name, int x, int y, int low, int high) {
    boolean interval = low > 0 || high > 0;
    if (x != y || (interval && (low != y || high != y))) {
      throw new IllegalArgumentException(
          "lists of mark "
              + name
              + " must have one length, was "
              + x
              + ", "
              + y
              + ", "
              + low
              + ", "
              + high);
    }
  }
}
