// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws a map: its cells, its holes and the bar of its colours.
final class MapSvg {
  private static final double HATCH = 7;
  private static final int STEPS = 60;

  private final Markup svg;
  private final Mark.HeatMap map;
  private final ColourScale colours;

  MapSvg(Markup svg, Mark.HeatMap map, ColourScale colours) {
    this.svg = svg;
    this.map = map;
    this.colours = colours;
  }

  /// Draws the cells.
  ///
  /// @param h where the borders between columns stand
  /// @param v where the borders between rows stand
  void cells(List<Double> h, List<Double> v) {
    Map<String, StringBuilder> cells = new LinkedHashMap<>();
    for (int i = 0; i < map.z().size(); i++) {
      if (Double.isFinite(map.z().get(i))) {
        int row = i / map.x().size();
        int column = i % map.x().size();
        cells
            .computeIfAbsent(colours.of(map.z().get(i)), _ -> new StringBuilder())
            .append(box(h.get(column), h.get(column + 1), v.get(row), v.get(row + 1)));
      }
    }
    cells.forEach((colour, path) ->
        svg.shape(
            "path", "class", "ef-cell", "fill", colour, "stroke", colour, "d", path.toString()));
    holes(h, v);
  }

  private void holes(List<Double> h, List<Double> v) {
    StringBuilder ground = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    for (int row = 0; row < map.y().size(); row++) {
      for (int column = 0; column < map.x().size(); column++) {
        int from = column;
        while (column < map.x().size() && hole(row, column)) {
          column++;
        }
        if (from < column) {
          ground.append(box(h.get(from), h.get(column), v.get(row), v.get(row + 1)));
          lines.append(hatch(h.get(from), h.get(column), v.get(row), v.get(row + 1)));
        }
      }
    }
    if (!ground.isEmpty()) {
      svg.shape("path", "class", "ef-hole", "d", ground.toString());
      svg.shape("path", "class", "ef-hatch", "d", lines.toString());
    }
  }

  private boolean hole(int row, int column) {
    return !Double.isFinite(map.z().get(row * map.x().size() + column));
  }

  private static String box(double left, double right, double a, double b) {
    return "M" + at(left) + " " + at(a) + "H" + at(right) + "V" + at(b) + "H" + at(left) + "Z";
  }

  /// Slanted lines in a box, in one lattice for the whole picture so that boxes join: each is the
  /// part in the box of a line h + v = a whole number of steps.
  static String hatch(double left, double right, double a, double b) {
    double top = Math.min(a, b);
    double bottom = Math.max(a, b);
    StringBuilder lines = new StringBuilder();
    long last = (long) Math.floor((right + bottom) / HATCH);
    for (long k = (long) Math.ceil((left + top) / HATCH); k <= last; k++) {
      double from = Math.max(left, k * HATCH - bottom);
      double to = Math.min(right, k * HATCH - top);
      lines.append("M" + at(from) + " " + at(k * HATCH - from));
      lines.append("L" + at(to) + " " + at(k * HATCH - to));
    }
    return lines.toString();
  }

  /// Draws the colours beside their values, or says why there are none.
  void bar(double left, double top, double bottom) {
    String notice = colours.notice(map);
    String title = notice.isEmpty() ? FigureTable.title(map) : notice;
    svg.element("text", title, "x", at(left + 54), "y", at(top - 12), "text-anchor", "end");
    if (!notice.isEmpty()) {
      return;
    }
    double tall = (bottom - top) / STEPS;
    for (int i = 0; i < STEPS; i++) {
      svg.shape(
          "rect",
          "fill",
          ColourScale.at((i + 0.5) / STEPS),
          "x",
          at(left),
          "y",
          at(bottom - (i + 1) * tall),
          "width",
          "12",
          "height",
          at(tall + 0.6));
    }
    AxisScale scale = new AxisScale(false, colours.least(), colours.most());
    for (AxisScale.Tick tick : scale.ticks()) {
      double v = bottom - scale.share(tick.value()) * (bottom - top);
      svg.element("text", tick.label(), "x", at(left + 18), "y", at(v + 4));
    }
  }

  private static String at(double value) {
    return FigureSvg.at(value);
  }
}
