// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import engram.flow.fourier.AdditionTask;
import engram.flow.fourier.AdditionTraining;
import engram.flow.fourier.Response;
import engram.flow.fourier.WaveSpectrum;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Summary;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// The runs of the theory: quadratic neurons from a random start by AdamW, and neurons of a single
/// frequency by SGD, quadratic and ReLU. A quadratic neuron of one frequency sends its gradient to
/// that frequency as long as the softmax is uniform; a ReLU has harmonics.
public final class QuadraticRuns implements Experiment<Setting> {
  static final Measure HALFWAY =
      Measure.of("elsewhere-halfway", "share of squared weights outside, at half of the steps");
  static final Measure ALIGNED = Measure.of("aligned", "share of neurons with |D| below .05 rad");
  static final Measure ODD = Measure.of("odd-accuracy", "accuracy when read with x in its place");
  static final String RANDOM = "x^2, random start";
  static final String SINGLE = "x^2, single frequencies";
  static final String RELU = "ReLU, single frequencies";
  private static final String AT_START = " at the start";
  private static final Measure OUTSIDE =
      Measure.of("elsewhere-so-far", "share of squared weights outside, at a step");
  private static final Measure LOCKING =
      Measure.of("unlocked-so-far", "mean |sin D| weighted by alpha^2 beta, at a step");
  private static final int DRAWN_EVERY = 100;
  private static final double CLOSE = 0.05;

  /// The arm of a net before training.
  static String start(String arm) {
    return arm + AT_START;
  }

  @Override
  public String id() {
    return "quadratic-runs";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return Setting.at(scale, 10_000);
  }

  @Override
  public List<Claim> claims() {
    return QuadraticClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1.9e-3 * p.steps());
  }

  @Override
  public void run(Setting p, Trial trial) {
    Course course = new Course(trial);
    learn(course, Recipe.QUADRATIC_RANDOM, RANDOM, p.steps(0.5), p, trial);
    learn(course, Recipe.QUADRATIC_SINGLE, SINGLE, p.steps(1), p, trial);
    learn(course, Recipe.RELU_SINGLE, RELU, p.steps(1), p, trial);
  }

  private static void learn(
      Course course, Recipe recipe, String arm, int steps, Setting p, Trial trial) {
    AdditionTask sums = AdditionTask.whole(p.modulus());
    Notebook out = trial.out();
    Course.Watch watch =
        new Course.Watch() {
          @Override
          public void begin(AdditionTraining training) {
            Portrait.write(out, start(arm), training);
            if (steps == 0) {
              out.value(HALFWAY.in(arm), training.net().spectrum().elsewhere());
            }
          }

          @Override
          public void step(AdditionTraining training) {
            long step = training.steps();
            if (step == steps / 2) {
              out.value(HALFWAY.in(arm), training.net().spectrum().elsewhere());
            }
            if (step % DRAWN_EVERY == 0) {
              WaveSpectrum spectrum = training.net().spectrum();
              out.series(OUTSIDE.in(arm), (double) step, spectrum.elsewhere());
              out.series(LOCKING.in(arm), (double) step, spectrum.weightedUnlocked());
            }
          }

          @Override
          public void end(AdditionTraining training) {
            Portrait.write(out, arm, training);
            out.value(ALIGNED.in(arm), aligned(training.net().spectrum()));
            out.value(ODD.in(arm), Portrait.accuracy(training, Response.IDENTITY));
          }
        };
    course.run(recipe.training(p, sums, trial.seeds()), steps, watch);
  }

  private static double aligned(WaveSpectrum spectrum) {
    return spectrum.neurons().stream().filter(n -> Math.abs(n.misalignment()) < CLOSE).count()
        / (double) spectrum.neurons().size();
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
            "elsewhere",
            "Share of squared weights outside a neuron's own frequency, first replicate",
            "Quadratic neurons stay on their frequency until pairs are known; ReLU leaks early.",
            Axis.linear("step", "1"),
            Axis.log("share elsewhere", "1"),
            List.of(first.line(OUTSIDE.in(SINGLE)), first.line(OUTSIDE.in(RELU)).asControl())),
        new Figure(
            "locking",
            "How far phases are from being locked, first replicate",
            "Weighted by what neurons say, |sin D| falls from .64 to nearly 0.",
            Axis.linear("step", "1"),
            Axis.linear("mean |sin D|, weighted", "1"),
            List.of(
                first.line(LOCKING.in(SINGLE)),
                first.line(LOCKING.in(RANDOM)),
                first.line(LOCKING.in(RELU)))));
  }
}
