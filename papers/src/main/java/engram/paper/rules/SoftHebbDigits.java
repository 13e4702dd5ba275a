// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import static engram.paper.rules.Reader.ACCURACY;

import engram.error.NumericalException;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.plasticity.Hebb;
import engram.plasticity.batch.FirstWeights;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import engram.plasticity.rate.NormDependent;
import java.util.List;
import java.util.Optional;

/// One pass of SoftHebb over MNIST with the constants of its code, read by a linear readout of
/// softmax(5 u); beside it hard winners, random weights, and backpropagation of the same width.
final class SoftHebbDigits implements Experiment<SoftHebbDigits.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "units of every layer", min = 2) int units,
      @Param(doc = "training images, all for 60,000", min = 100, max = 60_000) int images,
      @Param(doc = "test images", min = 100, max = 10_000) int tests,
      @Param(doc = "passes of readout and backpropagation", min = 1) int epochs,
      @Param(doc = "passes of the rules; 0 as sabotage", min = 0) int passes) {}

  static final Measure LENGTH_ERROR =
      Measure.of("length-error", "mean over units of | |w| - 1 | after learning");
  static final String SOFT = "SoftHebb";
  static final String HARD = "hard winner";
  static final String RANDOM = "random positive weights";
  static final String RECTIFIED = "random weights, rectified";
  static final String BACKPROP = "backpropagation";
  static final String NO_DECAY = "without decay";
  private static final Competition RELU = new Competition.None(Activation.RELU);

  @Override
  public String id() {
    return "mnist-soft-hebb";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(40, 1000, 500, 2, 1);
          case SMALL -> new Setting(500, 60_000, 10_000, 10, 1);
          case FULL -> new Setting(2000, 60_000, 10_000, 10, 1);
        });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.units(), p.images(), p.tests(), p.epochs(), 0);
  }

  @Override
  public List<Claim> claims() {
    return SoftHebbClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    double layer = 2e-9 * p.images() * p.units() * Digits.INPUTS;
    return Needs.cpuSeconds(1 + (8 + 3 * (p.epochs() + 3)) * layer / 60)
        .withData("mnist")
        .withMemory((400L << 20) + 4L * p.images() * (Digits.INPUTS + 2L * p.units()));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Reader reader = new Reader(Digits.of(trial, p.images(), p.tests()), p.epochs(), trial);
    float[] first =
        FirstWeights.positive(p.units(), Digits.INPUTS, 35, trial.seeds().stream("weights"));
    Recipe soft = Recipe.softHebb(12, new NormDependent(0.045, 1, 0.2));
    PlasticLayer learned = learned(soft, first, p, reader);
    trial.out().value(LENGTH_ERROR.in(SOFT), lengthError(learned));
    reader.write(SOFT, learned.weights(), Reader.SOFT);
    Filters.write(trial.out(), SOFT, learned.weights(), Digits.INPUTS, 12);
    PlasticLayer hard = learned(soft.with(new Competition.Hard()), first, p, reader);
    trial.out().value(LENGTH_ERROR.in(HARD), lengthError(hard));
    reader.write(HARD, hard.weights(), Reader.SOFT);
    withoutDecay(soft, first, p, reader);
    reader.write(RANDOM, first, Reader.SOFT);
    float[] normal =
        FirstWeights.normal(p.units(), Digits.INPUTS, 1, trial.seeds().stream("normal"));
    reader.write(RECTIFIED, normal, RELU);
    reader.backpropagation(BACKPROP, p.units());
  }

  private static PlasticLayer learned(Recipe recipe, float[] first, Setting p, Reader reader) {
    PlasticLayer layer = new PlasticLayer(recipe, Digits.INPUTS, first);
    for (int pass = 0; pass < p.passes(); pass++) {
      layer.pass(
          reader.digits().x(), 32, reader.trial().seeds().child("pass", pass).stream("order"));
    }
    return layer;
  }

  /// The same with the plain product: nothing pulls lengths to 1.
  private static void withoutDecay(Recipe soft, float[] first, Setting p, Reader reader) {
    try {
      PlasticLayer layer = learned(soft.with(new Hebb()), first, p, reader);
      reader.trial().out().value(LENGTH_ERROR.in(NO_DECAY), lengthError(layer));
    } catch (NumericalException e) {
      reader.trial().out().diverged(LENGTH_ERROR.in(NO_DECAY), String.valueOf(e.getMessage()));
    }
  }

  static double lengthError(PlasticLayer layer) {
    double sum = 0;
    for (double norm : layer.norms()) {
      sum += Math.abs(norm - 1) / layer.units();
    }
    return sum;
  }

  @Override
  public List<Figure> figures(Results all) {
    List<String> arms = List.of(BACKPROP, SOFT, HARD, RECTIFIED, RANDOM);
    return List.of(
        Filters.bars("accuracy", "One hidden layer on MNIST", "accuracy", ACCURACY, arms, all),
        Filters.figure(
            "weights",
            "What units of SoftHebb learned",
            "Digits and parts of them.",
            List.of(SOFT),
            28,
            all));
  }
}
