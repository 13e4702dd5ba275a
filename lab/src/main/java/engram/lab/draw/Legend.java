// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Axis;
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
  record Item(Mark mark, MarkStyle style, double h, double v) {}

  /// The legend of a figure; empty where the figure has one mark alone, or for a map.
  static Legend of(Figure figure, List<MarkStyle> styles, double width) {
    List<Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    double h = 0;
    double v = ROW / 2;
    for (int i = 0; i < figure.marks().size(); i++) {
      Mark mark = figure.marks().get(i);
      if (mark instanceof Mark.HeatMap || !seen.add(mark.name())) {
        continue;
      }
      double room = SAMPLE + 8 + mark.name().length() * LETTER + 18;
      if (h > 0 && h + room > width - 70) {
        h = 0;
        v += ROW;
      }
      items.add(new Item(mark, styles.get(i), h, v));
      h += room;
    }
    boolean needless = figure.marks().size() == 1;
    return needless || items.isEmpty()
        ? new Legend(List.of(), 0)
        : new Legend(List.copyOf(items), v + ROW / 2);
  }

  /// Draws it with its upper left corner at a place.
  void draw(Markup svg, double left, double top) {
    for (Item item : items) {
      double h = left + item.h();
      double v = top + item.v();
      svg.open("g", "class", FigureSvg.styleClass(item.style()));
      sample(svg, item, h, v);
      svg.close("g");
      svg.element(
          "text", item.mark().name(), "x", FigureSvg.at(h + SAMPLE + 6), "y", FigureSvg.at(v + 4));
    }
  }

  private static void sample(Markup svg, Item item, double h, double v) {
    boolean control = MarkStyle.role(item.mark()) == Mark.Role.CONTROL;
    double middle = h + SAMPLE / 2;
    switch (item.mark()) {
      case Mark.Line _ -> {
        String path = "M" + FigureSvg.at(h) + " " + FigureSvg.at(v) + "h" + FigureSvg.at(SAMPLE);
        if (item.style().colour() == MarkStyle.LIGHT) {
          svg.shape("path", "class", "ef-halo", "d", path);
        }
        svg.shape("path", "class", "ef-line ef-d" + item.style().dash(), "d", path);
      }
      case Mark.Points _ ->
          svg.shape(
              "path",
              "class",
              control ? "ef-hollow" : "ef-dot",
              "d",
              symbol(item.style().shape(), middle, v));
      case Mark.Raster _ ->
          svg.shape(
              "path",
              "class",
              "ef-event",
              "d",
              "M" + FigureSvg.at(middle) + " " + FigureSvg.at(v - 6) + "v12");
      case Mark.Bars _, Mark.HeatMap _, Mark.ImageGrid _ ->
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
    return switch (shape) {
      case 1 ->
          "M" + FigureSvg.at(h) + " " + FigureSvg.at(v - 5.5) + "l5.5 5.5l-5.5 5.5l-5.5 -5.5Z";
      case 2 -> "M" + FigureSvg.at(h) + " " + FigureSvg.at(v - 5) + "l5 9h-10Z";
      case 3 -> "M" + FigureSvg.at(h - 4) + " " + FigureSvg.at(v - 4) + "h8v8h-8Z";
      default ->
          "M"
              + FigureSvg.at(h - 4.2)
              + " "
              + FigureSvg.at(v)
              + "a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0Z";
    };
  }

  /// The colours of a map beside their values.
  static void colourBar(Markup svg, Mark.HeatMap map, double left, double top, double bottom) {
    double least = FigureTable.least(map.z());
    double most = FigureTable.most(map.z());
    if (!(least < most)) {
      return;
    }
    AxisScale scale = new AxisScale(false, least, most);
    int steps = 60;
    double tall = (bottom - top) / steps;
    for (int i = 0; i < steps; i++) {
      svg.shape(
          "rect",
          "fill",
          Viridis.at((i + 0.5) / steps),
          "x",
          FigureSvg.at(left),
          "y",
          FigureSvg.at(bottom - (i + 1) * tall),
          "width",
          "12",
          "height",
          FigureSvg.at(tall + 0.6));
    }
    for (AxisScale.Tick tick : scale.ticks()) {
      double v = bottom - scale.share(tick.value()) * (bottom - top);
      svg.element("text", tick.label(), "x", FigureSvg.at(left + 18), "y", FigureSvg.at(v + 4));
    }
    String title = new Axis(map.name(), map.unit(), Axis.Spacing.LINEAR).title();
    svg.element(
        "text",
        title,
        "x",
        FigureSvg.at(left + 54),
        "y",
        FigureSvg.at(top - 12),
        "text-anchor",
        "end");
  }
}
