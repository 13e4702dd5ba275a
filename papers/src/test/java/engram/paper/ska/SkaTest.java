// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import static org.junit.jupiter.api.Assertions.assertEquals;

import engram.credit.entropic.SkaRule;
import engram.data.DataSets;
import engram.lab.Experiment;
import engram.lab.claim.Scale;
import engram.lab.measure.Results;
import engram.paper.Pages;
import org.junit.jupiter.api.Test;

final class SkaTest {
  private static final Pages PAGES = new Pages(new Ska());

  private static <P extends Record> Results sabotaged(Experiment<P> page) {
    return PAGES.run(page, page.sabotaged(page.at(Scale.SMOKE).orElseThrow()), 1);
  }

  @Test
  void everyClaimFindsWhatItIsJudgedByAndEveryPageIsDrawn() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(8, PAGES.claims());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  /// Without learning nothing flows, and every measure says so.
  @Test
  void fixedWeightsShowNoFlowAndNoCollapse() {
    Collapse digits = new Collapse(Source.DIGITS);
    assertEquals(SkaRule.FIXED, digits.sabotaged(digits.at(Scale.SMOKE).orElseThrow()).rule());
    Results results = sabotaged(digits);
    for (int l = 1; l <= Collapse.LAYERS; l++) {
      assertEquals(
          results.value(0, Collapse.ACCURACY.in("untrained layer " + l)),
          results.value(0, Collapse.ACCURACY.in("trained layer " + l)));
    }
    TimeInvariance times = new TimeInvariance();
    Results still = sabotaged(times);
    assertEquals(
        "weights stay: there is no trajectory",
        still.divergence(0, TimeInvariance.DEVIATION.in("eta .020 layer 1")));
  }

  @Test
  void deviationComparesEqualTimes() {
    double[] fine = {0, 1, 2, 3, 4, 5};
    assertEquals(0, Trajectories.deviation(new double[] {0, 2, 4}, fine, 2));
    assertEquals(0.2, Trajectories.deviation(new double[] {0, 3, 4}, fine, 2), 1e-15);
  }

  @Test
  void batchTakesItsMeanAway() {
    Batch batch = new Batch(DataSets.digits(), new int[] {0, 1}, DataSets.digits(), new int[] {2});
    double[] centred = Batch.less(batch.images, batch.mean());
    for (int i = 0; i < batch.inputs; i++) {
      assertEquals(0, centred[i] + centred[batch.inputs + i], 1e-15);
    }
  }
}
