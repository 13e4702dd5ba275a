// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import engram.autodiff.train.Sgd;
import engram.flow.fourier.AdditionTask;
import engram.flow.fourier.AdditionTraining;
import engram.flow.fourier.Lottery;
import engram.flow.fourier.Lottery.Rule;
import engram.flow.fourier.NetSettings.Start;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// The lottery: which frequency wins a quadratic neuron, said beforehand from its start. The
/// decoupled flow beside the paper's rule, the smallest misalignment, and two others; under the SGD
/// that the flow describes, under AdamW, and from a start whose magnitudes are all equal.
public final class Winners implements Experiment<Setting> {
  static final Measure FORETOLD =
      Measure.of("foretold", "share of neurons whose trained frequency a rule named at the start");
  static final Measure RULES_AGREE =
      Measure.of("rules-agree", "share of neurons for which flow and smallest |D| say the same");
  static final String SGD = "SGD";
  static final String ADAM = "AdamW";
  static final String EQUAL = "SGD, equal magnitudes";
  static final String OTHER = "flow of another neuron";
  private static final Sgd STEEP = new Sgd(0.5);
  private static final double SHARE_OF_STEPS = 0.8;
  private static final List<String> PLACES =
      List.of(
          name(Rule.FLOW),
          name(Rule.LARGEST_DRIVE),
          name(Rule.LARGEST_INPUT),
          name(Rule.SMALLEST_MISALIGNMENT),
          OTHER);

  static String name(Rule rule) {
    return switch (rule) {
      case FLOW -> "decoupled flow";
      case SMALLEST_MISALIGNMENT -> "smallest |D|";
      case LARGEST_INPUT -> "largest alpha";
      case LARGEST_DRIVE -> "largest alpha^2 beta cos D";
    };
  }

  /// What a rule is worth in an arm.
  static String said(String arm, Rule rule) {
    return arm + ", " + name(rule);
  }

  /// What is left of the flow's forecast when each neuron is given another's.
  static String byOther(String arm) {
    return arm + ", " + OTHER;
  }

  @Override
  public String id() {
    return "lottery";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Setting.at(scale, 5000);
  }

  @Override
  public List<Claim> claims() {
    return WinnersClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(2e-3 * p.steps());
  }

  @Override
  public void run(Setting p, Trial trial) {
    Course course = new Course(trial);
    Recipe adam = Recipe.QUADRATIC_RANDOM;
    Recipe sgd = adam.by(STEEP);
    race(course, sgd, SGD, p.steps(SHARE_OF_STEPS), p, trial);
    race(course, adam, ADAM, p.steps(1), p, trial);
    race(course, sgd.from(Start.EQUAL_WAVES), EQUAL, p.steps(SHARE_OF_STEPS), p, trial);
  }

  private static void race(
      Course course, Recipe recipe, String arm, int steps, Setting p, Trial trial) {
    AdditionTask sums = AdditionTask.whole(p.modulus());
    Lottery lottery = Lottery.of(recipe.training(p, sums, trial.seeds()).net());
    Course.Watch atEnd = training -> foretold(trial.out(), arm, lottery, training);
    course.run(recipe.training(p, sums, trial.seeds()), steps, atEnd);
  }

  private static void foretold(
      Notebook out, String arm, Lottery lottery, AdditionTraining training) {
    int[] won = Portrait.frequencies(training.net().spectrum());
    int[] flow = lottery.winners(Rule.FLOW);
    for (Rule rule : Rule.values()) {
      out.value(FORETOLD.in(said(arm, rule)), Portrait.agreement(won, lottery.winners(rule), 0));
    }
    out.value(FORETOLD.in(byOther(arm)), Portrait.agreement(won, flow, 1));
    out.value(
        RULES_AGREE.in(arm),
        Portrait.agreement(flow, lottery.winners(Rule.SMALLEST_MISALIGNMENT), 0));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.held();
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "foretold",
            "Neurons whose frequency was foretold from the start",
            "The flow foretells most; the smallest misalignment only among equal magnitudes.",
            Axis.category("rule"),
            Axis.linear("share of neurons", "1"),
            List.of(foretold(all, SGD), foretold(all, ADAM), foretold(all, EQUAL))));
  }

  private static Mark.Bars foretold(Results all, String arm) {
    return Summary.ranges(all).bars(arm, PLACES, place -> FORETOLD.in(arm + ", " + place));
  }
}
