// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import engram.flow.fourier.AdditionTask;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// Three quarters of the pairs are shown, with strong weight decay: the net knows them early, stays
/// on a plateau, and knows the others much later. Beside it the same start on the same pairs
/// without decay.
public final class Grokking implements Experiment<Setting> {
  static final String DECAY = "weight decay 2";
  static final String NO_DECAY = "no weight decay";
  private static final double SHOWN = 0.75;

  @Override
  public String id() {
    return "grokking";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Setting.at(scale, 16_000);
  }

  @Override
  public List<Claim> claims() {
    return GrokkingClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1.6e-3 * p.steps());
  }

  @Override
  public void run(Setting p, Trial trial) {
    AdditionTask task = AdditionTask.split(p.modulus(), SHOWN, trial.seeds().stream("split"));
    int steps = p.steps(1);
    Course course = new Course(trial);
    course.run(
        Recipe.GROKKING.training(p, task, trial.seeds()),
        steps,
        new Stages(DECAY, steps, trial.out()));
    course.run(
        Recipe.GROKKING.by(Recipe.adam(1e-4, 0)).training(p, task, trial.seeds()),
        steps,
        new Stages(NO_DECAY, steps, trial.out()));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.held();
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary first = Summary.first(all);
    Axis step = Axis.linear("step", "1");
    return List.of(
        new Figure(
            "test-accuracy",
            "Accuracy on pairs that are not shown, first replicate",
            "Both rest at the share of mirrored pairs; with decay it rises far, without it slowly.",
            step,
            Axis.linear("accuracy", "1"),
            List.of(
                first.line(Stages.COURSE.in(DECAY)),
                first.line(Stages.COURSE.in(NO_DECAY)).asControl())),
        new Figure(
            "kinds",
            "Accuracy by what was shown of a pair, with decay, first replicate",
            "Pairs shown in both orders come first, those of one order next, the others last.",
            step,
            Axis.linear("accuracy", "1"),
            List.of(
                first.line("both orders", Stages.COURSE.in(DECAY + Stages.COMMON)),
                first.line("one order", Stages.COURSE.in(DECAY + Stages.RARE)),
                first.line("no order", Stages.COURSE.in(DECAY + Stages.NEVER)))),
        new Figure(
            "norm",
            "Norm of all weights, first replicate",
            "With decay it peaks while the net generalises and falls in the third stage.",
            step,
            Axis.linear("norm", "1"),
            List.of(
                first.line(Stages.NORM_COURSE.in(DECAY)),
                first.line(Stages.NORM_COURSE.in(NO_DECAY)).asControl())));
  }
}
