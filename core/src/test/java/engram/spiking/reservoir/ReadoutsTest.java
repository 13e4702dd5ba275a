// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import engram.spiking.reservoir.PredictionTask.Outcome;
import engram.spiking.reservoir.ThreeFactorReadout.Settings;
import org.junit.jupiter.api.Test;

/// Rules against their closed forms, on traces that are known.
@FromPaper(value = "what-when", at = "spec: three-factor rule")
@FromPaper(value = "what-when", at = "spec: FORCE baseline")
@FromPaper(value = "what-when", at = "spec: online when, offline what")
@FromPaper(value = "what-when", at = "spec: baselines, clock bank")
@FromPaper(value = "what-when", at = "spec: analyses")
class ReadoutsTest {
  private static final double FROM = 150;
  private static final CentredTraces CLOCK = DelayLine.traces(60, 30, 1200, 4);
  private static final PredictionTask SURE = PredictionTask.of(new Outcome(500, 1));

  private static double[][] probe(TraceReadout readout) {
    return readout.probe(CLOCK);
  }

  private static PredictionObject object(TraceReadout readout, PredictionTask task, int outcome) {
    return PredictionObject.of(probe(readout)[outcome], CLOCK, task, outcome, FROM);
  }

  @Test
  void withOneTraceTheErrorFallsGeometrically() {
    double[] raw = new double[2 * 5];
    Seeds.of(1).stream("trace").fillGaussian(raw, 1);
    CentredTraces two = CentredTraces.of(4, 5, raw);
    double[] rho = new double[5];
    two.row(0, rho);
    double eta = 0.1;
    ThreeFactorReadout readout = new ThreeFactorReadout(1, two, Settings.plain(eta, 0));
    double step = eta * Doubles.dot(rho, rho) / two.meanSquare();
    double[] z = new double[1];
    for (int n = 1; n <= 20; n++) {
      readout.learn(0, rho, new double[] {3});
      readout.expect(rho, z);
      assertEquals(3 * Math.pow(1 - step, n), 3 - z[0], 1e-12);
    }
  }

  @Test
  void aShutGateLeavesEveryBit() {
    ThreeFactorReadout readout =
        new ThreeFactorReadout(1, CLOCK, new Settings(0.05, new AttentionGate.Open(700), 4, 0));
    readout.trial(CLOCK, SURE, 0, FROM);
    double[][] before = readout.weights();
    ThreeFactorReadout shut = new ThreeFactorReadout(1, CLOCK, Settings.plain(0.05, 2000));
    shut.trial(CLOCK, SURE, 0, 0);
    assertArrayEquals(new double[60], shut.weights()[0]);
    for (double t = 0; t < 700; t += 4) {
      readout.learn(t, new double[60], new double[] {1});
    }
    assertArrayEquals(before[0], readout.weights()[0]);
  }

  @Test
  void gatesOpenWhereTheySay() {
    assertEquals(0, new AttentionGate.Open(150).open(149, 9));
    assertEquals(1, new AttentionGate.Open(150).open(150, 0));
    AttentionGate surprise = new AttentionGate.Surprise(150, 0.2);
    assertEquals(0.5, surprise.open(200, 0.3), 1e-15);
    assertEquals(1, surprise.open(200, 5));
    assertEquals(0, surprise.open(100, 5));
    AttentionGate window = new AttentionGate.Window(150, java.util.List.of(500.0, 800.0));
    assertEquals(1, window.open(350, 0));
    assertEquals(0, window.open(349, 0));
    assertEquals(1, window.open(950, 0));
    assertThrows(IllegalArgumentException.class, () -> new AttentionGate.Surprise(0, 1.5));
    assertThrows(IllegalArgumentException.class, () -> new AttentionGate.Open(-1));
  }

  @Test
  void theLocalRuleLearnsWhenAndFollowsASwitch() {
    ThreeFactorReadout readout = new ThreeFactorReadout(1, CLOCK, Settings.plain(0.5, FROM));
    PredictionTask later = PredictionTask.of(new Outcome(800, 1));
    for (int i = 0; i < 40; i++) {
      readout.trial(CLOCK, SURE, 0, FROM);
    }
    assertEquals(500, object(readout, SURE, 0).peakMs(), 8);
    assertTrue(object(readout, SURE, 0).error() < 0.05);
    for (int i = 0; i < 40; i++) {
      readout.trial(CLOCK, later, 0, FROM);
    }
    assertEquals(800, object(readout, later, 0).peakMs(), 8);
  }

  /// In the mean over late trials z is p f.
  @Test
  void chanceOutcomesAreForetoldByTheirProbability() {
    PredictionTask half = PredictionTask.of(new Outcome(500, 0.3), new Outcome(800, 0.6));
    ThreeFactorReadout readout = new ThreeFactorReadout(2, CLOCK, Settings.plain(0.1, FROM));
    RandomStream random = Seeds.of(5).stream("outcomes");
    double first = 0;
    double second = 0;
    int came = 0;
    int cameLater = 0;
    int counted = 0;
    for (int i = 0; i < 3000; i++) {
      int drawn = half.draw(random);
      readout.trial(CLOCK, half, drawn, FROM);
      if (i >= 200) {
        double[][] z = probe(readout);
        first += z[0][125];
        second += z[1][200];
        came += drawn == 0 ? 1 : 0;
        cameLater += drawn == 1 ? 1 : 0;
        counted++;
      }
    }
    assertEquals((double) came / counted, first / counted, 0.02);
    assertEquals((double) cameLater / counted, second / counted, 0.02);
    assertEquals(0.3, (double) came / counted, 4 * Math.sqrt(0.3 * 0.7 / counted));
  }

  /// After n1 equal trials and m of another target least squares hold the mean of both.
  @Test
  void leastSquaresHoldTheRunningMean() {
    ForceReadout force = new ForceReadout(1, 60, 1e-6, 1);
    ForceReadout alone = new ForceReadout(1, 60, 1e-6, 1);
    PredictionTask later = PredictionTask.of(new Outcome(800, 1));
    for (int i = 0; i < 6; i++) {
      force.trial(CLOCK, SURE, 0, FROM);
      alone.trial(CLOCK, SURE, 0, FROM);
    }
    double whole = probe(alone)[0][125];
    for (int m = 1; m <= 5; m++) {
      force.trial(CLOCK, later, 0, FROM);
      assertEquals(whole * 6.0 / (6 + m), probe(force)[0][125], 2e-3);
    }
    assertEquals(500, object(force, later, 0).peakMs(), 8);
    force.reset();
    force.trial(CLOCK, later, 0, FROM);
    assertEquals(800, object(force, later, 0).peakMs(), 8);
  }

  @Test
  void leastSquaresThatForgetFollowASwitch() {
    ForceReadout force = new ForceReadout(1, 60, 1e-2, 0.998);
    PredictionTask later = PredictionTask.of(new Outcome(800, 1));
    for (int i = 0; i < 20; i++) {
      force.trial(CLOCK, SURE, 0, FROM);
    }
    for (int i = 0; i < 6; i++) {
      force.trial(CLOCK, later, 0, FROM);
    }
    assertEquals(800, object(force, later, 0).peakMs(), 8);
  }

  @Test
  void replayLearnsWhatComesAtTheTimeOfTheOutcome() {
    PredictionTask two = PredictionTask.of(new Outcome(500, 0.5), new Outcome(500, 0.5));
    SplitReadout split = new SplitReadout(2, CLOCK, Settings.plain(0.3, FROM), 10, 0.02);
    SplitReadout silent = new SplitReadout(2, CLOCK, Settings.plain(0.3, FROM), 0, 0.02);
    for (int i = 0; i < 60; i++) {
      split.trial(CLOCK, two, 0, FROM);
      silent.trial(CLOCK, two, 0, FROM);
    }
    double[][] z = probe(split);
    assertTrue(z[0][125] > 0.9 && z[1][125] < 0.1, z[0][125] + " and " + z[1][125]);
    assertArrayEquals(probe(silent)[0], probe(silent)[1]);
  }

  @Test
  void eligibilityLetsAnErrorReachTracesBeforeIt() {
    Settings lasting = new Settings(0.05, new AttentionGate.Open(FROM), 4, 100);
    ThreeFactorReadout readout = new ThreeFactorReadout(1, CLOCK, lasting);
    readout.begin();
    double[] early = new double[60];
    early[7] = 1;
    readout.learn(200, early, new double[] {0});
    readout.learn(204, new double[60], new double[] {1});
    double expected = 0.05 / CLOCK.meanSquare() * Math.exp(-0.04);
    assertEquals(expected, readout.weights()[0][7], 1e-15);
  }

  @Test
  void aStepThatWouldGrowIsRefusedWithItsBound() {
    double most = 2 / CLOCK.greatestShare();
    new ThreeFactorReadout(1, CLOCK, Settings.plain(most * 0.999, FROM));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ThreeFactorReadout(1, CLOCK, Settings.plain(most * 1.001, FROM)));
    assertTrue(String.valueOf(refused.getMessage()).contains("eta must be at most " + most));
    assertThrows(IllegalArgumentException.class, () -> Settings.plain(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ForceReadout(1, 3, 0, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SplitReadout(1, CLOCK, Settings.plain(0.1, 0), 3, 2));
    assertThrows(IllegalArgumentException.class, () -> DelayLine.traces(1, 30, 1200, 4));
  }
}
