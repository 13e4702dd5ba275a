// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.kernel.Doubles;
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
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.Load;
import engram.memory.dense.Patterns;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;

/// The largest number of patterns that stay stable, K, against the number of spins: K ~ N^x. Sizes
/// are 1, 2 and 4 times the smallest. In a replicate K is found by bisection of ln K on patterns
/// that are the first of one list, so a larger K only adds patterns.
final class StorageExponent implements Experiment<StorageExponent.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "spins of the smallest three-body network", min = 8) int spins,
      @Param(doc = "spins of the smallest pairwise network", min = 20) int pairwiseSpins,
      @Param(doc = "bisections of ln K", min = 1, max = 12) int bisections,
      @Param(doc = "starts in the largest network, more in others", min = 1) int starts,
      @Param(doc = "sabotage: the three-body network is pairwise") boolean pairwise) {}

  private static final Measure EXPONENT =
      Measure.of(
          "exponent",
          "slope of ln K on ln N by least squares over three sizes (the middle one drops out)");
  private static final Measure CAPACITY =
      Measure.of("capacity", "largest K with mean overlap above 0.9 after settling at T = 0");
  private static final String THREE = "three-body";
  private static final String TWO = "pairwise";
  private static final List<Integer> FACTORS = List.of(1, 2, 4);
  private static final double KEPT = 0.9;
  private static final double MOST_LOAD = 0.8;

  @Override
  public String id() {
    return "storage-exponent";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(16, 24, 5, 2, false));
      case SMALL -> Optional.of(new Setting(48, 100, 9, 6, false));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("storage-exponent")
            .replicates(Reading.REPLICATES)
            .says("The number of stable patterns of three-body networks grows as N^2.")
            .published("K of order N^(P-1)", "abstract", Known.ABSTRACT)
            .expected("x = 1.9 to 2.1: the load gamma at the limit depends little on N")
            .passes(PassLine.between(EXPONENT.in(THREE), 1.8, 2.2), Origin.OURS)
            .control(
                Control.ablation(
                    "pairwise couplings, the same rule: must grow as N",
                    PassLine.between(EXPONENT.in(TWO), 0.75, 1.25)))
            .build());
  }

  @Override
  public Needs needs(Setting p) {
    double largest = 4.0 * p.spins();
    double sweep = largest * Load.ofGamma(3, (int) largest, 0.4).patterns();
    return Needs.cpuSeconds(0.2 + sweep * 1.5 * 12 * p.starts() * p.bisections() * 1e-9)
        .withMemory((64L << 20) + (long) (8 * sweep));
  }

  @Override
  public void run(Setting p, Trial trial) {
    double[] three = new double[FACTORS.size()];
    double[] two = new double[FACTORS.size()];
    for (int k = 0; k < FACTORS.size(); k++) {
      int factor = FACTORS.get(k);
      int starts = p.starts() * 4 / factor;
      Seeds seeds = trial.seeds().child("capacity", factor);
      three[k] = capacity(3, p.pairwise() ? 2 : 3, p.spins() * factor, starts, p, seeds);
      two[k] = capacity(2, 2, p.pairwiseSpins() * factor, starts, p, seeds);
      trial.out().series(CAPACITY.in(THREE), p.spins() * factor, three[k]);
      trial.out().series(CAPACITY.in(TWO), p.pairwiseSpins() * factor, two[k]);
    }
    trial.out().value(EXPONENT.in(THREE), Doubles.log(three[2] / three[0]) / Doubles.log(4));
    trial.out().value(EXPONENT.in(TWO), Doubles.log(two[2] / two[0]) / Doubles.log(4));
  }

  /// The largest K, sought from two patterns to the load 0.8 of so many bodies.
  private static double capacity(
      int loadBodies, int bodies, int spins, int starts, Setting p, Seeds seeds) {
    int most = Load.ofGamma(loadBodies, spins, MOST_LOAD).patterns();
    return Retrieval.limit(
        2,
        most,
        p.bisections(),
        middle -> {
          int count = (int) Math.round(middle);
          Patterns patterns = Patterns.random(count, spins, seeds.stream("archetypes"));
          DenseHebbianNetwork network = DenseHebbianNetwork.archetypes(bodies, patterns);
          return Retrieval.settledMean(network, Math.min(starts, count), seeds) > KEPT;
        });
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.spins(), p.pairwiseSpins(), p.bisections(), p.starts(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    return List.of(
        new Figure(
            "storage-exponent",
            "Stable patterns against spins, T = 0, started at the pattern",
            "On logarithmic axes the slope is 2 for three bodies and 1 for two.",
            Axis.log("spins of the network, N", "1"),
            Axis.log("largest number of stable patterns, K", "1"),
            List.of(
                summary.points(THREE, CAPACITY.in(THREE)),
                summary.points(TWO, CAPACITY.in(TWO)).asControl())));
  }
}
