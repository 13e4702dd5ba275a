// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import static engram.paper.dense.Reading.EXAMPLE_OVERLAP;
import static engram.paper.dense.Reading.OVERLAP;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.memory.dense.ExampleSet;
import engram.memory.dense.Patterns;
import engram.memory.replica.ControlPoint;
import engram.memory.replica.DenseSupervisedRs;
import engram.memory.replica.RsSolution;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Monte Carlo of three-body networks made of noisy examples, beside the replica-symmetric
/// equations that know the examples through rho = (1 - r^2)/(M r^2) alone. Stability: started at
/// the archetype.
final class SolvedTheory implements Experiment<Ensemble> {
  static final List<Integer> EXAMPLES = List.of(30, 10, 5);
  private static final double QUALITY = 0.5;
  static final At EQUAL_LOAD = OVERLAP.in("pairwise M=30");

  static String arm(int examples) {
    return "M=" + examples;
  }

  @Override
  public String id() {
    return "solved-theory";
  }

  @Override
  public Class<Ensemble> parameters() {
    return Ensemble.class;
  }

  @Override
  public Optional<Ensemble> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(Ensemble.of(60, 0.4, 2, 12));
      case SMALL -> Optional.of(Ensemble.of(500, 0.4, 2, 30));
      case FULL -> Optional.of(Ensemble.of(1000, 0.4, 4, 60));
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(DenseClaims.rsMatchesMonteCarlo(), DenseClaims.rsAtFiveExamples());
  }

  @Override
  public Needs needs(Ensemble p) {
    return p.needs(3, 3);
  }

  @Override
  public void run(Ensemble p, Trial trial) {
    Seeds seeds = trial.seeds().child("theory");
    Patterns patterns = p.archetypes(3, p.spins(), seeds);
    for (int examples : EXAMPLES) {
      ExampleSet set = examples(patterns, examples, seeds);
      Ensemble.Runs runs = p.stability(p.pairwise() ? 2 : 3, set, seeds);
      trial.out().value(OVERLAP.in(arm(examples)), runs.meanM());
      trial.out().value(EXAMPLE_OVERLAP.in(arm(examples)), runs.meanN());
    }
    ExampleSet few = examples(p.archetypes(2, p.spins(), seeds), 30, seeds);
    trial.out().value(EQUAL_LOAD, p.stability(2, few, seeds).meanM());
  }

  private static ExampleSet examples(Patterns patterns, int examples, Seeds seeds) {
    return ExampleSet.draw(patterns, examples, QUALITY, seeds.stream("examples " + examples));
  }

  @Override
  public Ensemble sabotaged(Ensemble p) {
    return p.sabotaged();
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    List<Double> rho = EXAMPLES.stream().map(m -> ExampleSet.datasetEntropy(QUALITY, m)).toList();
    List<At> m = EXAMPLES.stream().map(count -> OVERLAP.in(arm(count))).toList();
    List<At> n = EXAMPLES.stream().map(count -> EXAMPLE_OVERLAP.in(arm(count))).toList();
    return List.of(
        new Figure(
            "solved-theory",
            "Stability against dataset entropy (P = 3, gamma = 0.1, T = 0.4), started at the"
                + " archetype",
            "The points lie by the lines; with few examples n comes to lie above its line.",
            Axis.linear("dataset entropy, rho = (1 - r^2)/(M r^2)", "1"),
            Axis.linear("overlap", "1"),
            List.of(
                theory("m, theory", RsSolution::overlap),
                theory("n, theory", RsSolution::exampleOverlap),
                summary.points("m, Monte Carlo", rho, m),
                summary.points("n, Monte Carlo", rho, n))));
  }

  private static Mark.Line theory(String name, ToDoubleFunction<RsSolution> which) {
    List<Double> rho = IntStream.rangeClosed(0, 35).mapToObj(k -> k / 50.0).toList();
    return Mark.theory(
        name,
        rho,
        rho.stream()
            .map(x -> DenseSupervisedRs.solve(new ControlPoint(3, 0.1, 0.4, x)))
            .map(solution -> solution.converged() ? which.applyAsDouble(solution) : Double.NaN)
            .toList());
  }
}
