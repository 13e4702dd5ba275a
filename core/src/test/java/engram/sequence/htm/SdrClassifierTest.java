// SPDX-License-Identifier: Apache-2.0
package engram.sequence.htm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.error.DataCorruptException;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.htm.SdrClassifier.Labelled;
import engram.sequence.sdr.Sdr;
import engram.source.FromPaper;
import engram.state.AlteredSnapshot;
import engram.state.MachineContract;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The classifier against closed forms of a softmax learned by gradient.
@FromPaper(value = "htm", at = "spec classifier")
final class SdrClassifierTest {
  private static SdrClassifier classifier(int horizon, double rate) {
    return new SdrClassifier(new SdrClassifier.Settings(50, 30, horizon, rate));
  }

  /// Two buckets, one pattern of k cells: with z the difference of the two sums, a step of bucket 1
  /// adds 2 alpha k (1 - p), of bucket 0 subtracts 2 alpha k p, where p = 1 / (1 + e^-z).
  @Test
  void followsTheClosedFormOfTwoBuckets() {
    SdrClassifier classifier = classifier(0, 0.05);
    RandomStream random = Seeds.of(1).stream("labels");
    Sdr pattern = Sdr.of(50, 3, 7, 40);
    classifier.step(new Labelled(pattern, 1, 0));
    // Before the first step all is 0: p was 1/2, so z is 2 * 0.05 * 3 / 2.
    double z = 0.15;
    for (int step = 0; step < 200; step++) {
      int bucket = random.nextInt(2);
      double p = 1 / (1 + Math.exp(-z));
      Forecast forecast = classifier.step(new Labelled(pattern, bucket, bucket));
      assertEquals(p, forecast.probability(1), 1e-12, "step " + step);
      z += 2 * 0.05 * 3 * (bucket - p);
    }
  }

  /// Learning adds alpha times the negative gradient of -ln p to each weight: the sum over the
  /// pattern's cells moves by alpha k times it.
  @Test
  void learnsAlongTheNumericGradient() {
    SdrClassifier classifier = classifier(0, 0.01);
    RandomStream random = Seeds.of(2).stream("inputs");
    for (int step = 0; step < 300; step++) {
      Sdr pattern = Sdr.random(50, 5, random);
      classifier.step(new Labelled(pattern, pattern.cell(0) / 10, 0));
    }
    Sdr pattern = Sdr.of(50, 1, 11, 21, 31, 41);
    double[] before = logits(classifier, pattern);
    SdrClassifier learned = classifier.fork();
    learned.step(new Labelled(pattern, 2, 0));
    double[] after = logits(learned, pattern);
    for (int i = 0; i < before.length; i++) {
      double h = 1e-6;
      double[] up = before.clone();
      double[] down = before.clone();
      up[i] += h;
      down[i] -= h;
      double gradient = (minusLog(up, 2) - minusLog(down, 2)) / (2 * h);
      // Logits are known up to a constant, the sum of a gradient over buckets is 0.
      assertEquals(-0.01 * 5 * gradient, after[i] - before[i], 1e-9, "bucket " + i);
    }
  }

  /// ln p with a mean of 0.
  private static double[] logits(SdrClassifier classifier, Sdr pattern) {
    SdrClassifier still = classifier.fork();
    still.setLearning(false);
    Forecast forecast = still.step(new Labelled(pattern, 0, 0));
    double[] logits = new double[forecast.buckets()];
    double mean = 0;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Math.log(forecast.probability(i));
      mean += logits[i] / logits.length;
    }
    for (int i = 0; i < logits.length; i++) {
      logits[i] -= mean;
    }
    return logits;
  }

  private static double minusLog(double[] logits, int bucket) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    return Math.log(sum) - logits[bucket];
  }

  @Test
  void predictsAsManyStepsAheadAsItIsTold() {
    for (int horizon : new int[] {0, 1, 3}) {
      SdrClassifier classifier = classifier(horizon, 0.5);
      for (int step = 0; step < 400; step++) {
        int phase = step % 7;
        Sdr pattern = Sdr.of(50, phase, phase + 10, phase + 20);
        Forecast forecast = classifier.step(new Labelled(pattern, phase, 10 * phase));
        if (step > 350) {
          assertEquals((phase + horizon) % 7, forecast.bestBucket(), "horizon " + horizon);
          assertEquals(10 * ((phase + horizon) % 7), forecast.best());
        }
      }
    }
  }

  @Test
  void bucketsAreEquallyLikelyAtFirstAndStandForWhatWasSeen() {
    SdrClassifier classifier = classifier(1, 0.001);
    Forecast first = classifier.step(new Labelled(Sdr.of(50, 1), 4, 8.5));
    assertEquals(5, first.buckets());
    for (int i = 0; i < 5; i++) {
      assertEquals(0.2, first.probability(i), 1e-16);
      // No bucket has a number yet: all stand for the present one.
      assertEquals(8.5, first.value(i));
    }
    assertEquals(0, first.probability(5));
    classifier.step(new Labelled(Sdr.of(50, 1), 4, 9.5));
    Forecast third = classifier.step(new Labelled(Sdr.of(50, 1), 4, 7));
    assertEquals(8.5 + 0.3 * (9.5 - 8.5), third.value(4));
    assertEquals(7, third.value(0));
  }

  @Test
  void keepsTheContractOfMachines() {
    RandomStream random = Seeds.of(3).stream("inputs");
    List<Labelled> inputs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Sdr pattern = Sdr.random(50, random.nextInt(8), random);
      inputs.add(new Labelled(pattern, random.nextInt(30), random.nextDouble()));
    }
    for (int horizon : new int[] {0, 1, 5}) {
      MachineContract.check(() -> classifier(horizon, 0.1), inputs);
    }
  }

  @Test
  void refusesAStateThatCannotBe() {
    SdrClassifier classifier = classifier(1, 0.1);
    for (int i = 0; i < 5; i++) {
      classifier.step(new Labelled(Sdr.of(50, i, 20), i % 2, i));
    }
    Snapshot own = classifier.snapshot();
    double[] means = own.doubles("means");
    means[1] = Double.POSITIVE_INFINITY;
    double[] weights = own.doubles("weights");
    weights[0] = Double.NaN;
    int[] twice = own.ints("weight-cells");
    twice[1] = twice[0];
    int[] beyond = own.ints("pattern-cells");
    beyond[0] = 50;
    refusesState(classifier, "means", means);
    refusesState(classifier, "weights", weights);
    refusesState(classifier, "weight-cells", twice);
    refusesState(classifier, "pattern-cells", beyond);
    refusesState(classifier, "pattern-sizes", new int[] {-1});
    refusesState(classifier, "steps", new long[] {-1});
  }

  private static void refusesState(SdrClassifier classifier, String name, Object array) {
    Snapshot own = classifier.snapshot();
    Snapshot altered = AlteredSnapshot.with(own, name, array);
    DataCorruptException refusal =
        assertThrows(DataCorruptException.class, () -> classifier.restore(altered));
    assertEquals(
        name + " of a classifier must be those of one with its settings, was not",
        refusal.getMessage());
    assertEquals(own, classifier.snapshot());
  }

  @Test
  void refusesBadInput() {
    SdrClassifier classifier = classifier(1, 0.1);
    refused(
        "population of the pattern must be 50, was 51",
        () -> classifier.step(new Labelled(Sdr.of(51, 1), 0, 0)));
    refused(
        "bucket must be in [0, 30), was 30",
        () -> classifier.step(new Labelled(Sdr.of(50, 1), 30, 0)));
    refused(
        "value must be finite, was NaN",
        () -> classifier.step(new Labelled(Sdr.of(50, 1), 3, Double.NaN)));
    refused("horizon must be 0 or more, was -1", () -> classifier(-1, 0.1));
    refused("rate must be above 0 and finite, was 0.0", () -> classifier(1, 0));
    assertTrue(classifier.snapshot().ints("weight-cells").length == 0);
  }

  private static void refused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
