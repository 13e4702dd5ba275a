// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The lines of a replicate's file between head and end, one JSON object each:
///
///     {"measure":"accuracy","unit":"1","meaning":"share of ..."}      before its first use
///     {"of":"accuracy","in":"trained","value":0.93}                   `in` is left out without arms
///     {"of":"loss","x":100.0,"y":0.25}                                a point of a series
///     {"of":"loss","diverged":"step 12, value 1e300"}
///     {"table":"layers","cells":{"layer":1,"name":"first","gain":{"double":"NaN"}}}
///
/// A number with a point or an exponent is a double, one without is whole; doubles come back to the
/// last bit. Holds the measures declared so far, in writing or in reading.
public final class ReplicateLines {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, Measure> declared = new LinkedHashMap<>();

  /// Nothing is declared yet.
  public ReplicateLines() {}

  /// The line or lines of an entry, with the declaration of its measure if that is new.
  public List<String> write(Entry entry) {
    List<String> lines = new ArrayList<>();
    ObjectNode line = JSON.createObjectNode();
    switch (entry) {
      case Entry.Value(At key, double value) -> {
        declare(key.measure(), lines);
        key(line, key).put("value", value);
      }
      case Entry.Point(At key, double x, double y) -> {
        declare(key.measure(), lines);
        key(line, key).put("x", x).put("y", y);
      }
      case Entry.Diverged(At key, String why) -> {
        declare(key.measure(), lines);
        key(line, key).put("diverged", why);
      }
      case Entry.Row(String table, Map<String, Object> cells) -> {
        line.put("table", table);
        ObjectNode row = line.putObject("cells");
        cells.forEach((column, cell) -> putCell(row, column, cell));
      }
    }
    lines.add(JSON.writeValueAsString(line));
    return lines;
  }

  /// Reads lines, in their order.
  ///
  /// @throws IllegalArgumentException at a line that is none of these
  public List<Entry> read(List<String> lines) {
    List<Entry> entries = new ArrayList<>();
    for (String text : lines) {
      JsonNode line = object(text);
      if (line.has("measure")) {
        Measure measure =
            new Measure(text(line, "measure"), text(line, "unit"), text(line, "meaning"));
        declared.put(measure.name(), measure);
      } else {
        entries.add(entry(line));
      }
    }
    return entries;
  }

  /// A line as a JSON object.
  static JsonNode object(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException _) {
      // Refused below like any other line that is no object.
    }
    throw new IllegalArgumentException("line must be a JSON object, was " + brief(text));
  }

  /// A text of a line.
  static String text(JsonNode line, String field) {
    JsonNode value = line.path(field);
    if (!value.isString()) {
      throw new IllegalArgumentException(field + " must be a text, was " + brief(value.toString()));
    }
    return value.stringValue();
  }

  private void declare(Measure measure, List<String> lines) {
    Measure known = declared.put(measure.name(), measure);
    if (known == null) {
      lines.add(
          JSON.writeValueAsString(
              JSON.createObjectNode()
                  .put("measure", measure.name())
                  .put("unit", measure.unit())
                  .put("meaning", measure.meaning())));
    } else if (!known.equals(measure)) {
      throw new IllegalStateException(
          "measure " + measure.name() + " must have one unit and one meaning, had two");
    }
  }

  private static ObjectNode key(ObjectNode line, At key) {
    line.put("of", key.measure().name());
    return key.arm().isEmpty() ? line : line.put("in", key.arm());
  }

  private static void putCell(ObjectNode row, String column, Object cell) {
    switch (cell) {
      case Double d when !Double.isFinite(d) -> row.putObject(column).put("double", d.toString());
      case Double d -> row.put(column, d);
      case Long l -> row.put(column, l);
      case Boolean b -> row.put(column, b);
      default -> row.put(column, cell.toString());
    }
  }

  private Entry entry(JsonNode line) {
    if (line.has("table")) {
      Map<String, Object> cells = new LinkedHashMap<>();
      line.path("cells").properties().forEach(e -> cells.put(e.getKey(), cell(e.getValue())));
      return new Entry.Row(text(line, "table"), Collections.unmodifiableMap(cells));
    }
    Measure measure = declared.get(text(line, "of"));
    if (measure == null) {
      throw new IllegalArgumentException(
          "measure must be declared before its use, was " + brief(text(line, "of")));
    }
    At key = measure.in(line.has("in") ? text(line, "in") : "");
    if (line.has("value")) {
      return new Entry.Value(key, number(line, "value"));
    }
    if (line.has("diverged")) {
      return new Entry.Diverged(key, text(line, "diverged"));
    }
    return new Entry.Point(key, number(line, "x"), number(line, "y"));
  }

  private static Object cell(JsonNode cell) {
    if (cell.isString()) {
      return cell.stringValue();
    }
    if (cell.isBoolean()) {
      return cell.booleanValue();
    }
    if (cell.isObject()) {
      return Double.valueOf(text(cell, "double"));
    }
    if (cell.isIntegralNumber() && cell.canConvertToLong()) {
      return cell.longValue();
    }
    if (cell.isFloatingPointNumber()) {
      return cell.doubleValue();
    }
    throw new IllegalArgumentException(
        "cell must be a number, a text or a truth value, was " + brief(cell.toString()));
  }

  private static double number(JsonNode line, String field) {
    JsonNode value = line.path(field);
    if (!value.isNumber()) {
      throw new IllegalArgumentException(
          field + " must be a number, was " + brief(value.toString()));
    }
    return value.doubleValue();
  }

  private static String brief(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 60 ? plain.substring(0, 57) + "..." : plain;
  }
}
