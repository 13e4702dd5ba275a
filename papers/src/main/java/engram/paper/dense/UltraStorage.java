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
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.Load;
import engram.memory.dense.Patterns;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;

/// Patterns stored directly, T = 0, started at a pattern: three bodies keep many times more
/// patterns than spins, two bodies a seventh as many.
final class UltraStorage implements Experiment<UltraStorage.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "spins of the three-body network", min = 20) int spins,
      @Param(doc = "its load, gamma = K 3!/(2 N^2)", min = 0.001, max = 2) double gamma,
      @Param(doc = "spins of the pairwise network", min = 20) int pairwiseSpins,
      @Param(doc = "its patterns for each spin", min = 0.01, max = 2) double pairwiseLoad,
      @Param(doc = "patterns to start at", min = 1, max = 100) int starts,
      @Param(doc = "sabotage: the three-body network is pairwise") boolean pairwise) {}

  private static final At THREE = Reading.SETTLED.in("three-body, K = 30 N");
  private static final At TWO = Reading.SETTLED.in("pairwise, K = 0.2 N");
  private static final At TWO_MANY = Reading.SETTLED.in("pairwise, K = 30 N");
  private static final At TWO_FEW = Reading.SETTLED.in("pairwise, K = 0.1 N");
  private static final At THREE_OVER = Reading.SETTLED.in("three-body, K = 80 N");
  private static final double OVER = 8.0 / 3;

  @Override
  public String id() {
    return "ultra-storage";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(80, 0.3, 200, 0.2, 2, false));
      case SMALL -> Optional.of(new Setting(300, 0.3, 1000, 0.2, 3, false));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("ultra-storage")
            .replicates(Reading.REPLICATES)
            .says(
                "A three-body network of 300 spins keeps each of 9000 random patterns stable;"
                    + " pairwise ones of 1000 spins forget 200.")
            .published("K of order N^(P-1) for every P", "abstract", Known.ABSTRACT)
            .expected("m = .91 to .98 (spec, 3 seeds; replica theory .961) against .27 to .43")
            .passes(
                PassLine.all(PassLine.atLeast(THREE, 0.9), PassLine.atMost(TWO, 0.6)), Origin.OURS)
            .control(
                Control.rival(
                    "pairwise nets that forget at any load: half as many must stay",
                    PassLine.atLeast(TWO_FEW, 0.9)))
            .control(
                Control.ablation(
                    "pairwise couplings of the same 9000 patterns", PassLine.atMost(TWO_MANY, 0.5)))
            .control(
                Control.nothing(
                    "starting at the pattern shows overlap whatever is stored: 24000 patterns"
                        + " must be lost",
                    PassLine.atMost(THREE_OVER, 0.8)))
            .build());
  }

  @Override
  public Needs needs(Setting p) {
    double size = p.spins() * (double) Load.ofGamma(3, p.spins(), p.gamma()).patterns();
    return Needs.cpuSeconds(0.2 + size * (2 + 2 * OVER) * 10 * p.starts() * 3e-9)
        .withMemory((64L << 20) + (long) (4 * OVER * size));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("storage");
    int bodies = p.pairwise() ? 2 : 3;
    int few = Load.ofGamma(2, p.pairwiseSpins(), p.pairwiseLoad() / 2).patterns();
    int some = Load.ofGamma(2, p.pairwiseSpins(), p.pairwiseLoad()).patterns();
    int many = Load.ofGamma(3, p.spins(), p.gamma()).patterns();
    int over = Load.ofGamma(3, p.spins(), p.gamma() * OVER).patterns();
    trial.out().value(TWO_FEW, settled(2, p.pairwiseSpins(), few, p.starts(), seeds));
    trial.out().value(TWO, settled(2, p.pairwiseSpins(), some, p.starts(), seeds));
    trial.out().value(THREE, settled(bodies, p.spins(), many, p.starts(), seeds));
    trial.out().value(TWO_MANY, settled(2, p.spins(), many, p.starts(), seeds));
    trial.out().value(THREE_OVER, settled(bodies, p.spins(), over, p.starts(), seeds));
  }

  private static double settled(int bodies, int spins, int count, int starts, Seeds seeds) {
    Patterns patterns = Patterns.random(count, spins, seeds.stream("archetypes"));
    return Retrieval.settledMean(DenseHebbianNetwork.archetypes(bodies, patterns), starts, seeds);
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.spins(), p.gamma(), p.pairwiseSpins(), p.pairwiseLoad(), p.starts(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    return List.of(
        new Figure(
            "ultra-storage",
            "Stability of stored patterns, T = 0, started at the pattern",
            "Three bodies keep 30 patterns for each spin; two bodies do not keep 0.2.",
            Axis.category("network"),
            Axis.linear("overlap m after settling", "1"),
            List.of(
                summary.bars("three-body", List.of(THREE, THREE_OVER)),
                summary.bars("pairwise", List.of(TWO_FEW, TWO, TWO_MANY)).asControl())));
  }
}
