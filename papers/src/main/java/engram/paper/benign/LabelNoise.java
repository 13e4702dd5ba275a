// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import static engram.paper.benign.Reading.ACCURACY;
import static engram.paper.benign.Reading.chance;
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
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// The reviewers' question: does another source of residuals that do not vanish teach the weak
/// feature as well? Labels shaken by plus or minus a half, with a step below the threshold.
public final class LabelNoise implements Experiment<Training> {
  private static final String SHAKEN = "label noise, step 0.5";
  private static final String SHAKEN_SLOW = "label noise, step 0.1";
  private static final String SHAKEN_STRONG = "label noise, step 0.5, all examples strong";
  private static final String SHAKEN_NO_WEAK = "label noise, step 0.5, no weak feature";
  private static final List<String> ARMS =
      List.of(SHAKEN, SHAKEN_STRONG, SHAKEN_SLOW, SHAKEN_NO_WEAK);
  private static final double AMPLITUDE = 0.5;
  private static final int FILTERS = 10;

  @Override
  public String id() {
    return "label-noise";
  }

  @Override
  public Class<Training> parameters() {
    return Training.class;
  }

  @Override
  public Optional<Training> at(Scale scale) {
    return Training.at(scale, 0.2);
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("label-noise-does-it-too")
            .says("Residuals kept alive by label noise teach the weak feature below the threshold.")
            .published("another source of residuals, as reviewers ask", "review", Known.SECOND_HAND)
            .expected("learned: e^2 = 0.5 sums to 1000, a growth by e^10; not measured before")
            .passes(learns(SHAKEN), Origin.OURS)
            .control(Control.ablation("same noise, step too small to add up", misses(SHAKEN_SLOW)))
            .control(
                Control.rival(
                    "the weak-only training examples alone teach it", learns(SHAKEN_STRONG)))
            .control(Control.nothing("no weak feature in the data", chance(SHAKEN_NO_WEAK)))
            .build());
  }

  @Override
  public Needs needs(Training p) {
    return Needs.cpuSeconds(0.04e-3 * p.steps());
  }

  @Override
  public void run(Training p, Trial trial) {
    FeatureNoise law = FeatureNoise.standard().withWeakNorm(p.weakNorm());
    shaken(law, SHAKEN, 0.5, p, trial);
    shaken(law, SHAKEN_SLOW, 0.1, p, trial);
    shaken(law.withStrongShare(1), SHAKEN_STRONG, 0.5, p, trial);
    shaken(law.withWeakNorm(0), SHAKEN_NO_WEAK, 0.5, p, trial);
  }

  private static void shaken(
      FeatureNoise law, String arm, double multiple, Training p, Trial trial) {
    World world = World.of(law, FILTERS, p, trial);
    PatchSgd descent = PatchSgd.of(world.step(multiple), p.steps());
    world.measure(trial.out(), arm, descent.withLabelNoise(AMPLITUDE));
  }

  @Override
  public Training sabotaged(Training p) {
    return p.heldAt(0.1);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.ranges(all);
    return List.of(
        new Figure(
            "label-noise",
            "Weak-only accuracy with shaken labels below the threshold",
            "If residuals that persist are what counts, the filled bars stand at 1.",
            Axis.category("arm"),
            Axis.linear("accuracy on weak-only examples", "1"),
            List.of(
                summary.bars("residuals that add up", ARMS.subList(0, 2), ACCURACY::in),
                summary.bars("controls", ARMS.subList(2, 4), ACCURACY::in).asControl())));
  }
}
