// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import static engram.paper.benign.Reading.ACCURACY;
import static engram.paper.benign.Reading.chance;
import static engram.paper.benign.Reading.learns;
import static engram.paper.benign.Reading.misses;

import engram.flow.patch.FeatureNoise;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// What noise does to the effect: where it is short, weak-only examples cannot be memorised through
/// it, and the small step learns the weak feature too.
public final class NoisePatch implements Experiment<Training> {
  private static final String QUIET_SMALL = "short noise, small step";
  private static final String QUIET_LARGE = "short noise, large step";
  private static final String LOUD_SMALL = "noise of length 1, small step";
  private static final String LOUD_LARGE = "noise of length 1, large step";
  private static final String NO_WEAK = "short noise, small step, no weak feature";
  private static final List<String> ARMS =
      List.of(LOUD_SMALL, LOUD_LARGE, QUIET_SMALL, QUIET_LARGE, NO_WEAK);
  private static final double SHORT = 0.28;
  private static final double SMALL_STEP = 0.1;
  private static final double LARGE_STEP = 1.1;
  private static final int FILTERS = 10;

  @Override
  public String id() {
    return "noise-patch";
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
        Claim.named("noise-is-needed")
            .says("With short noise the small step learns the weak feature too.")
            .expected("accuracy .78 to 1.0 with noise of length 0.28: independent code")
            .passes(
                PassLine.all(
                    PassLine.atLeast(ACCURACY.in(QUIET_SMALL), 0.75),
                    new PassLine.Gain(
                        ACCURACY.in(QUIET_LARGE),
                        ACCURACY.in(QUIET_SMALL),
                        Double.NEGATIVE_INFINITY,
                        0.25)),
                Origin.OURS)
            .control(Control.ablation("noise as long as the strong patch", misses(LOUD_SMALL)))
            .control(Control.rival("weak feature out of reach under noise", learns(LOUD_LARGE)))
            .control(Control.nothing("no weak feature in the data", chance(NO_WEAK)))
            .build());
  }

  @Override
  public Needs needs(Training p) {
    return Needs.cpuSeconds(0.05e-3 * p.steps());
  }

  @Override
  public void run(Training p, Trial trial) {
    FeatureNoise law = FeatureNoise.standard().withWeakNorm(p.weakNorm());
    FeatureNoise shortNoise = law.withNoiseNorm(SHORT);
    World loud = World.of(law, FILTERS, p, trial);
    loud.measure(trial.out(), LOUD_SMALL, SMALL_STEP, p.steps());
    loud.measure(trial.out(), LOUD_LARGE, LARGE_STEP, p.steps());
    World quiet = World.of(shortNoise, FILTERS, p, trial);
    quiet.measure(trial.out(), QUIET_SMALL, SMALL_STEP, p.steps());
    quiet.measure(trial.out(), QUIET_LARGE, LARGE_STEP, p.steps());
    World.of(shortNoise.withWeakNorm(0), FILTERS, p, trial)
        .measure(trial.out(), NO_WEAK, SMALL_STEP, p.steps());
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
            "noise",
            "Weak-only accuracy with long and short noise",
            "Only with long noise does the small step miss what the large step learns.",
            Axis.category("arm"),
            Axis.linear("accuracy on weak-only examples", "1"),
            List.of(
                summary.bars("weak feature", ARMS.subList(0, 4), ACCURACY::in),
                summary.bars("none", ARMS.subList(4, 5), ACCURACY::in).asControl())));
  }
}
