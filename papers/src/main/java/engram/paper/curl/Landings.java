// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import engram.credit.curl.CurlDescent;
import engram.credit.curl.CurlLearner;
import engram.credit.curl.SolutionStability;
import engram.credit.curl.TwoLayerNet;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import java.util.List;
import java.util.Optional;

/// Where linear nets land: at zero error, or on a plateau. Sizes and flips are those of the
/// scripts' cells.
public final class Landings implements Experiment<Landings.Setting> {
  /// Its parameters.
  public record Setting(
      @Param(doc = "full-batch steps of 0.1", min = 100) int steps,
      @Param(doc = "whether signs are flipped; else every learner descends the gradient")
          boolean flips) {}

  static final Measure LOSS = Measure.of("final-loss", "loss after the last step");
  static final Measure RISE =
      Measure.of("rise", "greatest loss over the first; looked at after every step to the 200th");
  static final Measure START =
      Measure.of("edge-at-start", "least eigenvalue of S over |W2|^2 before learning");
  static final Measure END =
      Measure.of("edge-at-end", "least eigenvalue of S over |W2|^2 after learning");
  static final List<Cell> EXPANSIVE =
      List.of(
          Cell.flipsInputs(20, 199, 0),
          Cell.flipsInputs(20, 199, 10),
          Cell.flipsInputs(20, 199, 20));
  static final List<Cell> BEARABLE =
      List.of(
          Cell.flipsInputs(50, 169, 0),
          Cell.flipsInputs(50, 169, 12),
          Cell.flipsInputs(83, 136, 0));
  static final List<Cell> BEYOND =
      List.of(
          Cell.flipsInputs(50, 169, 25),
          Cell.flipsInputs(50, 169, 40),
          Cell.flipsInputs(50, 169, 50),
          Cell.flipsInputs(83, 136, 8),
          Cell.flipsInputs(83, 136, 20),
          Cell.flipsInputs(83, 136, 83));
  static final List<Cell> HIDDEN =
      List.of(
          Cell.flipsHidden(6, 213, 0),
          Cell.flipsHidden(6, 213, 127),
          Cell.flipsHidden(50, 169, 84),
          Cell.flipsHidden(136, 83, 41));

  /// Every sign flipped: ascent.
  static final Cell ASCENT = new Cell(20, 199, 20, 199);

  static final String TENTH = "50-169, 40 inputs flipped, a tenth of the step";
  private static final double SETTLED = 1e-28;
  private static final int RISE_STEPS = 200;

  @Override
  public String id() {
    return "landings";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(400, true));
      case SMALL -> Optional.of(new Setting(8000, true));
      case FULL -> Optional.of(new Setting(100_000, true));
    };
  }

  @Override
  public List<Claim> claims() {
    return LandingClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(0.5e-3 * p.steps());
  }

  @Override
  public void run(Setting p, Trial trial) {
    for (List<Cell> cells : List.of(EXPANSIVE, BEARABLE, BEYOND, HIDDEN, List.of(ASCENT))) {
      for (Cell cell : cells) {
        CurlLearner learner = cell.learner(CurlDescent.PAPER_ETA, p.flips(), trial.seeds());
        trial.out().value(START.in(cell.arm()), edge(learner.net(), cell, p));
        trial.out().value(RISE.in(cell.arm()), rise(learner));
        land(learner, p.steps(), cell.arm(), trial);
        trial.out().value(END.in(cell.arm()), edge(learner.net(), cell, p));
      }
    }
    Cell slow = Cell.flipsInputs(50, 169, 40);
    CurlLearner tenth = slow.learner(CurlDescent.PAPER_ETA / 10, p.flips(), trial.seeds());
    land(tenth, 10 * p.steps(), TENTH, trial);
  }

  /// Learns to the end, or until the loss is rounding alone.
  private static void land(CurlLearner learner, int steps, String arm, Trial trial) {
    while (learner.steps() + RISE_STEPS <= steps && learner.loss() > SETTLED) {
      learner.run(RISE_STEPS);
    }
    trial.out().value(LOSS.in(arm), learner.loss());
  }

  private static double rise(CurlLearner learner) {
    double first = learner.loss();
    double greatest = first;
    for (int t = 0; t < RISE_STEPS; t++) {
      learner.step();
      greatest = Math.max(greatest, learner.loss());
    }
    return greatest / first;
  }

  private static double edge(TwoLayerNet net, Cell cell, Setting p) {
    return SolutionStability.leastEigenvalue(net, cell.mask(p.flips())) / net.secondSquaredNorm();
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.steps(), false);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(LandingClaims.figure(all));
  }
}
