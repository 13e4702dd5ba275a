// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tags of a page of ours: every element is closed where it was opened, and no id stands twice.
final class HtmlTags {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"]|\"[^\"]*\")*?)(/?)>");
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
  private static final Set<String> EMPTY =
      Set.of("meta", "img", "br", "hr", "col", "link", "input");

  private HtmlTags() {}

  static void requireClosed(String html) {
    String body = html.replaceAll("(?s)<(style|script)[ >].*?</\\1>", "");
    Deque<String> open = new ArrayDeque<>();
    Set<String> ids = new HashSet<>();
    Matcher tag = TAG.matcher(body);
    while (tag.find()) {
      Matcher id = ID.matcher(tag.group(3));
      if (id.find()) {
        assertEquals(true, ids.add(id.group(1)), "twice: id " + id.group(1));
      }
      if (!tag.group(1).isEmpty()) {
        assertFalse(open.isEmpty(), "closed, not open: " + tag.group());
        assertEquals(open.pop(), tag.group(2), "before character " + tag.end());
      } else if (tag.group(4).isEmpty() && !EMPTY.contains(tag.group(2))) {
        open.push(tag.group(2));
      }
    }
    assertEquals("[]", open.toString());
  }
}
