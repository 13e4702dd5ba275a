// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

import java.util.List;

/// Marks of a figure, each with its data. Lists of one mark have one length; an empty list of lows
/// and highs means no interval.
public sealed interface Mark {
  /// The name in the legend.
  String name();

  /// A line, with a band if lows and highs are given. Theory is drawn as a line.
  record Line(String name, List<Double> x, List<Double> y, List<Double> low, List<Double> high)
      implements Mark {
    /// Copies and checks.
    public Line {
      x = List.copyOf(x);
      y = List.copyOf(y);
      low = List.copyOf(low);
      high = List.copyOf(high);
      requireLengths(name, x.size(), y.size(), low.size(), high.size());
    }
  }

  /// Points, with whiskers if lows and highs are given. Measurements are drawn as points.
  record Points(String name, List<Double> x, List<Double> y, List<Double> low, List<Double> high)
      implements Mark {
    /// Copies and checks.
    public Points {
      x = List.copyOf(x);
      y = List.copyOf(y);
      low = List.copyOf(low);
      high = List.copyOf(high);
      requireLengths(name, x.size(), y.size(), low.size(), high.size());
    }
  }

  /// Bars over named places, with whiskers if lows and highs are given.
  record Bars(String name, List<String> places, List<Double> y, List<Double> low, List<Double> high)
      implements Mark {
    /// Copies and checks.
    public Bars {
      places = List.copyOf(places);
      y = List.copyOf(y);
      low = List.copyOf(low);
      high = List.copyOf(high);
      requireLengths(name, places.size(), y.size(), low.size(), high.size());
    }
  }

  /// A map of values over a grid, `z.get(row * x.size() + column)`; a missing value is NaN and is
  /// drawn as a hole.
  record HeatMap(String name, String unit, List<Double> x, List<Double> y, List<Double> z)
      implements Mark {
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

  /// A line without a band.
  static Mark line(String name, List<Double> x, List<Double> y) {
    return new Line(name, x, y, List.of(), List.of());
  }

  /// Points without whiskers.
  static Mark points(String name, List<Double> x, List<Double> y) {
    return new Points(name, x, y, List.of(), List.of());
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
