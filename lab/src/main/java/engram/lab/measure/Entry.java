// SPDX-License-Identifier: Apache-2.0
package engram.lab.measure;

import java.util.HexFormat;
import java.util.Map;

/// One thing that a replicate wrote, in the order of writing. Its [#canonical] text is what a
/// replicate's digest is taken over.
public sealed interface Entry {
  /// A number.
  record Value(At key, double value) implements Entry {}

  /// A point of a series.
  record Point(At key, double x, double y) implements Entry {}

  /// A row of a table; cells are `Double`, `Long`, `String` or `Boolean`.
  record Row(String table, Map<String, Object> cells) implements Entry {}

  /// A number that does not exist because the system diverged.
  record Diverged(At key, String why) implements Entry {}

  /// The text that stands for this entry in a digest, one line that no other entry has: fields
  /// between tabs, every double by its 64 bits in hexadecimal, texts in quotes with tabs, line
  /// breaks, quotes and backslashes escaped.
  default String canonical() {
    return switch (this) {
      case Value(At key, double value) -> "value\t" + text(key.key()) + "\t" + bits(value);
      case Point(At key, double x, double y) ->
          "point\t" + text(key.key()) + "\t" + bits(x) + "\t" + bits(y);
      case Row(String table, Map<String, Object> cells) -> {
        StringBuilder line = new StringBuilder("row\t").append(text(table));
        cells.forEach((column, cell) ->
            line.append('\t').append(text(column)).append('=').append(cell(cell)));
        yield line.toString();
      }
      case Diverged(At key, String why) -> "diverged\t" + text(key.key()) + "\t" + text(why);
    };
  }

  private static String cell(Object cell) {
    return switch (cell) {
      case Double number -> bits(number);
      case String string -> text(string);
      default -> cell.toString();
    };
  }

  private static String text(String value) {
    return '"'
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
        + '"';
  }

  private static String bits(double value) {
    return "x" + HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
  }
}
