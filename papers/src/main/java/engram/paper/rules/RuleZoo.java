// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import static engram.paper.rules.Reader.ACCURACY;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.plasticity.batch.FirstWeights;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of the catalogue side by side on MNIST: one width, one readout, each rule with the
/// features that suit it (softmax of scores for units that compete, rectified scores for the
/// others).
final class RuleZoo implements Experiment<RuleZoo.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "rows and columns of the map: units of every layer are its square", min = 2)
          int side,
      @Param(doc = "training images", min = 200, max = 60_000) int images,
      @Param(doc = "test images", min = 100, max = 10_000) int tests,
      @Param(doc = "passes of readout and backpropagation", min = 1) int epochs,
      @Param(doc = "passes of competing units", min = 0) int longPasses,
      @Param(doc = "images for Sanger's components", min = 200) int componentImages,
      @Param(doc = "sabotage: no rule learns") boolean frozen) {
    int units() {
      return side * side;
    }
  }

  static final Measure CAUGHT =
      Measure.of("variance-caught", "variance in the span of 20 rows, in that of 20 components");
  static final Measure CORRELATION =
      Measure.of(
          "correlation",
          "least size of the correlation of the first three outputs with "
              + "the first three components");
  static final String SAMPLES = "training images as weights";
  static final String RANDOM = "random weights, rectified";
  static final String BACKPROP = "backpropagation";
  private static final Competition RELU = new Competition.None(Activation.RELU);
  private static final int SHOWN = 6;

  @Override
  public String id() {
    return "mnist-rules";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(5, 600, 300, 1, 1, 300, false);
          case SMALL -> new Setting(20, 20_000, 10_000, 10, 20, 5000, false);
          case FULL -> new Setting(44, 60_000, 10_000, 10, 200, 60_000, false);
        });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(
        p.side(), p.images(), p.tests(), p.epochs(), p.longPasses(), p.componentImages(), true);
  }

  @Override
  public List<Claim> claims() {
    return ZooClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    double pass = 4e-9 * p.images() * p.units() * Digits.INPUTS / 30;
    return Needs.cpuSeconds(1 + pass * (14 + p.longPasses() + 2 * p.epochs()))
        .withData("mnist")
        .withMemory((400L << 20) + 4L * p.images() * (Digits.INPUTS + 2L * p.units()));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Reader reader = new Reader(Digits.of(trial, p.images(), p.tests()), p.epochs(), trial);
    Seeds seeds = trial.seeds();
    for (ZooRule rule : ZooRule.values()) {
      float[] weights = rule.learned(p, reader.digits().x(), seeds.child(rule.id()));
      reader.write(rule.arm(), weights, rule.features());
      Filters.write(trial.out(), rule.arm(), weights, Digits.INPUTS, SHOWN);
    }
    float[] samples =
        FirstWeights.samples(
            p.units(), Digits.INPUTS, reader.digits().x(), seeds.child("winner").stream("weights"));
    reader.write(SAMPLES, samples, Reader.SOFT);
    float[] normal = FirstWeights.normal(p.units(), Digits.INPUTS, 1, seeds.stream("normal"));
    reader.write(RANDOM, normal, RELU);
    reader.backpropagation(BACKPROP, p.units());
    Components.write(p, reader.digits(), trial);
  }

  @Override
  public List<Figure> figures(Results all) {
    List<String> arms = new ArrayList<>(List.of(BACKPROP, RANDOM, SAMPLES));
    List<String> rules = new ArrayList<>();
    for (ZooRule rule : ZooRule.values()) {
      rules.add(rule.arm());
    }
    arms.addAll(rules);
    return List.of(
        Filters.bars("accuracy", "Rules side by side", "accuracy", ACCURACY, arms, all),
        Filters.figure(
            "weights",
            "What single units learned",
            "Units that compete show digits, components show their contrasts.",
            rules,
            28,
            all));
  }
}
