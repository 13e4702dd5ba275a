// SPDX-License-Identifier: Apache-2.0
package engram.lab.measure;

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

  /// The text that stands for this entry in a digest: every double by its 64 bits in hexadecimal.
  default String canonical() {
    return switch (this) {
      case Value(At key, double value) -> "value " + key.key() + " " + bits(value);
      case Point(At key, double x, double y) ->
          "point " + key.key() + " " + bits(x) + " " + bits(y);
      case Row(String table, Map<String, Object> cells) -> {
        StringBuilder text = new StringBuilder("row ").append(table);
        cells.forEach((column, cell) ->
            text.append('\t')
                .append(column)
                .append('=')
                .append(cell instanceof Double number ? bits(number) : cell));
        yield text.toString();
      }
      case Diverged(At key, String why) -> "diverged " + key.key() + " " + why;
    };
  }

  private static String bits(double value) {
    return String.format("%016x", Double.doubleToLongBits(value));
  }
}
