// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import engram.credit.curl.CurlDescent;
import engram.credit.curl.CurlLearner;
import engram.credit.curl.TwinTrajectories;
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
import java.util.List;
import java.util.Optional;

/// Whether learning beyond the threshold is chaos: the largest Lyapunov exponent after a transient,
/// by twin trajectories. A plateau alone shows nothing of the kind.
public final class Chaos implements Experiment<Chaos.Setting> {
  /// Its parameters.
  public record Setting(
      @Param(doc = "steps of 0.1 that are thrown away", min = 0) int transientSteps,
      @Param(doc = "blocks of 20 steps that twins take", min = 4) int blocks,
      @Param(doc = "whether signs are flipped; else every learner descends the gradient")
          boolean flips) {}

  static final Measure EXPONENT =
      Measure.of("lyapunov", "largest Lyapunov exponent, per unit of learning time eta k");
  static final Measure LATER =
      Measure.of("lyapunov-later-half", "the same, from the later half of the blocks");
  private static final Measure PLATEAU = Measure.of("loss", "loss at the end of the blocks");
  private static final Cell GRADIENT = Cell.flipsInputs(50, 169, 0);
  private static final Cell BORNE = Cell.flipsInputs(50, 169, 12);
  private static final Cell BEYOND = Cell.flipsInputs(50, 169, 40);
  private static final Cell WHOLLY = Cell.flipsInputs(50, 169, 50);
  private static final Cell NARROWER = Cell.flipsInputs(83, 136, 20);
  private static final Cell NARROWER_WHOLLY = Cell.flipsInputs(83, 136, 83);
  private static final List<Cell> CELLS =
      List.of(GRADIENT, BORNE, BEYOND, WHOLLY, NARROWER, NARROWER_WHOLLY);
  private static final double DISTANCE = 1e-7;
  static final int BLOCK = 20;
  private static final double CHAOS = 0.005;
  private static final double NEUTRAL = 0.002;

  @Override
  public String id() {
    return "chaos";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(200, 20, true));
      case SMALL -> Optional.of(new Setting(8000, 400, true));
      case FULL -> Optional.of(new Setting(100_000, 5000, true));
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("chaos-beyond-threshold")
            .says(
                "Beyond the threshold of flipped inputs learning is chaotic: neighbouring weights"
                    + " part exponentially.")
            .published(
                "chaotic learning dynamics that destroy performance", "abstract", Known.ABSTRACT)
            .expected(
                "not measured before; solutions repel at rates of about .05 (edge -.3 |W2|^2, |W2|^2"
                    + " = 1/3, C = 1/2), so an exponent of .01 to .05 if it is chaos, and 0 if the"
                    + " plateau is a cycle or at rest")
            .passes(
                PassLine.all(
                    PassLine.atLeast(EXPONENT.in(BEYOND.arm()), CHAOS),
                    PassLine.atLeast(EXPONENT.in(NARROWER.arm()), CHAOS)),
                Origin.OURS)
            .control(
                Control.ablation(
                    "nothing flipped", PassLine.atMost(EXPONENT.in(GRADIENT.arm()), NEUTRAL)))
            .control(
                Control.rival(
                    "flips that are borne: 12 of 50 inputs",
                    PassLine.atMost(EXPONENT.in(BORNE.arm()), NEUTRAL)))
            .control(
                Control.rival(
                    "a passing growth, gone in the later half",
                    PassLine.all(
                        PassLine.atLeast(LATER.in(BEYOND.arm()), CHAOS),
                        PassLine.atLeast(LATER.in(NARROWER.arm()), CHAOS))))
            .build());
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(0.13e-3 * (p.transientSteps() + 2.0 * BLOCK * p.blocks()));
  }

  @Override
  public void run(Setting p, Trial trial) {
    CELLS.forEach(cell -> measure(cell, p, trial));
  }

  /// Writes both exponents and the loss of a cell.
  static void measure(Cell cell, Setting p, Trial trial) {
    double eta = CurlDescent.PAPER_ETA;
    CurlLearner learner = cell.learner(eta, p.flips(), trial.seeds());
    learner.run(p.transientSteps());
    TwinTrajectories twins =
        TwinTrajectories.run(
            learner, DISTANCE, BLOCK, p.blocks(), trial.seeds().stream("direction"));
    trial.out().value(EXPONENT.in(cell.arm()), twins.perStep() / eta);
    trial.out().value(LATER.in(cell.arm()), twins.laterHalfPerStep() / eta);
    trial.out().value(PLATEAU.in(cell.arm()), learner.loss());
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.transientSteps(), p.blocks(), false);
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary summary = Summary.ranges(all);
    var arms = CELLS.stream().map(Cell::arm).toList();
    return List.of(
        new Figure(
            "lyapunov",
            "Largest Lyapunov exponent after 8000 steps",
            "Chaos where a bar stands clearly above 0; at 0 neighbours stay as near as they are.",
            Axis.category("inputs-hidden units, flips"),
            Axis.linear("exponent per unit of time eta k", "1"),
            List.of(
                summary.bars("beyond the threshold", arms.subList(2, 6), EXPONENT::in).among(arms),
                summary.bars("converging", arms.subList(0, 2), EXPONENT::in).asControl())));
  }
}
