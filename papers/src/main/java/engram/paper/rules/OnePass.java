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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// SoftHebb over 60,000 images, each seen once, beside rivals that see each as often: hard winners,
/// nonlinear components, and backpropagation, whose three tuning passes over four fifths come on
/// top. Random features stand beside them all. One page has the 2,000 units of SoftHebb's code, and
/// a longer arm, for each of them wins a quarter as often as each of the other page's 500.
final class OnePass implements Experiment<OnePass.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "units of every layer but the components", min = 2) int units,
      @Param(doc = "training images, all for 60,000", min = 300, max = 60_000) int images,
      @Param(doc = "test images", min = 100, max = 10_000) int tests,
      @Param(doc = "passes of the readouts", min = 1) int epochs,
      @Param(doc = "passes of the longer arm; 1 for none", min = 1) int longPasses,
      @Param(doc = "sabotage: no rule learns") boolean frozen) {}

  static final String SOFT = "SoftHebb";
  static final String SOFT_THIRD = "SoftHebb, a third of the pass";
  static final String SOFT_LONG = "SoftHebb, four passes";
  static final String SOFT_ONCE = "SoftHebb, readout of one pass";
  static final String HARD = "hard winner";
  static final String HARD_THIRD = "hard winner, a third of the pass";
  static final String HPCA = "HPCA, at most 784 units";
  static final String RANDOM = "random positive weights";
  static final String RECTIFIED = "random weights, rectified";
  static final String RECTIFIED_ONCE = "random weights, rectified, readout of one pass";
  static final String BACKPROP = "backpropagation, one pass";

  private final String id;
  private final int units;
  private final int longPasses;
  private final List<Claim> claims;

  private OnePass(String id, int units, int longPasses, List<Claim> claims) {
    this.id = id;
    this.units = units;
    this.longPasses = longPasses;
    this.claims = claims;
  }

  /// With 500 units.
  static OnePass narrow() {
    return new OnePass("mnist-one-pass-500", 500, 1, NarrowPassClaims.all());
  }

  /// With 2,000 units.
  static OnePass wide() {
    return new OnePass("mnist-one-pass", 2000, 4, OnePassClaims.all());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Optional.of(
        switch (scale) {
          case SMOKE -> new Setting(40, 900, 500, 2, longPasses, false);
          case SMALL, FULL -> new Setting(units, 60_000, 10_000, 10, longPasses, false);
        });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.units(), p.images(), p.tests(), p.epochs(), p.longPasses(), true);
  }

  @Override
  public List<Claim> claims() {
    return claims;
  }

  @Override
  public Needs needs(Setting p) {
    double layer = 2e-9 * p.images() * p.units() * Digits.INPUTS;
    return Needs.cpuSeconds(1 + (30 + 4 * p.longPasses() + p.epochs()) * layer / 60)
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
        new ArrayList<>(
            List.of(
                BACKPROP,
                SOFT,
                SOFT_THIRD,
                SOFT_ONCE,
                HARD,
                HPCA,
                RECTIFIED,
                RECTIFIED_ONCE,
                RANDOM));
    List<String> drawn = new ArrayList<>(List.of(SOFT, SOFT_THIRD, HARD, HPCA, BACKPROP));
    if (longPasses > 1) {
      arms.add(1, SOFT_LONG);
      drawn.addFirst(SOFT_LONG);
    }
    return List.of(
        Filters.bars("accuracy", "Each image seen once", "accuracy", ACCURACY, arms, all),
        Filters.figure(
            "weights",
            "What single units learned",
            "Units that were updated too seldom are noise still.",
            drawn,
            28,
            all));
  }
}
