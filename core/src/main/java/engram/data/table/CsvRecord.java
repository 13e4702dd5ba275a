// SPDX-License-Identifier: Apache-2.0
package engram.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A record of a stream of comma-separated text: a line, or several where a quoted field goes on.
///
/// @param offset where it begins, in bytes
/// @param end where the next begins
/// @param line the line on which it begins, from 1
/// @param text without the line's end; empty if it was too long to keep
/// @param state whether it is whole
record CsvRecord(long offset, long end, long line, String text, State state) {
  /// Whether a record is whole.
  enum State {
    WHOLE,
    TOO_LONG,
    QUOTE_LEFT_OPEN
  }

  boolean isBlank() {
    return state == State.WHOLE && text.isBlank();
  }

  /// Whether it is a line of words for people, which begins with `#`.
  boolean isComment() {
    return state == State.WHOLE && text.startsWith("#");
  }

  /// The same without the signs that make it a comment.
  CsvRecord withoutSign() {
    return new CsvRecord(offset, end, line, text.replaceFirst("^[#\\s]+", ""), state);
  }

  /// The fields by RFC 4180, or, separated by blanks, the words; empty if a quote is not closed or
  /// text follows a closing quote.
  Optional<List<String>> fields(char delimiter) {
    if (state != State.WHOLE) {
      return Optional.empty();
    }
    if (delimiter == ' ') {
      return Optional.of(List.of(text.strip().split("\\s+", -1)));
    }
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      int end;
      if (at < text.length() && text.charAt(at) == '"') {
        end = closingQuote(at) + 1;
        if (end == 0 || (end < text.length() && text.charAt(end) != delimiter)) {
          return Optional.empty();
        }
        fields.add(text.substring(at + 1, end - 1).replace("\"\"", "\""));
      } else {
        int next = text.indexOf(delimiter, at);
        end = next < 0 ? text.length() : next;
        fields.add(text.substring(at, end));
      }
      if (end == text.length()) {
        return Optional.of(fields);
      }
      at = end + 1;
    }
  }

  /// The quote that closes the one at a place; -1 if none does.
  private int closingQuote(int open) {
    int at = open + 1;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        at += 2;
      } else {
        return at;
      }
    }
    return -1;
  }
}
