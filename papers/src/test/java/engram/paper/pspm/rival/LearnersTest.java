// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.lab.claim.Scale;
import engram.lab.measure.Results;
import engram.paper.Pages;
import engram.paper.pspm.PspmStudy;
import engram.paper.pspm.shared.Reading;
import org.junit.jupiter.api.Test;

class LearnersTest {
  private static final Pages PAGES = new Pages(new PspmStudy());

  /// Taken out, a gradient by itself is the whole one.
  @Test
  void sabotagedGradientIsTheWholeOne() {
    Learners page = new Learners();
    Results broken = PAGES.run(page, page.sabotaged(page.at(Scale.SMOKE).orElseThrow()), 1);
    for (double g : new double[] {Learners.WEAK, Learners.STRONG}) {
      assertEquals(
          broken.value(0, Reading.F1.in(Learners.at(Learners.WHOLE, g))),
          broken.value(0, Reading.F1.in(Learners.at(Learners.ITSELF, g))));
    }
  }
}
