// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import static engram.paper.dense.Reading.OVERLAP;

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
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.Patterns;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Few patterns, and on every coupling a noise many times larger than what the patterns put there.
/// Noise of amplitude omega acts as a load of gamma = K (1 + omega^2) P!/(2 N^(P-1)): the more
/// bodies, the more couplings average it away.
final class UltraDetection implements Experiment<UltraDetection.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "spins, N", min = 8, max = 200) int spins,
      @Param(doc = "patterns, K; a run from each", min = 1, max = 100) int patterns,
      @Param(doc = "temperature, T", min = 0) double temperature,
      @Param(doc = "sweeps, a third of which the means leave out", min = 3) int sweeps,
      @Param(doc = "sabotage: every network is of two-body couplings") boolean pairwise) {}

  private static final List<Integer> BODIES = List.of(2, 3, 4);
  private static final List<Integer> NOISE = List.of(0, 2, 5, 15, 30, 60);

  private static At m(int bodies, int noise) {
    return OVERLAP.in("P=%d omega=%d".formatted(bodies, noise));
  }

  @Override
  public String id() {
    return "ultra-detection";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(24, 2, 0.3, 12, false));
      case SMALL -> Optional.of(new Setting(40, 3, 0.3, 30, false));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("ultra-detection")
            .replicates(Reading.REPLICATES)
            .says(
                "Four-body couplings keep a pattern under coupling noise 15 times its signal,"
                    + " where pairwise couplings lose it.")
            .published(
                "retrieval at signal-to-noise prohibitive for shallow nets",
                "abstract",
                Known.ABSTRACT)
            .expected("m = 1.00 against 0.29 (spec, 3 seeds); the load is 0.127 against 17")
            .passes(
                PassLine.all(PassLine.atLeast(m(4, 15), 0.98), PassLine.atMost(m(2, 15), 0.6)),
                Origin.OURS)
            .control(
                Control.rival(
                    "pairwise net too small to hold its patterns, without any noise",
                    PassLine.atLeast(m(2, 0), 0.95)))
            .control(
                Control.ablation(
                    "noise of load 2.0 on four-body couplings (60 times the signal)",
                    PassLine.atMost(m(4, 60), 0.8)))
            .control(
                Control.rival(
                    "any step above two bodies: three must not be enough",
                    PassLine.atMost(m(3, 15), 0.9)))
            .build());
  }

  @Override
  public Needs needs(Setting p) {
    double couplings = p.spins() * (double) p.spins() * p.spins() * p.spins() / 24;
    return Needs.cpuSeconds(0.2 + couplings * NOISE.size() * (1 + p.patterns() * p.sweeps()) * 6e-8)
        .withMemory((64L << 20) + (long) (8 * couplings));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("detection");
    Patterns patterns = Patterns.random(p.patterns(), p.spins(), seeds.stream("archetypes"));
    for (int bodies : BODIES) {
      for (int noise : NOISE) {
        DenseHebbianNetwork network =
            DenseHebbianNetwork.noisyTensor(
                p.pairwise() ? 2 : bodies, patterns, noise, seeds.stream("couplings"));
        Ensemble.Runs runs =
            Ensemble.stability(network, p.temperature(), p.sweeps(), p.patterns(), seeds);
        trial.out().value(m(bodies, noise), runs.meanM());
      }
    }
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.spins(), p.patterns(), p.temperature(), p.sweeps(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    List<Mark> marks = new ArrayList<>();
    for (int bodies : List.of(4, 3, 2)) {
      Mark.Points points = summary.points("P = " + bodies, NOISE, noise -> m(bodies, noise));
      marks.add(bodies == 2 ? points.asControl() : points);
    }
    return List.of(
        new Figure(
            "ultra-detection",
            "Stability under coupling noise, started at the archetype",
            "Each further body moves the loss of the pattern to larger noise.",
            Axis.linear("noise of a coupling over its crosstalk, omega", "1"),
            Axis.linear("overlap m with the archetype", "1"),
            marks));
  }
}
