// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import java.util.ArrayList;
import java.util.List;

/// The tokens of a Java source: words and numbers, literals whole, `++` and `--`, everything else
/// sign by sign. White space and comments are left out, so that a change of documentation or layout
/// changes no token. Two signs that may stand together or apart mean the same, except for plus and
/// minus: `i++ + j` is not `i + ++j`.
final class JavaTokens {
  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private JavaTokens(String text) {
    this.text = text;
  }

  /// Reads a source.
  static List<String> of(String text) {
    JavaTokens reader = new JavaTokens(text);
    while (reader.at < text.length()) {
      reader.next();
    }
    return reader.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("//", at)) {
      skipTo("\n");
    } else if (text.startsWith("/*", at)) {
      at += 2;
      skipTo("*/");
    } else if (text.startsWith("\"\"\"", at)) {
      literal("\"\"\"");
    } else if (c == '"' || c == '\'') {
      literal(String.valueOf(c));
    } else if (Character.isJavaIdentifierPart(c)) {
      word();
    } else if (text.startsWith("++", at) || text.startsWith("--", at)) {
      tokens.add(text.substring(at, at + 2));
      at += 2;
    } else {
      tokens.add(String.valueOf(c));
      at++;
    }
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void literal(String quote) {
    int from = at;
    at += quote.length();
    while (at < text.length() && !text.startsWith(quote, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(text.length(), at + quote.length());
    tokens.add(text.substring(from, at));
  }

  private void word() {
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    tokens.add(text.substring(from, at));
  }
}
