// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import engram.autodiff.classify.Classifier;
import engram.autodiff.classify.LabelledRows;
import engram.autodiff.classify.TrainingPlan;
import engram.lab.Trial;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.plasticity.Hebb;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.batch.Rows;
import engram.plasticity.compete.Competition;
import engram.plasticity.constrain.WeightConstraint;
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
    Classifier readout = Classifier.linear(units, Digits.CLASSES);
    readout.learn(
        LabelledRows.of(features(layer, digits.x()), units, digits.labels(), Digits.CLASSES),
        TrainingPlan.usual().withEpochs(epochs),
        trial.seeds().stream("readout"));
    LabelledRows tested = LabelledRows.of(test, units, digits.testLabels(), Digits.CLASSES);
    trial.out().value(ACCURACY.in(arm), readout.accuracy(tested));
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
  Classifier backpropagation(String arm, int units) {
    LabelledRows all = images(digits.x(), digits.labels());
    int held = all.count() / 5;
    LabelledRows judged = images(digits.first(held), Arrays.copyOf(digits.labels(), held));
    LabelledRows kept =
        images(
            Arrays.copyOfRange(digits.x(), held * Digits.INPUTS, digits.x().length),
            Arrays.copyOfRange(digits.labels(), held, all.count()));
    double best = RATES[0];
    double most = -1;
    for (double rate : RATES) {
      double accuracy = net(units, kept, new TrainingPlan(1, rate, 64)).accuracy(judged);
      if (accuracy > most) {
        most = accuracy;
        best = rate;
      }
    }
    Classifier net = net(units, all, new TrainingPlan(epochs, best, 64));
    trial.out().value(RATE.in(arm), best);
    trial.out().value(ACCURACY.in(arm), net.accuracy(images(digits.testX(), digits.testLabels())));
    return net;
  }

  /// The weights of a net's hidden units, a row a unit.
  static float[] hidden(Classifier net) {
    float[] columns = net.parameters().values("hidden.weight").floats();
    int units = columns.length / Digits.INPUTS;
    float[] rows = new float[columns.length];
    for (int k = 0; k < columns.length; k++) {
      rows[k % units * Digits.INPUTS + k / units] = columns[k];
    }
    return rows;
  }

  private Classifier net(int units, LabelledRows rows, TrainingPlan plan) {
    Classifier net =
        Classifier.hiddenLayer(
            Digits.INPUTS, units, Digits.CLASSES, trial.seeds().child("backpropagation"));
    net.learn(rows, plan, trial.seeds().stream("order"));
    return net;
  }

  private static LabelledRows images(float[] x, int[] labels) {
    return LabelledRows.of(x, Digits.INPUTS, labels, Digits.CLASSES);
  }

  static At accuracy(String arm) {
    return ACCURACY.in(arm);
  }
}
