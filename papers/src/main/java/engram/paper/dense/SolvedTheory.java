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
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.ExampleSet;
import engram.memory.dense.Load;
import engram.memory.dense.MonteCarlo;
import engram.memory.dense.Patterns;
import engram.memory.dense.Trajectory;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;

/// Monte Carlo of three-body networks made of noisy examples, beside the replica-symmetric
/// equations that know the examples through rho = (1 - r^2)/(M r^2) alone. Stability: started at
/// the archetype.
final class SolvedTheory implements Experiment<SolvedTheory.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "spins, N", min = 20) int spins,
      @Param(doc = "load, gamma = K 3!/(2 N^2)", min = 0.001, max = 1) double gamma,
      @Param(doc = "temperature, T", min = 0) double temperature,
      @Param(doc = "quality of an example, r", min = 0.01, max = 1) double quality,
      @Param(doc = "archetypes to start at", min = 1, max = 10) int starts,
      @Param(doc = "sweeps, a third of which the means leave out", min = 3) int sweeps,
      @Param(doc = "sabotage: the network is of two-body couplings") boolean pairwise) {}

  static final List<Integer> EXAMPLES = List.of(30, 10, 5);
  private static final At EQUAL_LOAD = OVERLAP.in("pairwise M=30");

  static String arm(int examples) {
    return "M=" + examples;
  }

  @Override
  public String id() {
    return "solved-theory";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(60, 0.1, 0.4, 0.5, 2, 12, false));
      case SMALL -> Optional.of(new Setting(500, 0.1, 0.4, 0.5, 2, 30, false));
      case FULL -> Optional.of(new Setting(1000, 0.1, 0.4, 0.5, 4, 60, false));
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("rs-matches-monte-carlo")
            .says(
                "The replica-symmetric equations give m and n of a three-body network within 0.03,"
                    + " with 30 and with 10 examples a class.")
            .published("theory matched by Monte Carlo", "abstract", Known.ABSTRACT)
            .expected("m = .937 and .797 (spec, 4 seeds), 1/M and 1/N effects of about .01")
            .passes(
                PassLine.all(
                    PassLine.near(OVERLAP.in(arm(30)), 0.9430, 0.03),
                    PassLine.near(EXAMPLE_OVERLAP.in(arm(30)), 0.9220, 0.03),
                    PassLine.near(OVERLAP.in(arm(10)), 0.8118, 0.03),
                    PassLine.near(EXAMPLE_OVERLAP.in(arm(10)), 0.8270, 0.03)),
                Origin.OURS)
            .evidence(Evidence.THEORY)
            .control(
                Control.rival(
                    "the equations without load (m = .979, .871)",
                    PassLine.all(
                        PassLine.atMost(OVERLAP.in(arm(30)), 0.949),
                        PassLine.atMost(OVERLAP.in(arm(10)), 0.841))))
            .control(
                Control.rival(
                    "the equations for perfect examples, rho = 0 (m = .993)",
                    PassLine.atMost(OVERLAP.in(arm(30)), 0.963)))
            .control(
                Control.rival(
                    "the mean of the examples alone, erf(1/sqrt(2 rho)) = .998, .932",
                    PassLine.all(
                        PassLine.atMost(OVERLAP.in(arm(30)), 0.968),
                        PassLine.atMost(OVERLAP.in(arm(10)), 0.902))))
            .control(
                Control.ablation(
                    "the pairwise network at equal load", PassLine.atMost(EQUAL_LOAD, 0.7)))
            .build(),
        Claim.named("rs-at-five-examples")
            .says("The same equations hold within 0.03 with only five examples a class.")
            .expected(
                "fails in n: the mean of five examples is binomial, not Gaussian, and the equations"
                    + " with a binomial average give m .684, n .799 (ours), with a Gaussian one"
                    + " .676, .763")
            .passes(
                PassLine.all(
                    PassLine.near(OVERLAP.in(arm(5)), 0.6763, 0.03),
                    PassLine.near(EXAMPLE_OVERLAP.in(arm(5)), 0.7630, 0.03)),
                Origin.OURS)
            .evidence(Evidence.THEORY)
            .control(
                Control.rival(
                    "the binomial average: must be farther off",
                    PassLine.atMost(EXAMPLE_OVERLAP.in(arm(5)), 0.781)))
            .build());
  }

  @Override
  public Needs needs(Setting p) {
    double size = p.spins() * (double) Load.ofGamma(3, p.spins(), p.gamma()).patterns();
    return Needs.cpuSeconds(0.2 + 3 * size * (3e-8 + p.starts() * p.sweeps() * 1.1e-8))
        .withMemory((64L << 20) + (long) (4 * size));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("theory");
    Patterns patterns = Retrieval.patterns(3, p.spins(), p.gamma(), seeds);
    MonteCarlo monteCarlo = MonteCarlo.at(p.temperature(), p.sweeps(), p.sweeps() / 3);
    for (int examples : EXAMPLES) {
      DenseHebbianNetwork network = network(p.pairwise() ? 2 : 3, patterns, examples, p, seeds);
      Trajectory.Means[] runs = Retrieval.stability(network, monteCarlo, p.starts(), seeds);
      trial.out().value(OVERLAP.in(arm(examples)), Retrieval.meanM(runs));
      trial.out().value(EXAMPLE_OVERLAP.in(arm(examples)), Retrieval.meanN(runs));
    }
    Patterns few = Retrieval.patterns(2, p.spins(), p.gamma(), seeds);
    DenseHebbianNetwork pairwise = network(2, few, 30, p, seeds);
    trial
        .out()
        .value(
            EQUAL_LOAD,
            Retrieval.meanM(Retrieval.stability(pairwise, monteCarlo, p.starts(), seeds)));
  }

  private static DenseHebbianNetwork network(
      int bodies, Patterns patterns, int examples, Setting p, Seeds seeds) {
    return DenseHebbianNetwork.supervised(
        bodies,
        ExampleSet.draw(patterns, examples, p.quality(), seeds.stream("examples " + examples)));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(
        p.spins(), p.gamma(), p.temperature(), p.quality(), p.starts(), p.sweeps(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    List<Double> rho = EXAMPLES.stream().map(m -> ExampleSet.datasetEntropy(0.5, m)).toList();
    return List.of(
        new Figure(
            "solved-theory",
            "Stability against dataset entropy (P = 3, gamma = 0.1, T = 0.4), started at the"
                + " archetype",
            "The points lie on the lines at small rho; with five examples n leaves its line.",
            Axis.linear("dataset entropy, rho = (1 - r^2)/(M r^2)", "1"),
            Axis.linear("overlap", "1"),
            List.of(
                Reading.points(
                    "m, Monte Carlo",
                    all,
                    rho,
                    EXAMPLES.stream().map(m -> OVERLAP.in(arm(m))).toList()),
                Reading.points(
                    "n, Monte Carlo",
                    all,
                    rho,
                    EXAMPLES.stream().map(m -> EXAMPLE_OVERLAP.in(arm(m))).toList()))));
  }
}
