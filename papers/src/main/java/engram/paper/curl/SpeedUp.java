// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import engram.credit.curl.CurlDescent;
import engram.credit.curl.Feedback;
import engram.credit.curl.Nonlinearity;
import engram.credit.curl.NormConstraint;
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

/// How long a compressive 100-10-1 net takes with one flipped hidden unit and without: at the
/// paper's step, at the best of six steps each, beside simpler changes of the descent, and with
/// identity units or small weights instead.
public final class SpeedUp implements Experiment<SpeedUp.Setting> {
  /// Its parameters.
  public record Setting(
      @Param(doc = "training examples", min = 20) int examples,
      @Param(doc = "steps after which a learner counts as not arrived", min = 40) int mostSteps,
      @Param(doc = "flipped hidden units of the curl learner; 0: the gradient", min = 0, max = 10)
          int flipped) {}

  static final Measure STEPS =
      Measure.of(
          "log2-steps",
          "log2 of the full-batch steps to a test error of 0.001, looked at every 5th; the most"
              + " steps where it is not reached");
  static final Measure SPEEDUP = Measure.of("log2-speedup", "log2-steps of GD less those of curl");
  static final List<Double> ETAS = List.of(0.1, 0.2, 0.4, 0.8, 1.6, 3.2);
  static final String GD = "GD";
  static final String CURL = "curl";
  static final String TWO = "curl, two flips";
  static final String BEST = ", best of six steps (budget 6 runs)";
  static final String FREE = "GD, free norms";
  static final String NOISE = "GD, noise as long as the curl part";
  static final String DFA = "DFA";
  static final String DFA_CURL = "DFA, flipped";
  static final String TANH = "tanh";
  static final String LINEAR = "identity";
  static final String SMALL_START = "tanh, r = 0.1, free norms";

  static String at(String learner, double eta) {
    return learner + ", eta " + eta;
  }

  @Override
  public String id() {
    return "speed-up";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    return switch (scale) {
      case SMOKE -> Optional.of(new Setting(100, 80, 1));
      case SMALL -> Optional.of(new Setting(2000, 8000, 1));
      case FULL -> Optional.of(new Setting(10_000, 100_000, 1));
    };
  }

  @Override
  public List<Claim> claims() {
    return SpeedClaims.all();
  }

  @Override
  public Needs needs(Setting p) {
    return Needs.cpuSeconds(1.5e-6 * p.examples() * p.mostSteps()).withMemory(128L << 20);
  }

  @Override
  public void run(Setting p, Trial trial) {
    Course course = new Course(trial);
    Race tanh = new Race(Nonlinearity.TANH, 2, p, trial.seeds());
    CurlDescent paper = CurlDescent.of(CurlDescent.PAPER_ETA);
    double gd = course.sweep(tanh, GD, 0, NormConstraint.FROBENIUS);
    double curl = course.sweep(tanh, CURL, p.flipped(), NormConstraint.FROBENIUS);
    course.steps(TWO, tanh, paper, 2 * p.flipped());
    course.steps(FREE, tanh, paper.holding(NormConstraint.NONE), 0);
    course.steps(NOISE, tanh, paper.withNoiseInstead(), p.flipped());
    CurlDescent fixed = paper.with(Feedback.DFA);
    course.steps(DFA, tanh, fixed, 0);
    course.steps(DFA_CURL, tanh, fixed, p.flipped());
    course.gain(TANH, gd, curl);
    Race linear = new Race(Nonlinearity.IDENTITY, 2, p, trial.seeds().child("identity"));
    course.pair(LINEAR, linear, paper, p.flipped());
    Race small = new Race(Nonlinearity.TANH, 0.1, p, trial.seeds().child("small"));
    course.pair(SMALL_START, small, paper.holding(NormConstraint.NONE), p.flipped());
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.examples(), p.mostSteps(), 0);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(SpeedClaims.figure(all));
  }
}
