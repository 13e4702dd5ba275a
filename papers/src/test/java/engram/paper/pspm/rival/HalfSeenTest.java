// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import engram.lab.claim.Scale;
import engram.lab.measure.Results;
import engram.paper.Pages;
import engram.paper.pspm.PspmStudy;
import engram.paper.pspm.shared.Setting;
import org.junit.jupiter.api.Test;

class HalfSeenTest {
  private static final Pages PAGES = new Pages(new PspmStudy());

  /// Taken out, the rule has pools of other moments; its control stays what it was.
  @Test
  void sabotagedRuleIsItsControl() {
    HalfSeen page = new HalfSeen();
    Setting smoke = page.at(Scale.SMOKE).orElseThrow();
    Results whole = PAGES.smoke(page);
    Results broken = PAGES.run(page, page.sabotaged(smoke), 1);
    assertNotEquals(
        whole.value(0, HalfSeen.SEEN.in(HalfSeen.HALF)),
        broken.value(0, HalfSeen.SEEN.in(HalfSeen.HALF)));
    assertEquals(
        whole.value(0, HalfSeen.SEEN.in(HalfSeen.ELSEWHEN)),
        broken.value(0, HalfSeen.SEEN.in(HalfSeen.ELSEWHEN)));
  }
}
