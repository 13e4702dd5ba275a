// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import static engram.paper.rules.Reader.ACCURACY;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Stages;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import java.util.List;
import java.util.Optional;

/// SoftHebb at the setting of its code, 2,000 units and one pass over 60,000 images, beside rivals
/// that see each image as often: hard winners, nonlinear components, and backpropagation, whose
/// three tuning passes over four fifths come on top. Random features stand beside them all.
final class OnePass implements Experiment<OnePass.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "units of every layer but the components", min = 2) int units,
      @Param(doc = "training images, all for 60,000", min = 300, max = 60_000) int images,
      @Param(doc = "test images", min = 100, max = 10_000) int tests,
      @Param(doc = "passes of the readouts", min = 1) int epochs,
      @Param(doc = "sabotage: no rule learns") boolean frozen) {}

  static final String SOFT = "SoftHebb";
  static final String SOFT_THIRD = "SoftHebb, a third of the pass";
  static final String SOFT_ONCE = "SoftHebb, readout of one pass";
  static final String HARD = "hard winner";
  static final String HARD_THIRD = "hard winner, a third of the pass";
  static final String HPCA = "HPCA, at most 784 units";
  static final String RANDOM = "random positive weights";
  static final String RECTIFIED = "random weights, rectified";
  static final String RECTIFIED_ONCE = "random weights, rectified, readout of one pass";
  static final String BACKPROP = "backpropagation, one pass";

  @Override
  public String id() {
    return "mnist-one-pass";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(40, 900, 500, 2, false);
          case SMALL, FULL -> new Setting(2000, 60_000, 10_000, 10, false);
        });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.units(), p.images(), p.tests(), p.epochs(), true);
  }

  @Override
  public List<Claim> claims() {
    return OnePassClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    double layer = 2e-9 * p.images() * p.units() * Digits.INPUTS;
    return Needs.cpuSeconds(1 + (30 + p.epochs()) * layer / 60)
        .withData("mnist")
        .withMemory((400L << 20) + 4L * p.images() * (2L * Digits.INPUTS + 2L * p.units()));
  }

  @Override
  public void run(Setting p, Trial trial) {
    OnePassArms arms = OnePassArms.of(p, trial);
    Stages stages = new Stages(trial);
    stages.run(arms::soft);
    stages.run(arms::hard);
    stages.run(arms::components);
    stages.run(arms::untrained);
    stages.run(arms::backpropagation);
  }

  @Override
  public List<Figure> figures(Results all) {
    List<String> arms =
        List.of(
            BACKPROP, SOFT, SOFT_THIRD, SOFT_ONCE, HARD, HPCA, RECTIFIED, RECTIFIED_ONCE, RANDOM);
    return List.of(
        Filters.bars("accuracy", "Each image seen once", "accuracy", ACCURACY, arms, all),
        Filters.figure(
            "weights",
            "What single units learned",
            "After a third of the pass units of SoftHebb are noise still.",
            List.of(SOFT, SOFT_THIRD, HARD, HPCA, BACKPROP),
            28,
            all));
  }
}
