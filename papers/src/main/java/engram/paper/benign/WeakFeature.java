// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import static engram.paper.benign.Reading.ACCURACY;
import static engram.paper.benign.Reading.chance;
import static engram.paper.benign.Reading.fits;
import static engram.paper.benign.Reading.learns;
import static engram.paper.benign.Reading.misses;

import engram.flow.patch.FeatureNoise;
import engram.flow.patch.PatchSgd;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import java.util.List;
import java.util.Optional;

/// The paper's main claim: a step above the stability threshold learns the weak feature, a smaller
/// one fits the same data and misses it. Steps are multiples of the threshold.
public final class WeakFeature implements Experiment<WeakFeature.Setting> {
  /// Its parameters.
  public record Setting(
      @Param(doc = "filters a sign", min = 1) int filters,
      @Param(doc = "length of the weak patch; the strong one has 1", min = 0, max = 1)
          double weakNorm,
      @Param(doc = "large step, in units of the threshold", min = 0.01, max = 10) double large,
      @Param(doc = "small step, in units of the threshold", min = 0.01, max = 10) double small,
      @Param(doc = "steps of training", min = 40) int steps,
      @Param(doc = "fresh test examples", min = 10) int testPoints,
      @Param(doc = "no step is larger, in units of the threshold", min = 0.01) double stepLimit) {}

  private static final String LARGE = "large step";
  private static final String SMALL = "small step";
  private static final String SAME_PATH = "small step, same path";
  private static final String FULL_BATCH = "large step, full batch";
  private static final String NO_WEAK = "large step, no weak feature";
  private static final String ALL_STRONG = "large step, all examples strong";
  private static final String LOWERED = "large step, then small";
  private static final String BRIEF = "large step for 200 steps, then small";
  private static final List<String> ARMS =
      List.of(LARGE, LOWERED, ALL_STRONG, SMALL, SAME_PATH, FULL_BATCH, BRIEF, NO_WEAK);
  private static final int BRIEF_STEPS = 200;

  @Override
  public String id() {
    return "weak-feature";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(10, 0.2, 1.1, 0.5, 800, 100, 100));
      case SMALL -> Optional.of(new Setting(10, 0.2, 1.1, 0.5, 8000, 1000, 100));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("weak-feature-learned")
            .says("With a step above the stability threshold SGD learns the weak feature.")
            .published("test error near 0; small steps: a constant", "abstract", Known.ABSTRACT)
            .expected("accuracy 1.00 against 0.49: independent code, 3 seeds at 1.1 and 0.5")
            .passes(
                PassLine.all(
                    learns(LARGE), PassLine.gain(ACCURACY.in(LARGE), ACCURACY.in(SMALL), 0.3)),
                Origin.OURS)
            .control(
                Control.ablation("full batch: the same step, no oscillation", misses(FULL_BATCH)))
            .control(Control.rival("small step with the same total path", misses(SAME_PATH)))
            .control(
                Control.rival("the weak-only training examples alone teach it", learns(ALL_STRONG)))
            .control(Control.nothing("no weak feature in the data", chance(NO_WEAK)))
            .build(),
        Claim.named("lowering-the-step-keeps-it")
            .says("What the large step learned stays when the step is lowered, and the loss goes.")
            .expected("accuracy as with the large step, 1.00; loss below 1e-3 as with small steps")
            .passes(PassLine.all(learns(LOWERED), fits(LOWERED)), Origin.OURS)
            .control(Control.rival("a brief large step at the start", misses(BRIEF)))
            .control(Control.ablation("small step throughout", misses(SMALL)))
            .build());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(0.4e-3 * p.steps());
  }

  @Override
  public void run(Setting p, Trial trial) {
    Notebook out = trial.out();
    FeatureNoise law = FeatureNoise.standard().withWeakNorm(p.weakNorm()).requireBothKinds();
    World world = world(law, p, trial);
    double large = world.step(p.large());
    double small = world.step(p.small());
    int samePath = (int) Math.round(p.steps() * large / small);
    world.measure(out, LARGE, PatchSgd.of(large, p.steps()));
    world.measure(out, SMALL, PatchSgd.of(small, p.steps()));
    world.measure(out, SAME_PATH, PatchSgd.of(small, samePath));
    world.measure(out, FULL_BATCH, PatchSgd.of(large, p.steps()).in(PatchSgd.Order.FULL_BATCH));
    world.measure(out, LOWERED, PatchSgd.of(large, p.steps()).then(small, 3 * p.steps() / 4));
    world.measure(
        out, BRIEF, PatchSgd.of(large, p.steps()).then(small, Math.min(BRIEF_STEPS, p.steps())));
    world(law.withWeakNorm(0), p, trial).measure(out, NO_WEAK, p.large(), p.steps());
    world(law.withStrongShare(1), p, trial).measure(out, ALL_STRONG, p.large(), p.steps());
  }

  private static World world(FeatureNoise law, Setting p, Trial trial) {
    return World.of(law, p.filters(), p.testPoints(), p.stepLimit(), trial.seeds());
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(
        p.filters(), p.weakNorm(), p.large(), p.small(), p.steps(), p.testPoints(), 0.8);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.ranges(all);
    return List.of(
        new Figure(
            "accuracy",
            "Weak-only accuracy by arm",
            "The large step and what keeps its oscillation stand at 1, everything else at 0.5.",
            Axis.category("arm"),
            Axis.linear("accuracy on weak-only examples", "1"),
            List.of(
                summary.bars("with oscillation", ARMS.subList(0, 3), ACCURACY::in),
                summary.bars("controls", ARMS.subList(3, 8), ACCURACY::in).asControl())));
  }
}
