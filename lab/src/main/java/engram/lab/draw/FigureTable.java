// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// The data of a figure as a table, for readers without script and for other programs.
///
/// @param name what it holds
/// @param columns the columns' heads
/// @param rows the rows; a cell is a `Double` or a `String`
public record FigureTable(String name, List<String> columns, List<List<Object>> rows) {
  /// Copies.
  public FigureTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// The tables of a figure: one for all lines, points and bars, one for every other mark.
  public static List<FigureTable> of(Figure figure) {
    List<FigureTable> tables = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    List<String> places = places(figure);
    for (Mark mark : figure.marks()) {
      switch (mark) {
        case Mark.Line m -> add(rows, m.name(), named(m.x(), places), m.y(), m.low(), m.high());
        case Mark.Points m -> add(rows, m.name(), named(m.x(), places), m.y(), m.low(), m.high());
        case Mark.Bars m -> add(rows, m.name(), m.places(), m.y(), m.low(), m.high());
        case Mark.Probes m -> tables.add(probes(figure, m));
        case Mark.HeatMap m -> tables.add(cells(figure, m));
        case Mark.Raster m -> tables.add(events(figure, m));
        case Mark.ImageGrid m -> tables.add(images(m));
      }
    }
    if (!rows.isEmpty()) {
      List<String> columns = List.of("mark", figure.x().title(), figure.y().title(), "low", "high");
      tables.addFirst(withoutEmptyIntervals(new FigureTable(figure.title(), columns, rows)));
    }
    return tables;
  }

  /// The names on a category axis, in order of first appearance; empty on other axes.
  static List<String> places(Figure figure) {
    return figure.x().spacing() != Axis.Spacing.CATEGORY
        ? List.of()
        : figure.marks().stream()
            .flatMap(m -> m instanceof Mark.Bars bars ? bars.places().stream() : null)
            .distinct()
            .toList();
  }

  /// Comma-separated values after RFC 4180, numbers with all their digits, a missing number empty.
  public String csv() {
    StringBuilder csv = new StringBuilder();
    appendCsv(csv, columns);
    rows.forEach(row -> appendCsv(csv, row));
    return csv.toString();
  }

  /// The same as an address that a link can carry without any server.
  public String csvAddress() {
    String encoded = URLEncoder.encode(csv(), StandardCharsets.UTF_8);
    return "data:text/csv;charset=utf-8," + encoded.replace("+", "%20").replace("%2C", ",");
  }

  private static void appendCsv(StringBuilder csv, List<?> cells) {
    List<String> texts = cells.stream().map(FigureTable::csvCell).toList();
    csv.append(String.join(",", texts)).append("\r\n");
  }

  private static String csvCell(Object cell) {
    if (cell instanceof Double number) {
      return number.isNaN() ? "" : number.toString();
    }
    String text = cell.toString();
    return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static void add(
      List<List<Object>> rows,
      String name,
      List<?> x,
      List<Double> y,
      List<Double> low,
      List<Double> high) {
    for (int i = 0; i < y.size(); i++) {
      rows.add(
          List.of(
              name,
              x.get(i),
              y.get(i),
              low.isEmpty() ? Double.NaN : low.get(i),
              high.isEmpty() ? Double.NaN : high.get(i)));
    }
  }

  private static List<?> named(List<Double> x, List<String> places) {
    return places.isEmpty() ? x : x.stream().map(i -> placeAt(i, places)).toList();
  }

  private static Object placeAt(double index, List<String> places) {
    int i = (int) index;
    return i == index && i >= 0 && i < places.size() ? places.get(i) : (Object) index;
  }

  private static FigureTable withoutEmptyIntervals(FigureTable table) {
    boolean any =
        table.rows().stream().anyMatch(row -> row.get(3) instanceof Double d && !d.isNaN());
    return any
        ? table
        : new FigureTable(
            table.name(),
            table.columns().subList(0, 3),
            table.rows().stream().map(row -> row.subList(0, 3)).toList());
  }

  private static FigureTable cells(Figure figure, Mark.HeatMap map) {
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < map.y().size(); row++) {
      for (int column = 0; column < map.x().size(); column++) {
        Double z = map.z().get(row * map.x().size() + column);
        rows.add(List.of(map.x().get(column), map.y().get(row), z));
      }
    }
    return new FigureTable(
        map.name(), List.of(figure.x().title(), figure.y().title(), title(map)), rows);
  }

  /// What the colours of a map stand for, with its unit.
  static String title(Mark.HeatMap map) {
    return new Axis(map.name(), map.unit(), Axis.Spacing.LINEAR).title();
  }

  private static FigureTable probes(Figure figure, Mark.Probes probes) {
    String x = figure.x().title();
    String y = figure.y().title();
    List<String> columns = new ArrayList<>(List.of(x, y));
    List<List<Double>> data = new ArrayList<>(List.of(probes.x(), probes.y()));
    if (!probes.left().isEmpty()) {
      columns.addAll(List.of(x + ", low", x + ", high"));
      data.addAll(List.of(probes.left(), probes.right()));
    }
    if (!probes.low().isEmpty()) {
      columns.addAll(List.of(y + ", low", y + ", high"));
      data.addAll(List.of(probes.low(), probes.high()));
    }
    for (Mark mark : probes.z().isEmpty() ? List.<Mark>of() : figure.marks()) {
      if (mark instanceof Mark.HeatMap map) {
        columns.add("measured, on the scale of " + title(map));
        data.add(probes.z());
      }
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < probes.x().size(); i++) {
      int at = i;
      rows.add(data.stream().<Object>map(column -> column.get(at)).toList());
    }
    return new FigureTable(probes.name(), columns, rows);
  }

  private static FigureTable events(Figure figure, Mark.Raster raster) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < raster.time().size(); i++) {
      rows.add(List.of(raster.time().get(i), raster.row().get(i)));
    }
    return new FigureTable(raster.name(), List.of(figure.x().title(), figure.y().title()), rows);
  }

  private static FigureTable images(Mark.ImageGrid grid) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < grid.images().size(); i++) {
      Object caption = grid.captions().get(i);
      rows.add(List.of(caption, least(grid.images().get(i)), most(grid.images().get(i))));
    }
    return new FigureTable(grid.name(), List.of("image", "black", "white"), rows);
  }

  /// The least number of a list, NaN left out; NaN if there is none.
  public static double least(List<Double> values) {
    return numbers(values).min().orElse(Double.NaN);
  }

  /// The greatest number of a list, NaN left out; NaN if there is none.
  public static double most(List<Double> values) {
    return numbers(values).max().orElse(Double.NaN);
  }

  private static DoubleStream numbers(List<Double> values) {
    return values.stream().mapToDouble(d -> d).filter(Double::isFinite);
  }
}
