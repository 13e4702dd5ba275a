// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import engram.flow.patch.FeatureNoise;
import engram.flow.patch.PatchSgd;
import engram.flow.patch.SgdTrace;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// Where the noise patch is longer than the strong one, it sets the threshold: the examples that
/// are fitted through noise oscillate first.
public final class NoiseThreshold implements Experiment<Training> {
  private static final Measure WEAK_ENERGY =
      Measure.of(
          "weak-only-squared-residual",
          "mean squared residual on weak-only training examples, last quarter of the steps");
  private static final Measure STRONG_ENERGY =
      Measure.of(
          "strong-squared-residual",
          "mean squared residual on strong training examples, last quarter of the steps");
  private static final String BELOW = "k=0.8";
  private static final String ABOVE = "k=1.2";
  private static final String HALVED = "step of k=1.2, noise halved";
  private static final List<String> ARMS = List.of(BELOW, ABOVE, HALVED);
  private static final double STRONG_NORM = 0.8;
  private static final int FILTERS = 10;

  @Override
  public String id() {
    return "noise-threshold";
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
        Claim.named("noise-sets-the-threshold")
            .says(
                "Where noise is longer than the strong patch, weak-only examples oscillate first.")
            .expected(
                "squared residuals of .08 to .20 against .000 at 1.1 to 1.4: independent code")
            .passes(
                PassLine.all(
                    PassLine.atMost(WEAK_ENERGY.in(BELOW), 1e-3),
                    PassLine.atMost(STRONG_ENERGY.in(BELOW), 1e-3),
                    PassLine.atLeast(WEAK_ENERGY.in(ABOVE), 0.05),
                    PassLine.atMost(STRONG_ENERGY.in(ABOVE), 0.005)),
                Origin.OURS)
            .evidence(Evidence.THEORY)
            .control(
                Control.ablation(
                    "noise halved at the same step", PassLine.atMost(WEAK_ENERGY.in(HALVED), 1e-3)))
            .build());
  }

  @Override
  public Needs needs(Training p) {
    return Needs.cpuSeconds(0.03e-3 * p.steps());
  }

  @Override
  public void run(Training p, Trial trial) {
    FeatureNoise law =
        FeatureNoise.standard().withWeakNorm(p.weakNorm()).withStrongNorm(STRONG_NORM);
    World world = World.of(law, FILTERS, p, trial);
    PatchSgd above = PatchSgd.of(world.step(1.2), p.steps());
    energies(world, BELOW, PatchSgd.of(world.step(0.8), p.steps()), trial);
    energies(world, ABOVE, above, trial);
    energies(World.of(law.withNoiseNorm(0.5), FILTERS, p, trial), HALVED, above, trial);
  }

  private static void energies(World world, String arm, PatchSgd descent, Trial trial) {
    SgdTrace trace = world.measure(trial.out(), arm, descent);
    int end = trace.steps();
    int from = 3 * end / 4;
    World.write(
        trial.out(), WEAK_ENERGY.in(arm), trace, trace.meanSquaredResidual(from, end, false));
    World.write(
        trial.out(), STRONG_ENERGY.in(arm), trace, trace.meanSquaredResidual(from, end, true));
  }

  @Override
  public Training sabotaged(Training p) {
    return p.heldAt(0.8);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.ranges(all);
    return List.of(
        new Figure(
            "who-oscillates",
            "Squared residuals by kind of example",
            "Above the threshold of the noise only the examples without the strong feature move.",
            Axis.category("arm"),
            Axis.linear("mean squared residual", "1"),
            List.of(
                summary.bars("weak feature alone", ARMS, WEAK_ENERGY::in),
                summary.bars("strong feature", ARMS, STRONG_ENERGY::in))));
  }
}
