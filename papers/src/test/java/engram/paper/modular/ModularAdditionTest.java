// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import engram.lab.Experiment;
import engram.lab.measure.Entry;
import engram.lab.measure.Results;
import engram.paper.Pages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class ModularAdditionTest {
  private static final int FEW = 5;
  private static final Pages PAGES = new Pages(new ModularAddition());

  @Test
  void everyClaimFindsWhatItIsJudgedByAndEveryPageIsDrawn() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(21, PAGES.claims());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void withTheMechanismOutNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(FEW);
  }

  @Test
  void aReplicateThatGoesOnMeasuresTheSame() {
    for (Experiment<Setting> page :
        List.of(new StandardRun(), new Winners(), new QuadraticRuns(), new Grokking())) {
      PAGES.cutMeasuresTheSame(page, 3);
    }
  }

  /// A net that is symmetric knows a mirrored pair as soon as its mirror.
  @Test
  void mirroredPairsAreKnownWithTheirMirrors() {
    Results found = PAGES.smoke(new Grokking());
    List<Double> mirrored = found.values(Stages.MIRRORED.in(Grokking.NO_DECAY));
    assertFalse(mirrored.isEmpty());
    List<Entry.Point> never = found.series(0, Stages.COURSE.in(Grokking.NO_DECAY + Stages.NEVER));
    List<Entry.Point> rare = found.series(0, Stages.COURSE.in(Grokking.NO_DECAY + Stages.RARE));
    List<Entry.Point> test = found.series(0, Stages.COURSE.in(Grokking.NO_DECAY));
    double share = found.values(Stages.SYMMETRY.in(Grokking.NO_DECAY)).getFirst();
    List<Double> mixed = new ArrayList<>();
    for (int i = 0; i < test.size(); i++) {
      mixed.add(share * rare.get(i).y() + (1 - share) * never.get(i).y());
      assertEquals(test.get(i).y(), mixed.get(i), 1e-12);
    }
    assertFalse(mixed.isEmpty());
  }
}
