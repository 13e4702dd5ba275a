// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.PhaseDiagram;
import engram.lab.figure.Summary;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.math.Solved;
import engram.math.SolvedGrid;
import engram.math.SolvedLine;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.ExampleSet;
import engram.memory.dense.Patterns;
import engram.memory.replica.ControlPoint;
import engram.memory.replica.CriticalLines;
import engram.memory.replica.DenseSupervisedRs;
import engram.memory.replica.RsSolution;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The border of retrieval over dataset entropy and load, three bodies, T = 0.4: the load at which
/// simulated networks of 30 examples a class, started at the archetype, fall below m = 0.5, beside
/// the line where the retrieving solution of the replica-symmetric equations ends.
final class RetrievalBorder implements Experiment<RetrievalBorder.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "spins, N", min = 20) int spins,
      @Param(doc = "bisections of ln gamma", min = 1, max = 12) int bisections,
      @Param(doc = "archetypes to start at", min = 1, max = 20) int starts,
      @Param(doc = "sweeps, a third of which the means leave out", min = 3) int sweeps,
      @Param(doc = "sabotage: the network is of two-body couplings") boolean pairwise) {}

  static final Measure BORDER =
      Measure.of("border", "load gamma above which the mean overlap falls below 0.5");
  static final Measure OVER_THEORY =
      Measure.of("border-over-theory", "border divided by the spinodal load of theory");
  static final At PAIRWISE = OVER_THEORY.in("pairwise over the line of three bodies");
  private static final List<Double> ENTROPIES = List.of(0.0, 0.1, 0.3);
  private static final double TEMPERATURE = 0.4;
  private static final int EXAMPLES = 30;

  static String arm(double entropy) {
    return "rho=" + entropy;
  }

  @Override
  public String id() {
    return "phase-diagram";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(40, 4, 2, 9, false));
      case SMALL -> Optional.of(new Setting(160, 7, 3, 30, false));
      case FULL -> Optional.of(new Setting(500, 9, 4, 100, false));
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(DenseClaims.borderOfRetrieval());
  }

  @Override
  public Needs needs(Setting p) {
    double size = 0.2 * p.spins() * p.spins() * p.spins();
    return Needs.cpuSeconds(
            0.2 + 3 * size * p.bisections() * (3e-8 + p.starts() * p.sweeps() * 1e-9))
        .withMemory((64L << 20) + (long) (8 * size));
  }

  @Override
  public void run(Setting p, Trial trial) {
    int dense = p.pairwise() ? 2 : 3;
    for (double entropy : ENTROPIES) {
      double border = border(dense, entropy, p, trial.seeds().child("border"));
      trial.out().value(BORDER.in(arm(entropy)), border);
      trial.out().value(OVER_THEORY.in(arm(entropy)), border / line(entropy));
    }
    double pairwise = border(2, 0, p, trial.seeds().child("border"));
    trial.out().value(PAIRWISE, pairwise / line(0));
  }

  /// gamma where retrieval ends; patterns are the first of one list, so a larger load only adds.
  private static double border(int bodies, double entropy, Setting p, Seeds seeds) {
    double quality = DatasetEntropy.quality(entropy, EXAMPLES);
    return Retrieval.limit(
        0.01,
        1.2,
        p.bisections(),
        gamma -> {
          Patterns patterns = Retrieval.patterns(3, p.spins(), gamma, seeds);
          ExampleSet examples =
              ExampleSet.draw(patterns, EXAMPLES, quality, seeds.stream("examples"));
          DenseHebbianNetwork network = DenseHebbianNetwork.supervised(bodies, examples);
          return Ensemble.stability(network, TEMPERATURE, p.sweeps(), p.starts(), seeds).meanM()
              > 0.5;
        });
  }

  /// Where theory ends, to a thousandth.
  private static double line(double entropy) {
    return CriticalLines.spinodalLoad(new ControlPoint(3, 0, TEMPERATURE, entropy), 1e-3);
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.spins(), p.bisections(), p.starts(), p.sweeps(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    double[] rho = IntStream.rangeClosed(0, 30).mapToDouble(k -> k / 50.0).toArray();
    double[] gamma = IntStream.rangeClosed(1, 60).mapToDouble(k -> k / 50.0).toArray();
    SolvedGrid m = SolvedGrid.over(rho, gamma, RsSolution.TOLERANCE, RetrievalBorder::overlap);
    SolvedLine end = SolvedLine.over(rho, 1e-3, x -> new Solved(line(x), 1e-3));
    return List.of(
        new PhaseDiagram(Axis.linear("dataset entropy, rho", "1"), Axis.linear("load, gamma", "1"))
            .map("overlap m, theory", "1", m)
            .across("end of retrieval, theory", end)
            .points(summary.points("m = 0.5, Monte Carlo", ENTROPIES, at -> BORDER.in(arm(at))))
            .figure(
                "phase-diagram",
                "Retrieval over dataset entropy and load (P = 3, T = 0.4), started at the archetype",
                "Noisier examples leave less room. Above the line stand networks that have not let go in time."));
  }

  private static Solved overlap(double entropy, double load) {
    return DenseSupervisedRs.solve(new ControlPoint(3, load, TEMPERATURE, entropy)).solvedOverlap();
  }
}
