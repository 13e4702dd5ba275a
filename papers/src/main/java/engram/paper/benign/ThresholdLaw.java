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
import engram.lab.claim.Evidence;
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

/// Where the crossing lies: in three settings the weak feature is learned above `m / (2 max(|u|,
/// |xi|)^2)` and missed below.
public final class ThresholdLaw implements Experiment<Training> {
  private static final List<Double> MULTIPLES = List.of(0.5, 0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.2);
  private static final String OTHER_WIDTH = "m=20 with the large step of m=10";
  private static final String OTHER_LENGTH = "u=1 with the large step of u=1.2";
  private static final String NO_WEAK = "m=10 u=1 k=1.1, no weak feature";

  @Override
  public String id() {
    return "threshold-law";
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
    List<PassLine> crossing = new ArrayList<>();
    for (Net net : Net.values()) {
      crossing.add(misses(net.arm(0.95)));
      crossing.add(learns(net.arm(1.1)));
      crossing.add(PassLine.count(ACCURACY.in(net.arm(1.2)), 0.95, 1, 0.5));
    }
    return List.of(
        Claim.named("threshold-at-half-m-over-square")
            .says("The weak feature is learned from a step of m / (2 max(|u|, |xi|)^2) on.")
            .expected(
                "chance at 0.95; .93 to 1.0 at 1.1; 1.0 at 1.2, where up to 1 replicate in 8"
                    + " diverges: independent code")
            .passes(PassLine.all(crossing), Origin.OURS)
            .evidence(Evidence.THEORY)
            .control(Control.rival("one step for every width", misses(OTHER_WIDTH)))
            .control(Control.rival("one step for every length", misses(OTHER_LENGTH)))
            .control(Control.nothing("no weak feature in the data", chance(NO_WEAK)))
            .build());
  }

  @Override
  public Needs needs(Training p) {
    return Needs.cpuSeconds(0.25e-3 * p.steps());
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
    double longStep = Net.LONG.world(law, p, trial).step(1.1);
    PatchSgd ofBase = PatchSgd.of(base.step(1.1), p.steps());
    Net.WIDE.world(law, p, trial).measure(trial.out(), OTHER_WIDTH, ofBase);
    base.measure(trial.out(), OTHER_LENGTH, PatchSgd.of(longStep, p.steps()));
    Net.BASE.world(law.withWeakNorm(0), p, trial).measure(trial.out(), NO_WEAK, 1.1, p.steps());
  }

  @Override
  public Training sabotaged(Training p) {
    return p.heldAt(0.8);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.ranges(all);
    List<Mark> marks = new ArrayList<>();
    marks.add(Mark.theory("threshold", List.of(1.0, 1.0), List.of(0.4, 1.0)));
    for (Net net : Net.values()) {
      String name = "m=" + net.filters + " |u|=" + net.strongNorm;
      marks.add(summary.points(name, MULTIPLES, k -> ACCURACY.in(net.arm(k))));
    }
    return List.of(
        new Figure(
            "crossing",
            "Weak-only accuracy against the step",
            "In each setting accuracy leaves chance at the threshold, not at one common step.",
            Axis.linear("step over threshold", "1"),
            Axis.linear("accuracy on weak-only examples", "1"),
            marks));
  }
}
