// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import engram.lab.Trial;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.plasticity.Hebb;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.batch.Rows;
import engram.plasticity.compete.Competition;
import engram.plasticity.constrain.WeightConstraint;
import engram.plasticity.readout.HiddenLayerNet;
import engram.plasticity.readout.SoftmaxReadout;
import engram.plasticity.readout.TrainingPlan;
import java.util.Arrays;

/// Reads what features are worth: the same linear readout for all of them.
///
/// @param digits the images
/// @param epochs of every readout and of backpropagation
/// @param trial where to write
record Reader(Digits digits, int epochs, Trial trial) {
  static final Measure ACCURACY =
      Measure.of("accuracy", "test images that a linear readout of the features gets right");
  static final Measure ALIKE =
      Measure.of("alike", "mean size of the cosine between the weights of two units");
  static final Measure DEAD =
      Measure.of("dead", "share of units that are the strongest for no test image");
  static final Measure RATE =
      Measure.of("rate", "step of Adam that was best on held-out training images");
  static final Competition SOFT = new Competition.Soft(5);
  private static final int CHUNK = 1000;
  private static final double[] RATES = {0.0005, 0.001, 0.002};

  /// Writes the accuracy of units with these weights, each brought to length 1.
  ///
  /// @param how the units turn scores into features
  void write(String arm, float[] weights, Competition how) {
    float[] unit = weights.clone();
    int units = unit.length / Digits.INPUTS;
    WeightConstraint.unitRow().apply(unit, units, Digits.INPUTS);
    PlasticLayer layer = new PlasticLayer(Recipe.of(new Hebb()).with(how), Digits.INPUTS, unit);
    float[] test = features(layer, digits.testX());
    SoftmaxReadout readout =
        SoftmaxReadout.fit(
            features(layer, digits.x()),
            units,
            digits.labels(),
            Digits.CLASSES,
            TrainingPlan.usual().withEpochs(epochs),
            trial.seeds().stream("readout"));
    trial.out().value(ACCURACY.in(arm), readout.accuracy(test, digits.testLabels()));
    trial.out().value(ALIKE.in(arm), Rows.meanCosine(unit, Digits.INPUTS));
    trial.out().value(DEAD.in(arm), Rows.dead(Rows.wins(test, units)) / (double) units);
  }

  private static float[] features(PlasticLayer layer, float[] x) {
    int count = x.length / Digits.INPUTS;
    float[] features = new float[count * layer.units()];
    for (int from = 0; from < count; from += CHUNK) {
      int to = Math.min(count, from + CHUNK);
      float[] part =
          layer.activity(Arrays.copyOfRange(x, from * Digits.INPUTS, to * Digits.INPUTS));
      System.arraycopy(part, 0, features, from * layer.units(), part.length);
    }
    return features;
  }

  /// Writes the accuracy of backpropagation at the same width. Its budget: three steps of Adam, a
  /// pass each, judged on a fifth of the training images; then all passes with the best.
  void backpropagation(String arm, int units) {
    int count = digits.labels().length;
    int held = count / 5;
    float[] kept = Arrays.copyOfRange(digits.x(), held * Digits.INPUTS, digits.x().length);
    int[] keptLabels = Arrays.copyOfRange(digits.labels(), held, count);
    float[] heldX = digits.first(held);
    int[] heldLabels = Arrays.copyOf(digits.labels(), held);
    double best = RATES[0];
    double most = -1;
    for (double rate : RATES) {
      HiddenLayerNet net = net(units);
      net.learn(kept, keptLabels, new TrainingPlan(1, rate, 64), trial.seeds().stream("order"));
      double accuracy = net.accuracy(heldX, heldLabels);
      if (accuracy > most) {
        most = accuracy;
        best = rate;
      }
    }
    HiddenLayerNet net = net(units);
    net.learn(
        digits.x(),
        digits.labels(),
        new TrainingPlan(epochs, best, 64),
        trial.seeds().stream("order"));
    trial.out().value(RATE.in(arm), best);
    trial.out().value(ACCURACY.in(arm), net.accuracy(digits.testX(), digits.testLabels()));
  }

  private HiddenLayerNet net(int units) {
    return HiddenLayerNet.random(
        Digits.INPUTS, units, Digits.CLASSES, trial.seeds().stream("backpropagation"));
  }

  static At accuracy(String arm) {
    return ACCURACY.in(arm);
  }
}
