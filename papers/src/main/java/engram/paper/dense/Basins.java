// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
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
import engram.memory.dense.Start;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;

/// Basins, apart from stability: which archetypes with turned spins come back at T = 0.
final class Basins implements Experiment<Basins.Setting> {
  record Setting(
      @Param(doc = "spins, N", min = 16) int spins,
      @Param(doc = "load, gamma = K P!/(2 N^(P-1))", min = 0.001, max = 1) double gamma,
      @Param(doc = "archetypes, each turned anew for each share", min = 1, max = 20) int starts,
      @Param(doc = "sabotage: every network is of two-body couplings") boolean pairwise) {}

  private static final Measure BASIN =
      Measure.of("basin", "share of turned spins that is undone: 0.05 times the sum of returns");
  private static final Measure RETURNS =
      Measure.of("returns", "share of starts that settle at an overlap above 0.9");
  private static final Measure STABLE =
      Measure.of("stable", "share of archetypes that settle at an overlap above 0.9");
  private static final String TWO = "P=2";
  private static final String THREE = "P=3";
  private static final String FOUR = "P=4";
  private static final String FEW = "P=4, patterns of P=2";
  private static final double STEP = 0.05;
  private static final int STEPS = 9;

  @Override
  public String id() {
    return "basins";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(40, 0.05, 2, false));
      case SMALL -> Optional.of(new Setting(128, 0.05, 4, false));
      case FULL -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("basins-shrink")
            .replicates(Reading.REPLICATES)
            .says(
                "At equal load the basin shrinks with the number of bodies: four-body networks undo"
                    + " fewer turned spins than three-body and pairwise ones.")
            .expected(
                "P = 3 returns from shares up to .3 to .38, P = 4 up to .2 to .28: after one step"
                    + " m = erf(sqrt(P/(4 gamma)) m0^(P-1)) exceeds m0 above m0 = .23 and .45 (ours)")
            .passes(
                PassLine.all(
                    PassLine.gain(BASIN.in(THREE), BASIN.in(FOUR), 0.04),
                    PassLine.gain(BASIN.in(TWO), BASIN.in(FOUR), 0.04)),
                Origin.DERIVED)
            .control(
                Control.rival(
                    "stability: started at the archetype all must do alike",
                    PassLine.alike(STABLE.in(FOUR), STABLE.in(THREE), 0.1)))
            .control(
                Control.ablation(
                    "four bodies without load (as many patterns as the pairwise network)",
                    PassLine.gain(BASIN.in(FEW), BASIN.in(FOUR), 0.04)))
            .build());
  }

  @Override
  public Needs needs(Setting p) {
    double size = p.gamma() / 12 * p.spins() * p.spins() * p.spins() * p.spins();
    return Needs.cpuSeconds(0.2 + size * p.starts() * STEPS * 12 * 1e-9)
        .withMemory((64L << 20) + (long) (4 * size));
  }

  @Override
  public void run(Setting p, Trial trial) {
    measure(TWO, 2, 2, p, trial);
    measure(THREE, 3, 3, p, trial);
    measure(FOUR, 4, 4, p, trial);
    measure(FEW, 4, 2, p, trial);
  }

  private static void measure(String arm, int bodies, int loadOf, Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("basins");
    var patterns = Retrieval.patterns(loadOf, p.spins(), p.gamma(), seeds);
    var network = DenseHebbianNetwork.archetypes(p.pairwise() ? 2 : bodies, patterns);
    trial.out().value(STABLE.in(arm), returns(network, 0, p, seeds.child("turned")));
    double sum = 0;
    for (int k = 1; k <= STEPS; k++) {
      double returns = returns(network, k, p, seeds.child("turned"));
      trial.out().series(RETURNS.in(arm), k * STEP, returns);
      sum += returns;
    }
    trial.out().value(BASIN.in(arm), STEP * sum);
  }

  private static double returns(DenseHebbianNetwork network, int step, Setting p, Seeds seeds) {
    int back = 0;
    for (int mu = 0; mu < p.starts(); mu++) {
      Seeds run = seeds.child("share", step).child("archetype", mu);
      back += Retrieval.settled(network, Start.flipped(mu, step * STEP), run) > 0.9 ? 1 : 0;
    }
    return (double) back / p.starts();
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.spins(), p.gamma(), p.starts(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    return List.of(
        new Figure(
            "basins",
            "Basins at equal load, T = 0, started at archetypes with turned spins",
            "The more bodies, the fewer turned spins are undone; without load four bodies undo many.",
            Axis.linear("share of turned spins at the start", "1"),
            Axis.linear("share of starts that return", "1"),
            List.of(
                summary.points("P = 2", RETURNS.in(TWO)),
                summary.points("P = 3", RETURNS.in(THREE)),
                summary.points("P = 4", RETURNS.in(FOUR)),
                summary.points("P = 4, few patterns", RETURNS.in(FEW)).asControl())));
  }
}
