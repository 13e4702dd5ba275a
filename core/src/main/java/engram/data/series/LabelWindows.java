// SPDX-License-Identifier: Apache-2.0
package engram.data.series;

import engram.data.internal.StoredBytes;
import engram.error.DataCorruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The file in which NAB [5] stores when each of its series is anomalous, and nothing of JSON beyond
/// it: an object of file names, each with an array of pairs of times.
///
///     {"realTraffic/speed_7578.csv": [["2015-09-11 14:34:00.000000", "2015-09-11 17:58:00"]]}
///
/// The grammar has a fixed depth, so that no input makes the reader recurse. Times are read by
/// [TimeText].
///
/// References: see the package.
public final class LabelWindows {
  private final String where;
  private final String text;
  private int at;

  private LabelWindows(String where, String text) {
    this.where = where;
    this.text = text;
  }

  /// Reads a file; times without a zone are in UTC.
  ///
  /// @throws DataCorruptException if it is not such a file
  /// @throws engram.error.DataMissingException if there is no such file
  public static Map<String, List<TimeSpan>> read(Path file) {
    return parse(new String(StoredBytes.of(file), StandardCharsets.UTF_8), file.toString());
  }

  /// Reads a text.
  ///
  /// @param where what messages call it
  public static Map<String, List<TimeSpan>> parse(String text, String where) {
    return new LabelWindows(where, text).series();
  }

  private Map<String, List<TimeSpan>> series() {
    Map<String, List<TimeSpan>> series = new LinkedHashMap<>();
    if (begins('{', '}')) {
      do {
        blanks();
        String name = string();
        blanks();
        take(':');
        if (series.put(name, spans()) != null) {
          throw bad("each name once", "'" + name + "' again");
        }
      } while (continues('}'));
    }
    blanks();
    if (at < text.length()) {
      throw bad("nothing after the object", seen());
    }
    return series;
  }

  private List<TimeSpan> spans() {
    List<TimeSpan> spans = new ArrayList<>();
    if (begins('[', ']')) {
      do {
        spans.add(span());
      } while (continues(']'));
    }
    return List.copyOf(spans);
  }

  private TimeSpan span() {
    blanks();
    take('[');
    Instant first = time();
    blanks();
    take(',');
    Instant last = time();
    blanks();
    take(']');
    if (last.isBefore(first)) {
      throw bad("a window that ends after it begins", first + " to " + last);
    }
    return new TimeSpan(first, last);
  }

  private Instant time() {
    blanks();
    String time = string();
    return TimeText.instant(time).orElseThrow(() -> bad("a time", "'" + time + "'"));
  }

  private String string() {
    take('"');
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw bad("a text without control characters", "one with");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    take('"');
    return value.toString();
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : 0;
    if (c == '"' || c == '\\' || c == '/') {
      return c;
    }
    if (c == 'u' && at + 4 <= text.length()) {
      String digits = text.substring(at, at + 4);
      if (digits.matches("[0-9a-fA-F]{4}")) {
        at += 4;
        return (char) Integer.parseInt(digits, 16);
      }
    }
    throw bad("an escape of a name", "another");
  }

  /// Takes the opening sign; false if the closing sign follows at once, which is taken too.
  private boolean begins(char open, char close) {
    blanks();
    take(open);
    blanks();
    if (at < text.length() && text.charAt(at) == close) {
      at++;
      return false;
    }
    return true;
  }

  /// Takes a comma, and is true; or the closing sign, and is false.
  private boolean continues(char close) {
    blanks();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      return true;
    }
    take(close);
    return false;
  }

  private void take(char wanted) {
    if (at >= text.length() || text.charAt(at) != wanted) {
      throw bad("'" + wanted + "'", seen());
    }
    at++;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private String seen() {
    return at < text.length() ? "character " + (int) text.charAt(at) : "the end";
  }

  private DataCorruptException bad(String rule, String was) {
    return new DataCorruptException(
        where + ": windows must have " + rule + " at character " + at + ", was " + was);
  }
}
