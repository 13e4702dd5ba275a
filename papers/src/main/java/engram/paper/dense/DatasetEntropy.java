// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import static engram.paper.dense.Reading.EXAMPLE_OVERLAP;
import static engram.paper.dense.Reading.OVERLAP;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.memory.dense.ExampleSet;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;

/// Different qualities and quantities of examples with one dataset entropy. Stability: started at
/// the archetype.
final class DatasetEntropy implements Experiment<Ensemble> {
  private static final List<Integer> EXAMPLES = List.of(6, 12, 48);
  private static final double ENTROPY = 0.3;
  private static final At POORER = OVERLAP.in("M=12 rho doubled");
  private static final At MORE = OVERLAP.in("M=48 quality of M=12");

  private static At m(int examples) {
    return OVERLAP.in("M=" + examples);
  }

  @Override
  public String id() {
    return "dataset-entropy";
  }

  @Override
  public Class<Ensemble> parameters() {
    return Ensemble.class;
  }

  @Override
  public Optional<Ensemble> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(Ensemble.of(60, 0.4, 2, 12));
      case SMALL -> Optional.of(Ensemble.of(300, 0.4, 6, 30));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("only-dataset-entropy-counts")
            .replicates(Reading.REPLICATES)
            .says(
                "6, 12 or 48 examples of such quality that rho = 0.3 are retrieved alike: quality"
                    + " and quantity enter through rho alone.")
            .published("a single parameter rho = (1 - r^2)/(M r^2)", "recalled", Known.RECALLED)
            .expected("m = .808, .810, .811 (binomial average, ours); rho doubled: .680")
            .passes(
                PassLine.all(
                    PassLine.alike(m(6), m(12), 0.03),
                    PassLine.alike(m(48), m(12), 0.03),
                    PassLine.atLeast(m(12), 0.7)),
                Origin.OURS)
            .evidence(Evidence.THEORY)
            .control(
                Control.rival(
                    "quantity alone: 12 examples with twice the rho must be worse",
                    PassLine.gain(m(12), POORER, 0.05)))
            .control(
                Control.rival(
                    "quality alone: 48 examples as good as those of M = 12 must be better",
                    PassLine.gain(MORE, m(12), 0.05)))
            .build());
  }

  @Override
  public Needs needs(Ensemble p) {
    return p.needs(3, 5);
  }

  /// The quality at which M examples have the entropy rho: r = 1/sqrt(1 + rho M).
  static double quality(double entropy, int examples) {
    return 1 / Math.sqrt(1 + entropy * examples);
  }

  @Override
  public void run(Ensemble p, Trial trial) {
    for (int examples : EXAMPLES) {
      measure(m(examples), examples, quality(ENTROPY, examples), p, trial);
    }
    measure(POORER, 12, quality(2 * ENTROPY, 12), p, trial);
    measure(MORE, 48, quality(ENTROPY, 12), p, trial);
  }

  private static void measure(At at, int examples, double quality, Ensemble p, Trial trial) {
    Seeds seeds = trial.seeds().child("entropy");
    ExampleSet set =
        ExampleSet.draw(
            p.archetypes(3, p.spins(), seeds),
            examples,
            quality,
            seeds.child(at.arm()).stream("examples"));
    Ensemble.Runs runs = p.stability(p.pairwise() ? 2 : 3, set, seeds);
    trial.out().value(at, runs.meanM());
    trial.out().value(EXAMPLE_OVERLAP.in(at.arm()), runs.meanN());
  }

  @Override
  public Ensemble sabotaged(Ensemble p) {
    return p.sabotaged();
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    List<At> same = EXAMPLES.stream().map(DatasetEntropy::m).toList();
    List<At> other = List.of(POORER, MORE);
    return List.of(
        new Figure(
            "dataset-entropy",
            "Stability with equal and unequal dataset entropy, started at the archetype",
            "Equal rho gives equal bars; the same number or the same quality of examples does not.",
            Axis.category("examples a class"),
            Axis.linear("overlap m with the archetype", "1"),
            List.of(
                summary.bars("rho = 0.3", same), summary.bars("other rho", other).asControl())));
  }
}
