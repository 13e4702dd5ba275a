// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The legend of a static picture: names beside a small sample of each mark, in rows.
record Legend(List<Item> items, double height) {
  private static final double ROW = 20;
  private static final double SAMPLE = 26;
  private static final double LETTER = 6.6;

  /// A name with its place.
  record Item(String name, Mark mark, MarkStyle style, double h, double v) {}

  /// The legend of a figure; empty where the figure has one mark alone. Of a map it names the
  /// holes; its colours stand in a bar.
  static Legend of(Figure figure, List<MarkStyle> styles, double width) {
    List<Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    double h = 0;
    double v = ROW / 2;
    for (int i = 0; i < figure.marks().size(); i++) {
      Mark mark = figure.marks().get(i);
      String name = mark instanceof Mark.HeatMap map ? hole(map) : mark.name();
      if (name.isEmpty() || !seen.add(name)) {
        continue;
      }
      double room = SAMPLE + 8 + name.length() * LETTER + 18;
      if (h > 0 && h + room > width - 70) {
        h = 0;
        v += ROW;
      }
      items.add(new Item(name, mark, styles.get(i), h, v));
      h += room;
    }
    boolean needless =
        figure.marks().size() == 1 && !(figure.marks().getFirst() instanceof Mark.HeatMap);
    return needless || items.isEmpty()
        ? new Legend(List.of(), 0)
        : new Legend(List.copyOf(items), v + ROW / 2);
  }

  private static String hole(Mark.HeatMap map) {
    return map.z().stream().allMatch(Double::isFinite) ? "" : map.hole();
  }

  /// Draws it with its upper left corner at a place.
  void draw(Markup svg, double left, double top) {
    for (Item item : items) {
      double h = left + item.h();
      double v = top + item.v();
      boolean light = item.style().colour() == MarkStyle.LIGHT;
      svg.open("g", "class", light ? "ef-soft" : FigureSvg.styleClass(item.style()));
      sample(svg, item, h, v);
      svg.close("g");
      svg.element("text", item.name(), "x", FigureSvg.at(h + SAMPLE + 6), "y", FigureSvg.at(v + 4));
    }
  }

  private static void sample(Markup svg, Item item, double h, double v) {
    boolean control = MarkStyle.role(item.mark()) == Mark.Role.CONTROL;
    double middle = h + SAMPLE / 2;
    switch (item.mark()) {
      case Mark.Line _ -> {
        String path = "M" + FigureSvg.at(h) + " " + FigureSvg.at(v) + "h" + FigureSvg.at(SAMPLE);
        svg.shape("path", "class", "ef-line ef-d" + item.style().dash(), "d", path);
      }
      case Mark.Points _ ->
          svg.shape(
              "path",
              "class",
              control ? "ef-hollow" : "ef-dot",
              "d",
              symbol(item.style().shape(), middle, v));
      case Mark.Probes m -> {
        String outline = symbol(item.style().shape(), middle, v);
        if (m.z().isEmpty()) {
          svg.shape("path", "class", "ef-dot", "d", outline);
        } else {
          svg.shape("path", "class", "ef-halo", "d", outline);
          svg.shape("path", "class", "ef-probe", "fill", ColourScale.at(0.5), "d", outline);
        }
      }
      case Mark.HeatMap _ -> {
        String box = "M" + FigureSvg.at(middle - 9) + " " + FigureSvg.at(v - 6) + "h18v12h-18Z";
        svg.shape("path", "class", "ef-hole ef-edge", "d", box);
        svg.shape(
            "path", "class", "ef-hatch", "d", MapSvg.hatch(middle - 9, middle + 9, v - 6, v + 6));
      }
      case Mark.Raster _ ->
          svg.shape(
              "path",
              "class",
              "ef-event",
              "d",
              "M" + FigureSvg.at(middle) + " " + FigureSvg.at(v - 6) + "v12");
      case Mark.Bars _, Mark.ImageGrid _ ->
          svg.shape(
              "rect",
              "class",
              control ? "ef-outline" : "ef-bar",
              "x",
              FigureSvg.at(middle - 7),
              "y",
              FigureSvg.at(v - 6),
              "width",
              "14",
              "height",
              "12");
    }
  }

  /// The outline of a point: circle, diamond, triangle or square.
  static String symbol(int shape, double h, double v) {
    return symbol(shape, h, v, 1);
  }

  /// The outline of a point whose colour carries a value: half again as wide.
  static String wide(int shape, double h, double v) {
    return symbol(shape, h, v, 1.5);
  }

  private static String symbol(int shape, double h, double v, double size) {
    double half = size * (shape == 1 ? 5.5 : shape == 2 ? 5 : shape == 3 ? 4 : 4.2);
    String r = FigureSvg.at(half);
    String whole = FigureSvg.at(2 * half);
    return switch (shape) {
      case 1 ->
          from(h, v - half) + "l" + r + " " + r + "l-" + r + " " + r + "l-" + r + " -" + r + "Z";
      case 2 -> from(h, v - half) + "l" + r + " " + FigureSvg.at(1.8 * half) + "h-" + whole + "Z";
      case 3 -> from(h - half, v - half) + "h" + whole + "v" + whole + "h-" + whole + "Z";
      default -> {
        String arc = "a" + r + " " + r + " 0 1 0 ";
        yield from(h - half, v) + arc + whole + " 0" + arc + "-" + whole + " 0Z";
      }
    };
  }

  private static String from(double h, double v) {
    return "M" + FigureSvg.at(h) + " " + FigureSvg.at(v);
  }
}
