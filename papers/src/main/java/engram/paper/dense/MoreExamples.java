// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

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
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.memory.dense.ExampleSet;
import engram.memory.dense.Patterns;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;

/// Four-body networks at one load with 30, 10 and 3 examples a class. Of each replicate the median
/// over several archetypes is taken, since runs of so few spins scatter. Stability: started at the
/// archetype.
final class MoreExamples implements Experiment<Ensemble> {
  static final Measure MEDIAN =
      Measure.of("median-overlap", "median over archetypes of m, each the mean after the burn-in");
  private static final List<Integer> EXAMPLES = List.of(30, 10, 3);
  private static final At ALONE = MEDIAN.in("M=3, without load");
  private static final At POOR = MEDIAN.in("M=30, quality .05");
  private static final At PAIRWISE = MEDIAN.in("pairwise, M=30");
  private static final double QUALITY = 0.5;
  private static final double NEXT_TO_NOTHING = 0.05;

  private static At m(int examples) {
    return MEDIAN.in("M=" + examples);
  }

  @Override
  public String id() {
    return "more-examples";
  }

  @Override
  public Class<Ensemble> parameters() {
    return Ensemble.class;
  }

  @Override
  public Optional<Ensemble> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(Ensemble.of(36, 0.3, 3, 9));
      case SMALL -> Optional.of(Ensemble.of(160, 0.3, 3, 24));
      case FULL -> Optional.of(Ensemble.of(256, 0.3, 5, 60));
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("more-examples-help")
            .replicates(Reading.REPLICATES)
            .says(
                "At one load and quality, more examples a class lower the error of a four-body"
                    + " network, down to what the theory says for 30.")
            .published("quality and quantity govern retrieval", "abstract", Known.ABSTRACT)
            .expected(
                "M = 30: .974 (theory); M = 10: .851 at most, runs of 128 spins scatter from .25 to"
                    + " .90 (spec); M = 3: below, .62 at most (binomial average)")
            .passes(
                PassLine.all(
                    PassLine.near(m(30), 0.974, 0.05),
                    PassLine.gain(m(30), m(10), 0.03),
                    PassLine.gain(m(10), m(3), 0.03)),
                Origin.OURS)
            .control(
                Control.rival(
                    "the noise of a class's own mean alone: without load three examples must do"
                        + " better",
                    PassLine.gain(ALONE, m(3), 0.05)))
            .control(
                Control.ablation(
                    "the pairwise network at equal load must be worse",
                    PassLine.gain(m(30), PAIRWISE, 0.2)))
            .control(
                Control.nothing(
                    "30 examples that tell next to nothing (r = .05)", PassLine.atMost(POOR, 0.6)))
            .build());
  }

  @Override
  public Needs needs(Ensemble p) {
    return p.needs(4, 4);
  }

  @Override
  public void run(Ensemble p, Trial trial) {
    Seeds seeds = trial.seeds().child("examples");
    int bodies = p.pairwise() ? 2 : 4;
    Patterns patterns = p.archetypes(4, p.spins(), seeds);
    for (int examples : EXAMPLES) {
      trial.out().value(m(examples), median(bodies, patterns, examples, QUALITY, p, seeds));
    }
    trial.out().value(POOR, median(bodies, patterns, 30, NEXT_TO_NOTHING, p, seeds));
    Patterns alone = Patterns.random(p.starts(), p.spins(), seeds.stream("archetypes"));
    trial.out().value(ALONE, median(bodies, alone, 3, QUALITY, p, seeds));
    Patterns few = p.archetypes(2, 4 * p.spins(), seeds);
    trial.out().value(PAIRWISE, median(2, few, 30, QUALITY, p, seeds));
  }

  private static double median(
      int bodies, Patterns patterns, int examples, double quality, Ensemble p, Seeds seeds) {
    ExampleSet set =
        ExampleSet.draw(patterns, examples, quality, seeds.child("draw", examples).stream("right"));
    return p.stability(bodies, set, seeds).medianM();
  }

  @Override
  public Ensemble sabotaged(Ensemble p) {
    return p.sabotaged();
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    List<At> shown = EXAMPLES.stream().map(MoreExamples::m).toList();
    List<At> controls = List.of(ALONE, PAIRWISE, POOR);
    return List.of(
        new Figure(
            "more-examples",
            "Stability against examples a class (P = 4, gamma = 0.1, T = 0.3), started at the"
                + " archetype",
            "The bars fall with fewer examples, and load makes the fall steeper.",
            Axis.category("network"),
            Axis.linear("median overlap m with the archetype", "1"),
            List.of(
                summary.bars("four-body", shown), summary.bars("controls", controls).asControl())));
  }
}
