// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import static engram.paper.benign.Reading.ACCURACY;
import static engram.paper.benign.Reading.chance;
import static engram.paper.benign.Reading.fits;
import static engram.paper.benign.Reading.learns;
import static engram.paper.benign.Reading.misses;

import engram.flow.patch.FeatureNoise;
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
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The other half of the main claim: below the threshold the training set is fitted and the weak
/// feature is missed, in all three settings.
public final class SmallStep implements Experiment<Training> {
  private static final List<Double> MULTIPLES = List.of(0.5, 0.95);
  private static final String LARGE = Net.BASE.arm(1.1);
  private static final String LONGER = "m=10 u=1 k=0.5, four times the steps";
  private static final String QUIET = "m=10 u=1 k=0.1, noise of length 0.28";

  @Override
  public String id() {
    return "small-step";
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
    List<PassLine> small = new ArrayList<>();
    for (Net net : Net.values()) {
      for (double multiple : MULTIPLES) {
        small.add(chance(net.arm(multiple)));
        small.add(fits(net.arm(multiple)));
      }
    }
    return List.of(
        Claim.named("small-step-misses-it")
            .says("Below the threshold SGD fits the training data and misses the weak feature.")
            .published("small steps make little progress on it", "abstract", Known.ABSTRACT)
            .expected("accuracy .49 to .52 with a loss below 1e-3: independent code, 32 replicates")
            .passes(PassLine.all(small), Origin.OURS)
            .control(Control.rival("nothing there to be learned", learns(LARGE)))
            .control(Control.rival("too few steps", misses(LONGER)))
            .control(
                Control.ablation(
                    "noise too short to memorise", PassLine.atLeast(ACCURACY.in(QUIET), 0.75)))
            .build());
  }

  @Override
  public Needs needs(Training p) {
    return Needs.cpuSeconds(0.1e-3 * p.steps());
  }

  @Override
  public void run(Training p, Trial trial) {
    FeatureNoise law = FeatureNoise.standard().withWeakNorm(p.weakNorm());
    for (Net net : Net.values()) {
      World world = net.world(law, p, trial);
      for (double multiple : MULTIPLES) {
        world.measure(trial.out(), net.arm(multiple), multiple, p.steps());
      }
    }
    World base = Net.BASE.world(law, p, trial);
    base.measure(trial.out(), LARGE, 1.1, p.steps());
    base.measure(trial.out(), LONGER, 0.5, 4 * p.steps());
    World quiet = Net.BASE.world(law.withNoiseNorm(0.28), p, trial);
    quiet.measure(trial.out(), QUIET, 0.1, p.steps());
  }

  @Override
  public Training sabotaged(Training p) {
    return p.heldAt(0.8);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.ranges(all);
    List<Mark> marks = new ArrayList<>();
    for (Net net : Net.values()) {
      String name = "m=" + net.filters + " |u|=" + net.strongNorm;
      marks.add(summary.points(name, MULTIPLES, k -> ACCURACY.in(net.arm(k))));
    }
    marks.add(summary.points("large step", List.of(1.1), _ -> ACCURACY.in(LARGE)).asControl());
    return List.of(
        new Figure(
            "small-steps",
            "Weak-only accuracy with small steps",
            "Below 1 every setting stays at chance; the hollow point shows what can be learned.",
            Axis.linear("step over threshold", "1"),
            Axis.linear("accuracy on weak-only examples", "1"),
            marks));
  }
}
