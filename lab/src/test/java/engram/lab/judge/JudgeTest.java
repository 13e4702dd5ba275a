// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import static engram.lab.claim.Outcome.FAILS;
import static engram.lab.claim.Outcome.HOLDS;
import static engram.lab.claim.Outcome.NOT_TESTED;
import static engram.lab.claim.Outcome.UNDECIDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.stats.Interval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgeTest {
  private static final At A = Runs.SCORE.in("a");
  private static final At B = Runs.SCORE.in("b");
  private static final double NAN = Double.NaN;

  // Mean 4.5, standard deviation sqrt(6); t(0.975, 7) = 2.364624 (any table), so the interval is
  // 4.5 -+ 2.047824.
  private static final double[] ONE_TO_EIGHT = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final double HALF = 2.3646242510102993 * Math.sqrt(6) / Math.sqrt(8);

  private static Verdict judge(PassLine line, Results results) {
    return Judge.judge(Runs.claim(line, 8), results, Scale.SMALL);
  }

  private static Outcome outcome(PassLine line, double... values) {
    return judge(line, Runs.of(A, values)).outcome();
  }

  @Test
  void intervalOfMeanIsStudents() {
    Interval interval =
        judge(PassLine.atLeast(A, 1), Runs.of(A, ONE_TO_EIGHT))
            .findings()
            .getFirst()
            .interval()
            .orElseThrow();
    assertEquals(4.5, interval.middle());
    assertEquals(4.5 - HALF, interval.low(), 1e-9);
    assertEquals(4.5 + HALF, interval.high(), 1e-9);
  }

  @Test
  void intervalInsideHoldsOutsideFailsAcrossIsUndecided() {
    double low = 4.5 - HALF;
    double high = 4.5 + HALF;
    assertEquals(HOLDS, outcome(PassLine.atLeast(A, low - 1e-6), ONE_TO_EIGHT));
    assertEquals(UNDECIDED, outcome(PassLine.atLeast(A, low + 1e-6), ONE_TO_EIGHT));
    assertEquals(UNDECIDED, outcome(PassLine.atLeast(A, high - 1e-6), ONE_TO_EIGHT));
    assertEquals(FAILS, outcome(PassLine.atLeast(A, high + 1e-6), ONE_TO_EIGHT));
    assertEquals(HOLDS, outcome(PassLine.atMost(A, high + 1e-6), ONE_TO_EIGHT));
    assertEquals(FAILS, outcome(PassLine.atMost(A, low - 1e-6), ONE_TO_EIGHT));
    assertEquals(HOLDS, outcome(PassLine.near(A, 4.5, HALF + 1e-6), ONE_TO_EIGHT));
    assertEquals(UNDECIDED, outcome(PassLine.near(A, 4.5, HALF - 1e-6), ONE_TO_EIGHT));
    assertEquals(FAILS, outcome(PassLine.between(A, 8, 9), ONE_TO_EIGHT));
  }

  @Test
  void gainIsPaired() {
    Runs runs = new Runs();
    for (double shared : ONE_TO_EIGHT) {
      runs.add(out -> {
        out.value(A, 100 * shared + 2 + 0.1 * (shared % 2));
        out.value(B, 100 * shared);
      });
    }
    assertEquals(HOLDS, judge(PassLine.gain(A, B, 1.9), runs.results()).outcome());
    assertEquals(FAILS, judge(PassLine.alike(A, B, 1.9), runs.results()).outcome());
  }

  @Test
  void rankCorrelationHandlesTies() {
    // By hand: ranks of y are 1.5 1.5 3 4; sum of products 4.5, of squares 5 and 4.5.
    Runs runs = new Runs();
    double[] y = {7, 7, 8, 9};
    for (int i = 0; i < 8; i++) {
      runs.add(out -> {
        for (int x = 0; x < y.length; x++) {
          out.series(A, x, y[x]);
        }
      });
    }
    Verdict verdict = judge(PassLine.rising(A, 0.9), runs.results());
    assertEquals(
        4.5 / Math.sqrt(5 * 4.5),
        verdict.findings().getFirst().interval().orElseThrow().middle(),
        1e-12);
    assertEquals(HOLDS, verdict.outcome());
  }

  @Test
  void risingIsJudgedOverReplicates() {
    Runs runs = new Runs();
    Runs flat = new Runs();
    for (int i = 0; i < 8; i++) {
      runs.add(out -> List.of(1, 2, 3, 4).forEach(x -> out.series(A, x, x * x)));
      flat.add(out -> List.of(1, 2, 3, 4).forEach(x -> out.series(A, x, 7)));
    }
    assertEquals(HOLDS, judge(PassLine.rising(A, 0.99), runs.results()).outcome());
    assertEquals(FAILS, judge(PassLine.rising(A, 0.1), flat.results()).outcome());
  }

  @Test
  void countIsClopperAndPearsons() {
    // All of 8 inside: the lower end is 0.025^(1/8), in closed form.
    double low = Math.pow(0.025, 1.0 / 8);
    assertEquals(HOLDS, outcome(PassLine.count(A, 0, 9, low - 1e-9), ONE_TO_EIGHT));
    assertEquals(UNDECIDED, outcome(PassLine.count(A, 0, 9, low + 1e-9), ONE_TO_EIGHT));
    assertEquals(FAILS, outcome(PassLine.count(A, 10, 11, 1 - low + 1e-9), ONE_TO_EIGHT));
  }

  @Test
  void sameNeedsEveryReplicate() {
    Runs runs = new Runs();
    for (int i = 0; i < 8; i++) {
      double offset = i == 5 ? 1e-6 : 0;
      runs.add(out -> {
        out.value(A, 1 + offset);
        out.value(B, 1);
      });
    }
    assertEquals(HOLDS, judge(PassLine.same(A, B, 1e-5), runs.results()).outcome());
    assertEquals(FAILS, judge(PassLine.same(A, B, 1e-7), runs.results()).outcome());
  }

  @Test
  void eightEqualValuesHoldWithADegenerateInterval() {
    double[] equal = new double[8];
    Arrays.fill(equal, 0.1);
    Verdict verdict = judge(PassLine.atLeast(A, 0.1), Runs.of(A, equal));
    assertEquals(HOLDS, verdict.outcome());
    assertEquals(Interval.exact(0.1), verdict.findings().getFirst().interval().orElseThrow());
    assertEquals("all 8 replicates gave the same value", verdict.note());
    assertEquals(FAILS, outcome(PassLine.atLeast(A, Math.nextUp(0.1)), equal));
  }

  @Test
  void undecidedSaysHowManyMoreItTakes() {
    // Half an interval of N values, t sqrt(6 / N), falls below 1 first at N = 26 (t = 2.0595).
    Verdict verdict = judge(PassLine.atLeast(A, 3.5), Runs.of(A, ONE_TO_EIGHT));
    assertEquals(UNDECIDED, verdict.outcome());
    assertEquals(26 - 8, verdict.moreReplicates(), 1);
    assertEquals("about " + verdict.moreReplicates() + " more replicates", verdict.note());
    Verdict border = judge(PassLine.atLeast(A, 4.5), Runs.of(A, ONE_TO_EIGHT));
    assertEquals(0, border.moreReplicates());
    assertEquals("sits on the border of its line", border.note());
  }

  @Test
  void countSaysHowManyMoreItTakes() {
    // With every replicate inside, 0.025^(1/N) rises above 0.9 first at N = 36.
    Verdict verdict = judge(PassLine.count(A, 0, 9, 0.9), Runs.of(A, ONE_TO_EIGHT));
    assertEquals(UNDECIDED, verdict.outcome());
    assertEquals(36 - 8, verdict.moreReplicates(), 2);
  }

  @Test
  void divergedReplicateNeverLetsAMeanHold() {
    PassLine line = PassLine.atLeast(A, 0.5);
    assertEquals(UNDECIDED, outcome(line, 1, 1, 1, 1, 1, 1, 1, NAN));
    assertEquals(UNDECIDED, outcome(line, 1, 1, 1, 1, 1, NAN, NAN, NAN));
    assertEquals(FAILS, outcome(line, 1, 1, 1, 1, NAN, NAN, NAN, NAN));
    assertEquals(FAILS, outcome(line, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN));
    assertEquals(FAILS, outcome(line, 0, 0, 0, 0, 0, 0, 0, NAN));
    Verdict verdict = judge(line, Runs.of(A, 1, 1, 1, 1, 1, 1, 1, NAN));
    assertEquals("1 of 8 replicates diverged: no mean holds", verdict.note());
    assertEquals(0, verdict.moreReplicates());
    assertEquals(1, verdict.findings().getFirst().diverged());
    assertEquals(7, verdict.findings().getFirst().replicates());
  }

  @Test
  void divergedReplicateCountsAsOutside() {
    Verdict verdict = judge(PassLine.count(A, 0, 2, 0.3), Runs.of(A, 1, 1, 1, 1, 1, 1, 1, NAN));
    assertEquals(7.0 / 8, verdict.findings().getFirst().interval().orElseThrow().middle());
    assertEquals(HOLDS, verdict.outcome());
    assertEquals(FAILS, outcome(PassLine.count(A, 0, 2, 0.9), 1, 1, 1, 1, NAN, NAN, NAN, NAN));
  }

  @Test
  void missingReplicatesLeaveItUndecidedEitherWay() {
    for (double border : new double[] {0.5, 1.5}) {
      Verdict verdict = judge(PassLine.atLeast(A, border), Runs.of(A, 1, 1, 1, 1, 1));
      assertEquals(UNDECIDED, verdict.outcome());
      assertEquals(3, verdict.moreReplicates());
      assertEquals("3 of 8 replicates missing", verdict.note());
    }
    Results none = new Results(List.of());
    assertEquals(NOT_TESTED, judge(PassLine.atLeast(A, 0.5), none).outcome());
  }

  @Test
  void valueMissingInOneReplicateLeavesItUndecided() {
    Runs runs = new Runs();
    for (int i = 0; i < 8; i++) {
      boolean writes = i != 2;
      runs.add(out -> {
        if (writes) {
          out.value(A, 1);
        }
      });
    }
    assertEquals(UNDECIDED, judge(PassLine.atLeast(A, 0.5), runs.results()).outcome());
  }

  @Test
  void belowItsLeastScaleNothingIsTested() {
    Claim claim = Runs.claim(PassLine.atLeast(A, 0.5), 8);
    Results results = Runs.of(A, 1, 1, 1, 1, 1, 1, 1, 1);
    Verdict smoke = Judge.judge(claim, results, Scale.SMOKE);
    assertEquals(NOT_TESTED, smoke.outcome());
    assertEquals(NOT_TESTED, smoke.findings().getFirst().outcome());
    assertEquals(NOT_TESTED, smoke.controls().getFirst().outcome());
    assertEquals("decided from scale small on, was run at smoke", smoke.note());
    assertEquals(HOLDS, Judge.judgeAtAnyScale(claim, results).outcome());
    assertEquals(HOLDS, Judge.judge(claim, results, Scale.FULL).outcome());
  }

  @Test
  void keyThatNobodyWroteIsADefect() {
    Results results = Runs.of(B, 1, 1, 1, 1, 1, 1, 1, 1);
    var defect =
        assertThrows(
            IllegalStateException.class,
            () -> Judge.judge(Runs.claim(PassLine.atLeast(A, 0), 8), results, Scale.SMOKE));
    assertEquals(
        "key score@a of claim claim must be written by the experiment, was by no replicate",
        defect.getMessage());
    Control control = Control.rival("rival", PassLine.atMost(A, 0));
    assertThrows(
        IllegalStateException.class,
        () -> Judge.judge(Runs.claim(PassLine.atLeast(B, 0), 8, control), results, Scale.SMALL));
  }

  @Test
  void deterministicClaimIsDecidedByItsValue() {
    Claim claim = Runs.claim(PassLine.atLeast(A, 0.5), 1);
    assertEquals(HOLDS, Judge.judge(claim, Runs.of(A, 0.5), Scale.SMALL).outcome());
    assertEquals(FAILS, Judge.judge(claim, Runs.of(A, 0.4), Scale.SMALL).outcome());
    assertEquals(FAILS, Judge.judge(claim, Runs.of(A, NAN), Scale.SMALL).outcome());
    assertEquals(HOLDS, Judge.judge(claim, Runs.of(A, 0.7, 0.7), Scale.SMALL).outcome());
    Verdict differs = Judge.judge(claim, Runs.of(A, 0.7, 0.8), Scale.SMALL);
    assertEquals(UNDECIDED, differs.outcome());
    assertEquals("declared deterministic, but replicates differ: 0.700 and 0.800", differs.note());
    Claim count = Runs.claim(PassLine.count(A, 0, 1, 0.9), 1);
    assertEquals(HOLDS, Judge.judge(count, Runs.of(A, 0.5), Scale.SMALL).outcome());
  }

  @Test
  void controlDecidesWhetherAClaimPlainlyHolds() {
    PassLine line = PassLine.atLeast(A, 0.5);
    assertTrue(controlled(line, PassLine.atLeast(A, 0.9)).plainlyHolds());

    Verdict explained = controlled(line, PassLine.atLeast(A, 1.1));
    assertEquals(HOLDS, explained.outcome());
    assertTrue(explained.explainedAway());
    assertEquals("holds, but", Wording.of(explained));

    Verdict open = controlled(line, PassLine.atLeast(B, 4.0));
    assertEquals(UNDECIDED, open.outcome());
    assertEquals("its line holds, but not ruled out yet: rival", open.note());
    assertTrue(open.moreReplicates() > 8, "" + open.moreReplicates());

    Verdict failed = controlled(PassLine.atLeast(A, 1.1), PassLine.atLeast(A, 1.1));
    assertEquals(FAILS, failed.outcome());
    assertFalse(failed.explainedAway());
  }

  private static Verdict controlled(PassLine line, PassLine control) {
    Runs runs = new Runs();
    for (double value : ONE_TO_EIGHT) {
      runs.add(out -> {
        out.value(A, 1);
        out.value(B, value);
      });
    }
    Claim claim = Runs.claim(line, 8, Control.rival("rival", control));
    return Judge.judge(claim, runs.results(), Scale.SMALL);
  }

  @Test
  void allHoldsIfAllHoldAndFailsIfOneFails() {
    PassLine holds = PassLine.atLeast(A, 1);
    PassLine fails = PassLine.atLeast(A, 9);
    PassLine open = PassLine.atLeast(A, 4);
    assertEquals(HOLDS, outcome(PassLine.all(holds, PassLine.all(holds)), ONE_TO_EIGHT));
    assertEquals(FAILS, outcome(PassLine.all(holds, open, fails), ONE_TO_EIGHT));
    assertEquals(UNDECIDED, outcome(PassLine.all(holds, open), ONE_TO_EIGHT));
    Verdict verdict =
        judge(PassLine.all(holds, PassLine.all(open, fails)), Runs.of(A, ONE_TO_EIGHT));
    assertEquals(
        List.of(HOLDS, UNDECIDED, FAILS),
        verdict.findings().stream().map(Finding::outcome).toList());
    assertEquals(
        List.of(holds, open, fails), verdict.findings().stream().map(Finding::line).toList());
  }
}
