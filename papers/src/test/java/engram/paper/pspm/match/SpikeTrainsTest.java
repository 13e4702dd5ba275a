// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.claim.Scale;
import engram.lab.measure.Results;
import engram.paper.Pages;
import engram.paper.pspm.PspmStudy;
import engram.paper.pspm.shared.Reading;
import engram.paper.pspm.shared.Setting;
import org.junit.jupiter.api.Test;

class SpikeTrainsTest {
  private static final Pages PAGES = new Pages(new PspmStudy());

  /// Taken out, homeostasis leaves the weights as they were, to the bit.
  @Test
  void sabotagedHomeostasisIsTheUntrainedNet() {
    SpikeTrains page = new SpikeTrains();
    Setting smoke = page.at(Scale.SMOKE).orElseThrow();
    Results idle = PAGES.run(page, page.sabotaged(smoke), 1);
    assertEquals(
        idle.value(0, Reading.F1.in(SpikeTrains.RANDOM)),
        idle.value(0, Reading.F1.in(SpikeTrains.HOMEOSTASIS)));
    assertEquals(
        idle.value(0, Reading.EXCITATORY.in(SpikeTrains.RANDOM)),
        idle.value(0, Reading.EXCITATORY.in(SpikeTrains.HOMEOSTASIS)));
  }

  /// Where nothing feeds back, a net without recurrence is the reference.
  @Test
  void withoutRecurrenceEveryNetIsTheReference() {
    SpikeTrains page = new SpikeTrains();
    Results weak = PAGES.run(page, Setting.smoke(1e-4), 1);
    assertTrue(weak.value(0, Reading.F1.in(SpikeTrains.NONE)).orElseThrow() > 0.99);
    assertTrue(weak.value(0, Reading.F1.in(SpikeTrains.RANDOM)).orElseThrow() > 0.99);
  }
}
