// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A figure as a static SVG picture: for a README, for print and for readers without script. Light
/// and dark follow the reader's setting; nothing in it needs a network or a script.
public final class FigureSvg {
  static final double WIDTH = 720;
  static final double PLOT_HEIGHT = 300;
  private static final double RIGHT = 18;
  private static final double BAR_ROOM = 74;
  private static final double LETTER = 6.6;

  /// How wide a place must be for each to be named; of narrower ones, every second or third is.
  private static final double LEAST_PLACE = 26;

  private static final double TITLE_LINE = 22;
  private static final int TITLE_LETTERS = 72;

  private final Figure figure;
  private final List<MarkStyle> styles;
  private final AxisScale x;
  private final AxisScale y;
  private final List<String> places;
  private final boolean slanted;
  private final boolean over;
  private final ColourScale colours;
  private final Markup svg;
  private final Legend legend;
  private double legendTop;
  private double left;
  private double right;
  private double top;
  private double bottom;
  private double under;

  private FigureSvg(Figure figure) {
    this(figure, AxisScale.ofX(figure), new Markup());
  }

  /// A figure on a given horizontal scale, to be drawn into a picture that has begun.
  FigureSvg(Figure figure, AxisScale x, Markup svg) {
    this.figure = figure;
    this.svg = svg;
    this.styles = MarkStyle.of(figure);
    this.legend = Legend.of(figure, styles, WIDTH);
    this.x = x;
    this.y = AxisScale.ofY(figure);
    this.places = FigureTable.places(figure);
    this.over = figure.marks().stream().anyMatch(Mark.HeatMap.class::isInstance);
    this.colours = ColourScale.of(figure);
    int longest = places.stream().mapToInt(String::length).max().orElse(0);
    this.slanted = longest * LETTER > (WIDTH - 80) / Math.max(1, places.size());
  }

  /// The picture as a file of its own, with its title.
  public static String file(Figure figure) {
    return new FigureSvg(figure).draw(true);
  }

  /// The picture as part of a page that holds [#style].
  public static String inline(Figure figure) {
    return new FigureSvg(figure).draw(false);
  }

  /// The colours of pictures as a style sheet.
  public static String style() {
    return Resource.beside(FigureSvg.class, "figure.css");
  }

  private String draw(boolean alone) {
    List<Mark.ImageGrid> grids =
        figure.marks().stream()
            .flatMap(m -> m instanceof Mark.ImageGrid g ? Stream.of(g) : null)
            .toList();
    if (!grids.isEmpty()) {
      return ImageSheet.svg(figure, grids, alone);
    }
    double height = layOut(headRoom(figure, alone), leastLeft(), PLOT_HEIGHT);
    begin(svg, figure, height, alone);
    content();
    return svg.close("svg").toString();
  }

  /// How far from the left the plot must begin for its ticks to be read.
  double leastLeft() {
    int widest = y.ticks().stream().mapToInt(t -> t.label().length()).max().orElse(1);
    return 18 + Math.max(2, widest) * LETTER;
  }

  /// Puts everything in its place.
  ///
  /// @param head the room above the legend
  /// @param plotLeft where the plot begins
  /// @return the height of the picture
  double layOut(double head, double plotLeft, double plotHeight) {
    legendTop = head;
    left = plotLeft;
    right = WIDTH - RIGHT - (over && colours.spreads() ? BAR_ROOM : 0);
    if (slanted) {
      left = Math.max(left, roomOfFirstPlace());
    }
    top = legendTop + legend.height() + 26;
    bottom = top + plotHeight;
    int longest = places.stream().mapToInt(String::length).max().orElse(0);
    under = slanted ? 24 + Math.min(longest, 24) * LETTER * 0.6 : 24;
    return bottom + under + 24;
  }

  /// Draws legend, grid, marks and axes.
  void content() {
    legend.draw(svg, left, legendTop);
    grid();
    for (int i = 0; i < figure.marks().size(); i++) {
      mark(figure.marks().get(i), styles.get(i));
    }
    axes();
  }

  /// Opens a picture, with its title for those who cannot see it.
  static void begin(Markup svg, Figure figure, double height, boolean alone) {
    begin(svg, figure.title(), figure.see(), height, alone);
  }

  /// The same for a picture of several figures.
  static void begin(Markup svg, String title, String see, double height, boolean alone) {
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "ef",
        "role",
        "img",
        "viewBox",
        "0 0 " + at(WIDTH) + " " + at(height));
    svg.element("title", title).element("desc", see);
    if (alone) {
      svg.open("style").raw(style()).close("style");
      svg.shape("rect", "class", "ef-paper", "width", "100%", "height", "100%", "rx", "6");
      double v = 30;
      for (String line : titleLines(title)) {
        svg.element("text", line, "class", "ef-title", "x", "18", "y", at(v));
        v += TITLE_LINE;
      }
    }
  }

  /// The room that the title takes.
  static double headRoom(Figure figure, boolean alone) {
    return alone ? 24 + titleLines(figure.title()).size() * TITLE_LINE : 6;
  }

  private static List<String> titleLines(String title) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : title.split(" ", -1)) {
      if (line.length() > 0 && line.length() + word.length() >= TITLE_LETTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void grid() {
    for (AxisScale.Tick tick : y.ticks()) {
      double v = py(tick.value());
      svg.shape("path", "class", "ef-grid", "d", "M" + at(left) + " " + at(v) + "H" + at(right));
      text(tick.label(), left - 8, v + 4, "end");
    }
  }

  private void axes() {
    svg.shape("path", "class", "ef-axis", "d", "M" + at(left) + " " + at(bottom) + "H" + at(right));
    if (places.isEmpty()) {
      for (AxisScale.Tick tick : x.ticks()) {
        double h = px(tick.value());
        svg.shape("path", "class", "ef-axis", "d", "M" + at(h) + " " + at(bottom) + "v5");
        text(tick.label(), h, bottom + 20, "middle");
      }
    }
    int every = (int) Math.ceil(LEAST_PLACE * places.size() / (right - left));
    for (int i = 0; i < places.size(); i += every) {
      place(places.get(i), px(i));
    }
    text(figure.y().title(), left, top - 12, "start");
    text(figure.x().title(), right, bottom + under + 14, "end");
    svg.line();
  }

  /// Where the plot must begin so that the slanted name of the first place does not run out of the
  /// picture.
  private double roomOfFirstPlace() {
    double reach = 6 + Math.min(places.getFirst().length(), 24) * LETTER * 0.95;
    return reach - (right - left) / (2.0 * places.size());
  }

  private void place(String name, double h) {
    if (slanted) {
      String turn = "rotate(-35 " + at(h) + " " + at(bottom + 16) + ")";
      String shown = name.length() > 24 ? name.substring(0, 23) + "…" : name;
      svg.element(
          "text", shown, "x", at(h), "y", at(bottom + 16), "text-anchor", "end", "transform", turn);
    } else {
      text(name, h, bottom + 20, "middle");
    }
  }

  private void mark(Mark mark, MarkStyle style) {
    svg.line().open("g", "class", styleClass(style));
    switch (mark) {
      case Mark.Line m -> line(m, style);
      case Mark.Points m -> points(m, style);
      case Mark.Probes m -> probes(m, style);
      case Mark.Bars m -> bars(m);
      case Mark.HeatMap m -> map(m);
      case Mark.Raster m -> raster(m);
      case Mark.ImageGrid _ -> {}
    }
    svg.close("g");
  }

  /// The class that gives a mark its colour.
  static String styleClass(MarkStyle style) {
    return style.colour() == MarkStyle.INK
        ? "ef-ink"
        : style.colour() == MarkStyle.LIGHT ? "ef-light" : "ef-c" + style.colour();
  }

  private void line(Mark.Line m, MarkStyle style) {
    if (!m.low().isEmpty()) {
      StringBuilder band = new StringBuilder(path(m.x(), m.high()));
      band.append(path(m.x().reversed(), m.low().reversed()).replace('M', 'L')).append('Z');
      svg.shape("path", "class", "ef-band", "d", band.toString());
    }
    String path = path(m.x(), m.y());
    if (style.colour() == MarkStyle.LIGHT) {
      svg.shape("path", "class", "ef-halo", "d", path);
    }
    svg.shape("path", "class", "ef-line ef-d" + style.dash(), "d", path);
  }

  private String path(List<Double> xs, List<Double> ys) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < xs.size(); i++) {
      double h = px(xs.get(i));
      double v = py(ys.get(i));
      boolean seen = Double.isFinite(h) && Double.isFinite(v);
      if (seen) {
        path.append(pen ? 'L' : 'M').append(at(h)).append(' ').append(at(v));
      }
      pen = seen;
    }
    return path.toString();
  }

  private void points(Mark.Points m, MarkStyle style) {
    String fill = m.role() == Mark.Role.CONTROL ? "ef-hollow" : over ? "ef-dot ef-over" : "ef-dot";
    for (int i = 0; i < m.x().size(); i++) {
      double h = px(m.x().get(i));
      double v = py(m.y().get(i));
      if (Double.isFinite(h) && Double.isFinite(v)) {
        whisker(h, i, m.low(), m.high());
        svg.shape("path", "class", fill, "d", Legend.symbol(style.shape(), h, v));
      }
    }
  }

  private void probes(Mark.Probes m, MarkStyle style) {
    for (int i = 0; i < m.x().size(); i++) {
      double h = px(m.x().get(i));
      double v = py(m.y().get(i));
      if (Double.isFinite(h) && Double.isFinite(v)) {
        whisker(h, i, m.low(), m.high());
        flatWhisker(v, i, m.left(), m.right());
        boolean valued = !m.z().isEmpty();
        String outline =
            valued ? Legend.wide(style.shape(), h, v) : Legend.symbol(style.shape(), h, v);
        if (!valued) {
          svg.shape("path", "class", over ? "ef-dot ef-over" : "ef-dot", "d", outline);
        } else if (Double.isFinite(m.z().get(i))) {
          svg.shape("path", "class", "ef-halo", "d", outline);
          svg.shape("path", "class", "ef-probe", "fill", colours.of(m.z().get(i)), "d", outline);
        } else {
          svg.shape("path", "class", "ef-hollow", "d", outline);
        }
      }
    }
  }

  private void whisker(double h, int i, List<Double> low, List<Double> high) {
    if (known(i, low, high)) {
      double a = Math.clamp(finite(py(low.get(i)), bottom), top, bottom);
      double b = Math.clamp(finite(py(high.get(i)), bottom), top, bottom);
      String caps = "M" + at(h - 4) + " " + at(a) + "h8M" + at(h - 4) + " " + at(b) + "h8";
      whisker(caps + "M" + at(h) + " " + at(a) + "V" + at(b));
    }
  }

  private void flatWhisker(double v, int i, List<Double> low, List<Double> high) {
    if (known(i, low, high)) {
      double a = Math.clamp(finite(px(low.get(i)), left), left, right);
      double b = Math.clamp(finite(px(high.get(i)), left), left, right);
      String caps = "M" + at(a) + " " + at(v - 4) + "v8M" + at(b) + " " + at(v - 4) + "v8";
      whisker(caps + "M" + at(a) + " " + at(v) + "H" + at(b));
    }
  }

  private static boolean known(int i, List<Double> low, List<Double> high) {
    return !low.isEmpty() && Double.isFinite(low.get(i)) && Double.isFinite(high.get(i));
  }

  private void whisker(String path) {
    if (over) {
      svg.shape("path", "class", "ef-halo", "d", path);
    }
    svg.shape("path", "class", over ? "ef-whisker ef-over" : "ef-whisker", "d", path);
  }

  private void bars(Mark.Bars m) {
    List<String> names =
        figure.marks().stream()
            .filter(Mark.Bars.class::isInstance)
            .map(Mark::name)
            .distinct()
            .toList();
    double room = (right - left) / places.size() * 0.72;
    double width = Math.min(room / names.size(), 64);
    double shift = (names.indexOf(m.name()) - names.size() / 2.0) * width;
    double gap = Math.min(2, width / 3);
    String fill = m.role() == Mark.Role.CONTROL ? "ef-outline" : "ef-bar";
    double base = y.log() ? bottom : py(Math.clamp(0.0, y.from(), y.to()));
    for (int i = 0; i < m.y().size(); i++) {
      double v = py(m.y().get(i));
      double h = px(places.indexOf(m.places().get(i))) + shift;
      if (Double.isFinite(v)) {
        svg.shape(
            "rect",
            "class",
            fill,
            "x",
            at(h + gap / 2),
            "y",
            at(Math.min(v, base)),
            "width",
            at(width - gap),
            "height",
            at(Math.abs(base - v)));
        whisker(h + width / 2, i, m.low(), m.high());
      }
    }
  }

  private void map(Mark.HeatMap m) {
    MapSvg map = new MapSvg(svg, m, colours);
    map.cells(
        AxisScale.edges(m.x(), figure.x()).stream().map(this::px).toList(),
        AxisScale.edges(m.y(), figure.y()).stream().map(this::py).toList());
    map.bar(right + (colours.spreads() ? 20 : -54), top, bottom);
  }

  private void raster(Mark.Raster m) {
    double tall = Math.clamp((bottom - top) / (y.to() - y.from()) * 0.7, 1.5, 14);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < m.time().size(); i++) {
      double h = px(m.time().get(i));
      double v = py(m.row().get(i));
      if (Double.isFinite(h) && Double.isFinite(v)) {
        path.append("M" + at(h) + " " + at(v - tall / 2) + "v" + at(tall));
      }
    }
    svg.shape("path", "class", "ef-event", "d", path.toString());
  }

  private void text(String text, double h, double v, String anchor) {
    svg.element("text", text, "x", at(h), "y", at(v), "text-anchor", anchor);
  }

  private double px(double value) {
    return left + x.share(value) * (right - left);
  }

  private double py(double value) {
    return bottom - y.share(value) * (bottom - top);
  }

  private static double finite(double value, double otherwise) {
    return Double.isFinite(value) ? value : otherwise;
  }

  /// A coordinate with at most one decimal.
  public static String at(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
