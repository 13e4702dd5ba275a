// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void escapesTextsAndAttributes() {
    String html = new Markup().element("p", "a < b & \"c\"", "title", "it's >").toString();
    assertEquals("<p title=\"it&#39;s &gt;\">a &lt; b &amp; &quot;c&quot;</p>", html);
  }

  @Test
  void leavesOutCharactersThatNoDocumentMayContain() {
    assertEquals("ab\u00e9\n", Markup.escaped("a\u0000b\ud800\u00e9\n\uffff\u0007"));
  }

  @Test
  void keepsCharactersOutsideTheBasicPlane() {
    assertEquals("\ud83e\udde0", Markup.escaped("\ud83e\udde0"));
  }

  @Test
  void refusesToCloseInTheWrongOrder() {
    Markup markup = new Markup().open("ul").open("li");
    var e = assertThrows(IllegalStateException.class, () -> markup.close("ul"));
    assertEquals("close must be of li, was of ul", e.getMessage());
  }

  @Test
  void refusesToEndWithOpenElements() {
    Markup markup = new Markup().open("section");
    var e = assertThrows(IllegalStateException.class, markup::toString);
    assertEquals("all elements must be closed, was open: [section]", e.getMessage());
  }
}
