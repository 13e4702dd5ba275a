// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import static engram.paper.rules.SoftHebbDigits.LENGTH_ERROR;

import engram.autodiff.classify.Classifier;
import engram.lab.Trial;
import engram.plasticity.Sanger;
import engram.plasticity.batch.FirstWeights;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import engram.plasticity.rate.LinearDecay;
import engram.plasticity.rate.NormDependent;
import java.util.Arrays;

/// What learns in [OnePass]: each arm learns, is read and is drawn.
///
/// @param p the setting
/// @param first weights of SoftHebb and of the hard winner
/// @param reader reads with all passes of a readout
/// @param once reads with one
// Made once a replicate, never compared.
@SuppressWarnings("ArrayRecordComponent")
record OnePassArms(OnePass.Setting p, float[] first, Reader reader, Reader once) {
  private static final Recipe SOFT = Recipe.softHebb(12, new NormDependent(0.045, 1, 0.2));
  private static final Competition RELU = new Competition.None(Activation.RELU);
  private static final int SHOWN = 12;
  private static final int PARTS = 3;

  static OnePassArms of(OnePass.Setting p, Trial trial) {
    Digits digits = Digits.of(trial, p.images(), p.tests());
    float[] first =
        FirstWeights.positive(p.units(), Digits.INPUTS, 35, trial.seeds().stream("weights"));
    return new OnePassArms(
        p, first, new Reader(digits, p.epochs(), trial), new Reader(digits, 1, trial));
  }

  private Trial trial() {
    return reader.trial();
  }

  void soft() {
    PlasticLayer layer = new PlasticLayer(SOFT, Digits.INPUTS, first);
    learn(layer, 0, 1);
    measure(OnePass.SOFT_THIRD, layer);
    learn(layer, 1, PARTS);
    measure(OnePass.SOFT, layer);
    once.write(OnePass.SOFT_ONCE, layer.weights(), Reader.SOFT);
    for (int pass = 1; pass < p.longPasses() && !p.frozen(); pass++) {
      layer.pass(reader.digits().x(), 32, trial().seeds().child("pass", pass).stream("order"));
    }
    if (p.longPasses() > 1) {
      measure(OnePass.SOFT_LONG, layer);
    }
  }

  void hard() {
    PlasticLayer layer = new PlasticLayer(SOFT.with(new Competition.Hard()), Digits.INPUTS, first);
    learn(layer, 0, 1);
    trial().out().value(LENGTH_ERROR.in(OnePass.HARD_THIRD), SoftHebbDigits.lengthError(layer));
    learn(layer, 1, PARTS);
    measure(OnePass.HARD, layer);
  }

  /// Sanger's rule on rectified activity: no more units than there are components.
  void components() {
    Recipe recipe =
        Recipe.of(new Sanger()).with(RELU).with(new LinearDecay(0.01, p.images() / 100 + 1));
    int units = Math.min(p.units(), Digits.INPUTS);
    float[] small =
        FirstWeights.normal(units, Digits.INPUTS, 0.01, trial().seeds().stream("components"));
    PlasticLayer layer = new PlasticLayer(recipe, Digits.INPUTS, small);
    if (!p.frozen()) {
      layer.pass(reader.digits().x(), 100, trial().seeds().stream("component-order"));
    }
    reader.write(OnePass.HPCA, layer.weights(), RELU);
    draw(OnePass.HPCA, layer.weights());
  }

  void untrained() {
    float[] normal =
        FirstWeights.normal(p.units(), Digits.INPUTS, 1, trial().seeds().stream("normal"));
    reader.write(OnePass.RANDOM, first, Reader.SOFT);
    reader.write(OnePass.RECTIFIED, normal, RELU);
    once.write(OnePass.RECTIFIED_ONCE, normal, RELU);
  }

  void backpropagation() {
    Classifier net = once.backpropagation(OnePass.BACKPROP, p.units());
    draw(OnePass.BACKPROP, Reader.hidden(net));
  }

  /// Parts of the one pass, thirds of the images in the order in which they were drawn.
  private void learn(PlasticLayer layer, int from, int to) {
    int third = p.images() / PARTS;
    for (int part = from; part < to && !p.frozen(); part++) {
      int end = part == PARTS - 1 ? p.images() : (part + 1) * third;
      float[] rows =
          Arrays.copyOfRange(
              reader.digits().x(), part * third * Digits.INPUTS, end * Digits.INPUTS);
      layer.pass(rows, 32, trial().seeds().child("part", part).stream("order"));
    }
  }

  private void measure(String arm, PlasticLayer layer) {
    trial().out().value(LENGTH_ERROR.in(arm), SoftHebbDigits.lengthError(layer));
    reader.write(arm, layer.weights(), Reader.SOFT);
    draw(arm, layer.weights());
  }

  private void draw(String arm, float[] weights) {
    Filters.write(trial().out(), arm, weights, Digits.INPUTS, SHOWN);
  }
}
