// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A figure as JSON: its values and the frame in which they are drawn, so that whoever draws them
/// needs no rules of its own. A missing number is null.
public final class FigureJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FigureJson() {}

  /// The figure as one JSON object.
  public static String of(Figure figure) {
    ObjectNode node = NODES.objectNode();
    node.put("id", figure.id()).put("title", figure.title()).put("see", figure.see());
    node.set("x", axis(figure.x(), AxisScale.ofX(figure)));
    node.set("y", axis(figure.y(), AxisScale.ofY(figure)));
    ArrayNode places = node.putArray("places");
    FigureTable.places(figure).forEach(places::add);
    ArrayNode marks = node.putArray("marks");
    List<MarkStyle> styles = MarkStyle.of(figure);
    for (int i = 0; i < figure.marks().size(); i++) {
      marks.add(mark(figure, figure.marks().get(i), styles.get(i)));
    }
    return node.toString();
  }

  /// The same for a place inside a `script` element, where `<` must not stand.
  public static String embedded(Figure figure) {
    return of(figure).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  /// The scripts that draw every figure so embedded in a page: the drawing library, then ours.
  public static List<String> scripts() {
    return List.of(Resource.echarts(), Resource.beside(FigureJson.class, "draw.js"));
  }

  private static ObjectNode axis(Axis axis, AxisScale scale) {
    ObjectNode node = NODES.objectNode();
    node.put("title", axis.title());
    node.put("spacing", axis.spacing().name().toLowerCase(Locale.ROOT));
    node.put("from", scale.from()).put("to", scale.to());
    return node;
  }

  private static ObjectNode mark(Figure figure, Mark mark, MarkStyle style) {
    ObjectNode node = NODES.objectNode();
    node.put("name", mark.name());
    node.put("role", MarkStyle.role(mark).name().toLowerCase(Locale.ROOT));
    node.put("colour", style.colour()).put("shape", style.shape()).put("dash", style.dash());
    switch (mark) {
      case Mark.Line m -> measured(node, "line", numbers(m.x()), m.y(), m.low(), m.high());
      case Mark.Points m -> measured(node, "points", numbers(m.x()), m.y(), m.low(), m.high());
      case Mark.Probes m -> {
        measured(node, "probes", numbers(m.x()), m.y(), m.low(), m.high());
        node.set("left", numbers(m.left()));
        node.set("right", numbers(m.right()));
        node.set("z", numbers(m.z()));
      }
      case Mark.Bars m -> {
        ArrayNode x = NODES.arrayNode();
        List<String> places = FigureTable.places(figure);
        m.places().forEach(p -> x.add(places.indexOf(p)));
        measured(node, "bars", x, m.y(), m.low(), m.high());
      }
      case Mark.HeatMap m -> {
        ColourScale colours = ColourScale.of(figure);
        node.put("kind", "map").put("unit", m.unit()).put("title", FigureTable.title(m));
        node.put("hole", m.hole()).put("notice", colours.notice(m));
        node.set("range", numbers(List.of(colours.least(), colours.most())));
        node.set("x", numbers(m.x()));
        node.set("y", numbers(m.y()));
        node.set("z", numbers(m.z()));
        node.set("columnEdges", numbers(AxisScale.edges(m.x(), figure.x())));
        node.set("rowEdges", numbers(AxisScale.edges(m.y(), figure.y())));
      }
      case Mark.Raster m -> {
        node.put("kind", "raster");
        node.set("x", numbers(m.time()));
        node.set("y", numbers(m.row()));
      }
      case Mark.ImageGrid m -> {
        node.put("kind", "images").put("width", m.width()).put("height", m.height());
        ArrayNode captions = node.putArray("captions");
        m.captions().forEach(captions::add);
        ArrayNode images = node.putArray("images");
        m.images().forEach(image -> images.add(numbers(image)));
      }
    }
    return node;
  }

  private static void measured(
      ObjectNode node,
      String kind,
      ArrayNode x,
      List<Double> y,
      List<Double> low,
      List<Double> high) {
    node.put("kind", kind);
    node.set("x", x);
    node.set("y", numbers(y));
    node.set("low", numbers(low));
    node.set("high", numbers(high));
  }

  private static ArrayNode numbers(List<Double> values) {
    ArrayNode array = NODES.arrayNode(values.size());
    for (double value : values) {
      if (Double.isFinite(value)) {
        array.add(value);
      } else {
        array.addNull();
      }
    }
    return array;
  }
}
