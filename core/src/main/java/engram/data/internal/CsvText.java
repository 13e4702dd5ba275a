// SPDX-License-Identifier: Apache-2.0
package engram.data.internal;

import engram.error.DataCorruptException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Splits comma-separated text into records of fields, by RFC 4180.
public final class CsvText {
  private final String text;
  private final String name;
  private int at;
  private int line = 1;

  public CsvText(String text, String name) {
    this.text = text;
    this.name = name;
  }

  /// The text of UTF-8 bytes, without a byte order mark.
  public static String utf8(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DataCorruptException(name + " must be UTF-8 text, was not", e);
    }
  }

  /// A record and the line on which it begins, from 1.
  public record Line(int number, List<String> fields) {}

  public List<Line> records() {
    List<Line> records = new ArrayList<>();
    while (at < text.length()) {
      int began = line;
      List<String> fields = new ArrayList<>();
      fields.add(field(began, 1));
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
        fields.add(field(began, fields.size() + 1));
      }
      endLine();
      boolean blank = fields.size() == 1 && fields.getFirst().isBlank();
      if (!(blank && at >= text.length())) {
        records.add(new Line(began, List.copyOf(fields)));
      }
    }
    return records;
  }

  private String field(int began, int column) {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted(began, column);
    }
    int from = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted(int began, int column) {
    StringBuilder field = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length()) {
        throw refused(began, column, "a quoted field must end in a quote, was open at the end");
      }
      char c = text.charAt(at++);
      if (c != '"') {
        field.append(c);
        if (c == '\n') {
          line++;
        }
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        break;
      }
    }
    if (at < text.length() && !ends(text.charAt(at))) {
      throw refused(
          began,
          column,
          "a closing quote must be followed by a comma or the line's end, was '"
              + text.charAt(at)
              + "'");
    }
    return field.toString();
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  private DataCorruptException refused(int lineBegan, int column, String why) {
    return new DataCorruptException(
        name + " line " + lineBegan + ", column " + column + ": " + why);
  }

  private static boolean ends(char c) {
    return c == ',' || c == '\n' || c == '\r';
  }
}
