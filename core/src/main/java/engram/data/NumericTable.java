// SPDX-License-Identifier: Apache-2.0
package engram.data;

import engram.data.internal.CsvText;
import engram.data.internal.NumberText;
import engram.data.internal.StoredBytes;
import engram.error.DataCorruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table of finite numbers, read from comma-separated text. Never changes.
///
/// Text is UTF-8; fields may stand in quotes, inside which a quote is doubled and commas and line
/// ends are plain text; lines end in `\n`, `\r\n` or `\r`; an empty last line is ignored. A file
/// may be gzip. Every refusal names file, line and column, both from 1.
public final class NumericTable {
  private final List<String> header;
  private final int columns;
  private final double[] values;

  private NumericTable(List<String> header, int columns, double[] values) {
    this.header = List.copyOf(header);
    this.columns = columns;
    this.values = values;
  }

  /// Whether the first line holds names.
  public enum FirstLine {
    /// Names of the columns.
    NAMES,
    /// Numbers like every other line.
    NUMBERS
  }

  /// Reads a table.
  ///
  /// @throws DataCorruptException if a field is not a finite number, lines differ in length, or
  ///   there is nothing in it
  /// @throws engram.error.DataMissingException if there is no such file
  public static NumericTable read(Path file, FirstLine firstLine) {
    return read(StoredBytes.of(file), file.toString(), firstLine);
  }

  /// Reads a table from uncompressed bytes.
  ///
  /// @param name what messages call the file
  public static NumericTable read(byte[] bytes, String name, FirstLine firstLine) {
    List<CsvText.Line> records = new CsvText(CsvText.utf8(bytes, name), name).records();
    if (records.isEmpty()) {
      throw new DataCorruptException(name + " must have at least one line, was empty");
    }
    int columns = records.getFirst().fields().size();
    List<String> header = new ArrayList<>();
    if (firstLine == FirstLine.NAMES) {
      header.addAll(records.getFirst().fields());
      records = records.subList(1, records.size());
    }
    double[] values = new double[Math.multiplyExact(records.size(), columns)];
    int at = 0;
    for (CsvText.Line record : records) {
      if (record.fields().size() != columns) {
        throw new DataCorruptException(
            name
                + " line "
                + record.number()
                + ": number of columns must be "
                + columns
                + " as in the first line, was "
                + record.fields().size());
      }
      for (int column = 0; column < columns; column++) {
        values[at++] = number(record.fields().get(column), name, record.number(), column + 1);
      }
    }
    return new NumericTable(header, columns, values);
  }

  /// The names of the columns; empty if the text had none.
  public List<String> header() {
    return header;
  }

  /// How many rows of numbers.
  public int rows() {
    return values.length / columns;
  }

  /// How many columns.
  public int columns() {
    return columns;
  }

  /// A number; row and column from 0.
  public double at(int row, int column) {
    if (column < 0 || column >= columns) {
      throw new IllegalArgumentException(
          "column must be in [0, " + (columns - 1) + "], was " + column);
    }
    return values[row * columns + column];
  }

  /// A column, from 0, as an array.
  public double[] column(int column) {
    double[] all = new double[rows()];
    for (int row = 0; row < all.length; row++) {
      all[row] = at(row, column);
    }
    return all;
  }

  private static double number(String field, String name, int line, int column) {
    return NumberText.finite(field)
        .orElseThrow(() ->
            new DataCorruptException(
                name
                    + " line "
                    + line
                    + ", column "
                    + column
                    + ": must be a finite number, was '"
                    + field
                    + "'"));
  }
}
