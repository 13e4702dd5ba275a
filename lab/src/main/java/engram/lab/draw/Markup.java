// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import java.util.ArrayDeque;
import java.util.Deque;

/// Builds HTML and SVG: every text and every attribute's value is escaped here, and an element that
/// is not closed in its turn is refused.
public final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /// Nothing yet.
  public Markup() {}

  /// Opens an element.
  ///
  /// @param attributes names and values in turn
  public Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /// Closes the innermost open element, which must be this one.
  public Markup close(String tag) {
    String innermost = open.isEmpty() ? "nothing" : open.pop();
    if (!innermost.equals(tag)) {
      throw new IllegalStateException("close must be of " + innermost + ", was of " + tag);
    }
    out.append("</").append(tag).append('>');
    return this;
  }

  /// An element that holds a text.
  public Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /// An HTML element without content and end: `meta`, `img`.
  public Markup single(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    return this;
  }

  /// An SVG element without content: `path`, `rect`.
  public Markup shape(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /// A text.
  public Markup text(String text) {
    out.append(escaped(text));
    return this;
  }

  /// A line's end, for whoever reads the source.
  public Markup line() {
    out.append('\n');
    return this;
  }

  /// Markup that is known to be whole: a script, a style, or what another of these has built.
  public Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escaped(attributes[i + 1])).append('"');
    }
  }

  /// The text with what has a meaning in markup replaced, and characters that no document may
  /// contain left out.
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '\n', '\t' -> safe.appendCodePoint(c);
            default -> {
              boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
              if (!Character.isISOControl(c) && !lone && (c & 0xFFFE) != 0xFFFE) {
                safe.appendCodePoint(c);
              }
            }
          }
        });
    return safe.toString();
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("all elements must be closed, was open: " + open);
    }
    return out.toString();
  }
}
