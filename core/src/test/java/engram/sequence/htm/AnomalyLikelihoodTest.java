// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.htm.AnomalyLikelihood.Scored;
import engram.source.FromPaper;
import engram.state.MachineContract;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

/// The likelihood on line against one that is computed anew at each record from the whole past.
@FromPaper(value = "htm", at = "spec anomaly likelihood")
final class AnomalyLikelihoodTest {
  private static final AnomalyLikelihood.Settings SMALL =
      new AnomalyLikelihood.Settings(15, 20, 60, 10, 5);

  private static List<Scored> stream(int seed, int records, double spread) {
    RandomStream random = Seeds.of(seed).stream("scores");
    List<Scored> stream = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      double score = i % 97 > 90 ? 1 : random.nextDouble(0.2);
      stream.add(new Scored(spread * random.nextGaussian(), score));
    }
    return stream;
  }

  @Test
  void isWhatTheWholePastGives() {
    for (int seed = 1; seed <= 5; seed++) {
      List<Scored> stream = stream(seed, 400, seed);
      AnomalyLikelihood onLine = new AnomalyLikelihood(SMALL);
      double before = 1;
      int yellow = 0;
      for (int i = 0; i < stream.size(); i++) {
        double expected = 0.5;
        if (i >= 35) {
          double q = tail(stream, i);
          expected = 1 - (q <= 1e-5 && before <= 1e-5 ? 1e-3 : q);
          yellow += q <= 1e-5 && before <= 1e-5 ? 1 : 0;
          before = q;
        }
        assertEquals(expected, onLine.step(stream.get(i)), 1e-9, "seed " + seed + ", " + i);
      }
      assertTrue(yellow > 0, "records right after a red one: " + yellow);
    }
  }

  /// The tail of record i by a fit at the last record whose number is a multiple of 10, or 35.
  private static double tail(List<Scored> stream, int i) {
    int fitted = Math.max(35, i / 10 * 10);
    List<Double> past = new ArrayList<>();
    for (int j = Math.max(15, fitted - 60); j < fitted; j++) {
      past.add(average(stream, j));
    }
    double mean = past.stream().mapToDouble(x -> x).average().orElseThrow();
    double m = mean;
    double variance = past.stream().mapToDouble(x -> (x - m) * (x - m)).average().orElseThrow();
    double deviation = Math.sqrt(Math.max(variance, 3e-4));
    return 0.5
        * Erf.erfc(Math.abs(average(stream, i) - Math.max(mean, 0.03)) / (1.4142 * deviation));
  }

  private static double average(List<Scored> stream, int i) {
    return stream.subList(Math.max(0, i - 4), i + 1).stream()
        .mapToDouble(Scored::score)
        .average()
        .orElseThrow();
  }

  @Test
  void ofAConstantValueNothingIsUnusual() {
    AnomalyLikelihood likelihood = new AnomalyLikelihood(SMALL);
    for (Scored scored : stream(1, 200, 0)) {
      assertEquals(0.5, likelihood.step(scored), 1e-3);
    }
  }

  @Test
  void aScoreAtTheMeanIsHalfLikely() {
    AnomalyLikelihood likelihood = new AnomalyLikelihood(SMALL);
    double last = 0;
    for (int i = 0; i < 100; i++) {
      last = likelihood.step(new Scored(i, 0.25));
    }
    assertEquals(0.5, last, 1e-12);
    assertTrue(likelihood.step(new Scored(0, 1)) > 0.999);
  }

  @Test
  void theScaleOfLogarithms() {
    assertEquals(0.5, AnomalyLikelihood.log(1 - 1e-5), 1e-6);
    assertEquals(1, AnomalyLikelihood.log(1), 1e-6);
    assertEquals(0, AnomalyLikelihood.log(0), 1e-9);
  }

  @Test
  void keepsTheContractOfMachines() {
    MachineContract.check(() -> new AnomalyLikelihood(SMALL), stream(7, 150, 1));
  }

  @Test
  void refusesBadInput() {
    AnomalyLikelihood likelihood = new AnomalyLikelihood(AnomalyLikelihood.Settings.PUBLISHED);
    refused("value must be finite, was NaN", () -> likelihood.step(new Scored(Double.NaN, 0.5)));
    refused("score must be in [0, 1], was 1.5", () -> likelihood.step(new Scored(0, 1.5)));
    refused("score must be in [0, 1], was NaN", () -> likelihood.step(new Scored(0, Double.NaN)));
    refused("likelihood must be in [0, 1], was 2.0", () -> AnomalyLikelihood.log(2));
    refused(
        "history must be 1 or more, was 0", () -> new AnomalyLikelihood.Settings(0, 1, 0, 1, 1));
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
