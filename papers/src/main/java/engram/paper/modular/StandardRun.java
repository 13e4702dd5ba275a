// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import engram.flow.fourier.AdditionTask;
import engram.flow.fourier.AdditionTraining;
import engram.flow.fourier.Response;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The standard run: a ReLU net sees every pair and learns to add, and what its neurons have
/// become. Afterwards each response takes the place of the ReLU, weights as they are. Beside it the
/// same net before training, and the same net trained as long on a table in which nothing adds up.
public final class StandardRun implements Experiment<Setting> {
  static final Measure KEPT =
      Measure.of("kept", "share of neurons whose largest input frequency is that of the start");
  static final String TRAINED = "trained";
  static final String UNTRAINED = "untrained";
  static final String SCRAMBLED = "scrambled table";
  private static final Measure COURSE = Measure.of("ratio-so-far", "participation ratio at a step");
  private static final int DRAWN_EVERY = 100;
  private static final List<String> PLACES =
      Arrays.stream(Response.values()).map(Portrait::name).toList();

  @Override
  public String id() {
    return "standard-run";
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
    return StandardClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1.5e-3 * p.steps());
  }

  @Override
  public void run(Setting p, Trial trial) {
    AdditionTask sums = AdditionTask.whole(p.modulus());
    AdditionTask table = sums.scrambled(trial.seeds().stream("table"));
    Course course = new Course(trial);
    course.run(
        Recipe.STANDARD.training(p, sums, trial.seeds()), p.steps(1), watch(TRAINED, p, trial));
    course.run(
        Recipe.STANDARD.training(p, table, trial.seeds()), p.steps(1), watch(SCRAMBLED, p, trial));
  }

  private static Course.Watch watch(String arm, Setting p, Trial trial) {
    Notebook out = trial.out();
    return new Course.Watch() {
      @Override
      public void begin(AdditionTraining training) {
        if (arm.equals(TRAINED)) {
          Portrait.write(out, UNTRAINED, training);
          Portrait.swaps(out, UNTRAINED, training);
        }
      }

      @Override
      public void step(AdditionTraining training) {
        if (training.steps() % DRAWN_EVERY == 0) {
          out.series(
              COURSE.in(arm),
              (double) training.steps(),
              training.net().spectrum().participationRatio());
        }
      }

      @Override
      public void end(AdditionTraining training) {
        Portrait.write(out, arm, training);
        Portrait.swaps(out, arm, training);
        AdditionTraining start = Recipe.STANDARD.training(p, training.task(), trial.seeds());
        out.value(
            KEPT.in(arm),
            Portrait.agreement(
                Portrait.frequencies(training.net().spectrum()),
                Portrait.frequencies(start.net().spectrum()),
                0));
      }
    };
  }

  @Override
  public Setting sabotaged(Setting p) {
    return p.held();
  }

  @Override
  public List<Figure> figures(Results all) {
    Summary first = Summary.first(all);
    return List.of(
        new Figure(
            "participation",
            "Participation ratio of the neurons' frequencies, first replicate",
            "It rises to about .65 where sums are learned and not where a table is.",
            Axis.linear("step", "1"),
            Axis.linear("participation ratio", "1"),
            List.of(first.line(COURSE.in(TRAINED)), first.line(COURSE.in(SCRAMBLED)).asControl())),
        new Figure(
            "swapped",
            "Accuracy when the ReLU is replaced after training",
            "Even responses keep the answers, odd ones lose them; so it is after a table.",
            Axis.category("response"),
            Axis.linear("accuracy", "1"),
            List.of(
                swapped(all, TRAINED),
                swapped(all, SCRAMBLED).asControl(),
                swapped(all, UNTRAINED).asControl())));
  }

  private static Mark.Bars swapped(Results all, String arm) {
    return Summary.ranges(all).bars(arm, PLACES, place -> Portrait.SWAPPED.in(arm + ", " + place));
  }
}
