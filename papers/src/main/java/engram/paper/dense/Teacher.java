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
import engram.memory.dense.ExampleSet;
import engram.memory.dense.Patterns;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;

/// The same examples with and without a teacher who says which belong together; without, the load
/// is gamma (1 + rho_P), rho_P = (1 - r^(2P))/(M r^(2P)). T = 0, started at the archetype.
final class Teacher implements Experiment<Teacher.Setting> {
  record Setting(
      @Param(doc = "spins, N", min = 20) int spins,
      @Param(doc = "load of the classes, gamma = K 3!/(2 N^2)", min = 0.001, max = 1) double gamma,
      @Param(doc = "quality of an example, r", min = 0.01, max = 1) double quality,
      @Param(doc = "few examples a class", min = 2) int few,
      @Param(doc = "many examples a class", min = 2) int many,
      @Param(doc = "archetypes to start at", min = 1, max = 3) int starts,
      @Param(doc = "sabotage: every network is of two-body couplings") boolean pairwise) {}

  private static final At TAUGHT = Reading.SETTLED.in("teacher, few examples");
  private static final At UNTAUGHT = Reading.SETTLED.in("no teacher, few examples");
  private static final At UNTAUGHT_MANY = Reading.SETTLED.in("no teacher, many examples");
  private static final At UNTAUGHT_ALONE =
      Reading.SETTLED.in("no teacher, few examples, three classes");
  private static final At TAUGHT_PERFECT = Reading.SETTLED.in("teacher, perfect examples");
  private static final At UNTAUGHT_PERFECT = Reading.SETTLED.in("no teacher, perfect examples");

  @Override
  public String id() {
    return "teacher";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(50, 0.05, 0.4, 5, 30, 2, false));
      case SMALL -> Optional.of(new Setting(200, 0.05, 0.4, 10, 100, 3, false));
      case FULL -> Optional.of(new Setting(400, 0.05, 0.4, 10, 100, 3, false));
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("teacher-saves-examples")
            .replicates(Reading.REPLICATES)
            .says(
                "With a teacher ten examples a class keep an archetype stable; without one ten do"
                    + " not, and a hundred do.")
            .published(
                "thresholds r^-2 with a teacher, r^-2P without (our reading of both theories)",
                "recalled",
                Known.RECALLED)
            .expected(
                "m = .79 with a teacher; without one the load is 1.27 and m lost (below .55), and"
                    + " with a hundred .17 and m = .97 (theory, ours)")
            .passes(
                PassLine.all(
                    PassLine.atLeast(TAUGHT, 0.7),
                    PassLine.gain(TAUGHT, UNTAUGHT, 0.2),
                    PassLine.atLeast(UNTAUGHT_MANY, 0.85)),
                Origin.DERIVED)
            .control(
                Control.rival(
                    "the missing labels alone: with three classes ten examples must do without a"
                        + " teacher",
                    PassLine.atLeast(UNTAUGHT_ALONE, 0.7)))
            .control(
                Control.nothing(
                    "perfect examples: nothing is left to teach",
                    PassLine.alike(TAUGHT_PERFECT, UNTAUGHT_PERFECT, 0.02)))
            .build());
  }

  @Override
  public Needs needs(Setting p) {
    double size = p.gamma() / 3 * p.spins() * p.spins() * p.spins() * p.many();
    return Needs.cpuSeconds(0.2 + size * (6 + p.starts() * 10) * 1e-9)
        .withMemory((64L << 20) + (long) (4 * size));
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("teacher");
    Patterns all = Retrieval.patterns(3, p.spins(), p.gamma(), seeds);
    Patterns three = Patterns.random(3, p.spins(), seeds.stream("archetypes"));
    ExampleSet few = ExampleSet.drawKept(all, p.few(), p.quality(), seeds.stream("examples"));
    ExampleSet many = ExampleSet.drawKept(all, p.many(), p.quality(), seeds.stream("examples"));
    ExampleSet alone = ExampleSet.drawKept(three, p.few(), p.quality(), seeds.stream("examples"));
    ExampleSet perfect = ExampleSet.drawKept(all, p.few(), 1, seeds.stream("examples"));
    int bodies = p.pairwise() ? 2 : 3;
    write(TAUGHT, DenseHebbianNetwork.supervised(bodies, few), p, trial);
    write(UNTAUGHT, DenseHebbianNetwork.unsupervised(bodies, few), p, trial);
    write(UNTAUGHT_MANY, DenseHebbianNetwork.unsupervised(bodies, many), p, trial);
    write(UNTAUGHT_ALONE, DenseHebbianNetwork.unsupervised(bodies, alone), p, trial);
    write(TAUGHT_PERFECT, DenseHebbianNetwork.supervised(bodies, perfect), p, trial);
    write(UNTAUGHT_PERFECT, DenseHebbianNetwork.unsupervised(bodies, perfect), p, trial);
  }

  private static void write(At at, DenseHebbianNetwork network, Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("teacher");
    trial.out().value(at, Retrieval.settledMean(network, p.starts(), seeds));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.spins(), p.gamma(), p.quality(), p.few(), p.many(), p.starts(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.intervals(all);
    List<At> loaded = List.of(TAUGHT, UNTAUGHT, UNTAUGHT_MANY);
    List<At> controls = List.of(UNTAUGHT_ALONE, TAUGHT_PERFECT, UNTAUGHT_PERFECT);
    List<String> places = List.of("no, three classes", "yes, perfect", "no, perfect");
    return List.of(
        new Figure(
            "teacher",
            "Stability with and without a teacher, T = 0, started at the archetype",
            "Of few examples a teacher makes more; with ten times as many none is needed.",
            Axis.category("teacher, examples"),
            Axis.linear("overlap m after settling", "1"),
            List.of(
                summary.bars("loaded", List.of("yes, few", "no, few", "no, many"), loaded),
                summary.bars("controls", places, controls).asControl())));
  }
}
