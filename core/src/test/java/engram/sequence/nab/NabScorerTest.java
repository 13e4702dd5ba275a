// SPDX-License-Identifier: Apache-2.0
package engram.sequence.nab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.data.series.RowSpan;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NabScorerTest {
  private static final NabScorer STANDARD = new NabScorer(NabProfile.STANDARD);
  private static final List<NabProfile> PROFILES =
      List.of(NabProfile.STANDARD, NabProfile.REWARD_LOW_FP_RATE, NabProfile.REWARD_LOW_FN_RATE);

  /// 100 rows, 15 of them probation, windows of 11 and 5 rows.
  private static DetectedSeries series(int... detections) {
    double[] scores = new double[100];
    for (int row : detections) {
      scores[row] = 1;
    }
    return new DetectedSeries("probe", List.of(new RowSpan(30, 40), new RowSpan(70, 74)), scores);
  }

  private static double raw(int... detections) {
    return STANDARD.at(0.5, List.of(series(detections))).raw();
  }

  @Test
  void theSigmoidHasItsPublishedValues() {
    assertEquals(0.98661, RowWorth.sigmoid(-1), 5e-6);
    assertEquals(0.84828, RowWorth.sigmoid(-0.5), 5e-6);
    assertEquals(0, RowWorth.sigmoid(0));
    assertEquals(-0.98661, RowWorth.sigmoid(1), 5e-6);
    assertEquals(-1, RowWorth.sigmoid(3.0001));
    assertEquals(-1, RowWorth.sigmoid(Double.POSITIVE_INFINITY));
  }

  @Test
  void anEarlierDetectionIsWorthMoreAndOthersOfItsWindowNothing() {
    assertEquals(-2, raw());
    assertEquals(1 - 1, raw(30), 1e-15);
    assertEquals(raw(30), raw(30, 31, 35, 40));
    assertEquals(RowWorth.sigmoid(-6 / 11.0) / RowWorth.sigmoid(-1) - 1, raw(35), 1e-15);
    assertEquals(RowWorth.sigmoid(-1 / 11.0) / RowWorth.sigmoid(-1) - 1, raw(40), 1e-15);
    assertEquals(2, raw(30, 70), 1e-15);
  }

  @Test
  void aFalseDetectionCostsLessShortlyAfterAWindow() {
    assertEquals(-2 - 0.11, raw(20), 1e-15);
    assertEquals(-2 - 0.11, raw(29), 1e-15);
    assertEquals(-2 + 0.11 * RowWorth.sigmoid(0.1), raw(41), 1e-15);
    assertEquals(-2 + 0.11 * RowWorth.sigmoid(2.9), raw(69), 1e-15);
    assertEquals(-2 + 0.11 * RowWorth.sigmoid(0.25), raw(75), 1e-15);
    assertEquals(-2 - 0.11, raw(99), 1e-15);
    assertTrue(raw(41) > raw(42));
  }

  @Test
  void probationCountsNothing() {
    assertEquals(-2, raw(0, 7, 14));
    assertEquals(-2 - 0.11, raw(14, 15), 1e-15);
    assertEquals(750, DetectedSeries.probationRows(22_695));
    assertEquals(604, DetectedSeries.probationRows(4032));
    assertEquals(
        new NabScore.Rows(2, 67, 2, 14),
        STANDARD.at(0.5, List.of(series(3, 20, 35, 40, 50))).series().getFirst().rows());
  }

  @Test
  void silenceIsZeroAndTheFirstRowOfEveryWindowAHundred() {
    for (NabProfile profile : PROFILES) {
      NabScorer scorer = new NabScorer(profile);
      List<DetectedSeries> silent = List.of(series(), series());
      assertEquals(-4 * profile.falseNegative(), scorer.at(0.5, silent).raw());
      assertEquals(0, scorer.at(0.5, silent).normalised());
      List<DetectedSeries> perfect = List.of(series(30, 70), series(30, 70));
      assertEquals(100, scorer.at(0.5, perfect).normalised(), 1e-12);
      NabScore everywhere = scorer.at(0, silent);
      assertTrue(Double.isFinite(everywhere.raw()));
    }
  }

  @Test
  void thePointsOfTheSeriesMakeTheScore() {
    DetectedSeries quiet = new DetectedSeries("quiet", List.of(), new double[100]);
    for (NabProfile profile : PROFILES) {
      NabScore score =
          new NabScorer(profile).at(0.5, List.of(series(30, 70), series(20, 35), quiet, series()));
      double sum = score.series().stream().mapToDouble(NabScore.OfSeries::points).sum();
      assertEquals(score.normalised(), sum, 1e-12);
      assertEquals(100 / 3.0, score.series().getFirst().points(), 1e-12);
      assertEquals(0, score.series().getLast().points());
    }
  }

  /// The even series asks for a threshold of 0.4, the odd one for 0.8: each scored at the other's,
  /// one raises false alarms and one misses a window.
  @Test
  void heldOutScoresEachHalfAtTheThresholdOfTheOther() {
    double[] even = new double[100];
    even[30] = 0.4;
    even[70] = 0.8;
    double[] odd = new double[100];
    odd[30] = 0.8;
    odd[70] = 0.9;
    for (int row = 50; row < 65; row++) {
      odd[row] = 0.5;
    }
    List<RowSpan> windows = List.of(new RowSpan(30, 40), new RowSpan(70, 74));
    List<DetectedSeries> halves =
        List.of(new DetectedSeries("even", windows, even), new DetectedSeries("odd", windows, odd));
    double atEight = STANDARD.at(0.8, halves.subList(0, 1)).raw();
    double atFour = STANDARD.at(0.4, halves.subList(1, 2)).raw();
    assertEquals(0, atEight, 1e-12);
    assertTrue(atFour < 1.5, "raw " + atFour);
    assertEquals(100 * (atEight + atFour + 4) / 8, STANDARD.heldOut(halves), 1e-12);
    assertTrue(STANDARD.heldOut(halves) < STANDARD.best(halves).normalised());
  }

  @Test
  void heldOutIsTheScoreWhereBothHalvesWantOneThreshold() {
    List<DetectedSeries> same = List.of(series(30, 72), series(30, 72), series(33), series(33));
    for (NabProfile profile : PROFILES) {
      NabScorer scorer = new NabScorer(profile);
      assertEquals(scorer.best(same).normalised(), scorer.heldOut(same), 1e-12);
    }
    refuses(
        "windows of a corpus must be at least 1, were none",
        () -> STANDARD.heldOut(List.of(series(30))));
  }

  /// Where nothing is worth a detection, silence is best.
  @Test
  void silenceWinsOverAlarmsThatCostMore() {
    NabScore best = STANDARD.best(List.of(series(16, 17, 18, 19, 20)));
    assertEquals(-2, best.raw());
    assertEquals(Double.POSITIVE_INFINITY, best.threshold());
  }

  /// Against every threshold tried one by one.
  @Test
  void theBestThresholdIsTheBestOfAll() {
    for (long seed = 1; seed <= 60; seed++) {
      RandomStream draws = Seeds.of(seed).stream("corpus");
      List<DetectedSeries> corpus = new ArrayList<>();
      TreeSet<Double> thresholds = new TreeSet<>();
      for (int i = draws.nextInt(1, 4); i > 0; i--) {
        double[] scores = new double[draws.nextInt(60, 120)];
        for (int row = 0; row < scores.length; row++) {
          scores[row] = draws.nextInt(12) / 11.0;
          thresholds.add(scores[row]);
        }
        corpus.add(
            new DetectedSeries(
                "series " + i, List.of(new RowSpan(20, 30), new RowSpan(45, 45)), scores));
      }
      for (NabProfile profile : PROFILES) {
        NabScorer scorer = new NabScorer(profile);
        double most = scorer.at(2, corpus).raw();
        for (double threshold : thresholds) {
          most = Math.max(most, scorer.at(threshold, corpus).raw());
        }
        assertEquals(most, scorer.best(corpus).raw(), 1e-9, "seed " + seed);
      }
    }
  }

  @Test
  void refusesWhatCannotBeScored() {
    refuses(
        "score of probe must be in [0, 1], was NaN at row 1",
        () -> new DetectedSeries("probe", List.of(), new double[] {0, Double.NaN}));
    refuses(
        "score of probe must be in [0, 1], was 1.5 at row 0",
        () -> new DetectedSeries("probe", List.of(), new double[] {1.5}));
    refuses(
        "window of probe must end in order, behind the probation and before row 100, was"
            + " RowSpan[first=3, last=14]",
        () -> new DetectedSeries("probe", List.of(new RowSpan(3, 14)), new double[100]));
    refuses(
        "windows of a corpus must be at least 1, were none",
        () -> STANDARD.best(List.of(new DetectedSeries("probe", List.of(), new double[9]))));
    refuses(
        "threshold must be a number, was NaN", () -> STANDARD.at(Double.NaN, List.of(series())));
    refuses("truePositive must be finite and above 0, was 0.0", () -> new NabProfile("p", 0, 1, 1));
    refuses(
        "falsePositive must be finite and 0 or more, was -1.0",
        () -> new NabProfile("p", 1, -1, 1));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
