// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import static engram.paper.curl.SpeedUp.STEPS;

import engram.credit.curl.CurlDescent;
import engram.credit.curl.Nonlinearity;
import engram.credit.curl.NormConstraint;
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
import engram.lab.measure.At;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// The race of [SpeedUp] where no learner's norms are held, as in the scripts of the appendix: is
/// the flip's saving a matter of the flip, or of norms that hold gradient descent back?
public final class FreeNorms implements Experiment<SpeedUp.Setting> {
  private static final String GD = "GD, free norms";
  private static final String CURL = "curl, free norms";
  private static final String NOISE = "GD, free norms, noise as long as the curl part";
  private static final String LINEAR = "identity, free norms";
  private static final At BEST_GD = STEPS.in(GD + SpeedUp.BEST);
  private static final At BEST_CURL = STEPS.in(CURL + SpeedUp.BEST);

  @Override
  public String id() {
    return "free-norms";
  }

  @Override
  public Class<SpeedUp.Setting> parameters() {
    return SpeedUp.Setting.class;
  }

  @Override
  public Optional<SpeedUp.Setting> at(Scale scale) {
    return new SpeedUp().at(scale);
  }

  @Override
  public List<Claim> claims() {
    return List.of(
        Claim.named("faster-with-free-norms")
            .says(
                "Where norms are free and each learner has the best of six steps, one flipped hidden"
                    + " unit still saves a factor of 1.4.")
            .published("variants without rescaling; no figure read", "scripts, fig. 11", Known.CODE)
            .expected(
                "fails, perhaps: stated after a first run of one-flip-is-faster, in which GD with"
                    + " free norms came within 1.2 of the curl learner with held ones, and small"
                    + " weights with free norms gained nothing by the flip")
            .passes(PassLine.gain(BEST_GD, BEST_CURL, SpeedClaims.FACTOR_1_4), Origin.OURS)
            .control(
                Control.rival(
                    "noise as long as the curl part, at a step of 0.1",
                    PassLine.gain(STEPS.in(NOISE), STEPS.in(SpeedUp.at(CURL, 0.1)), 0.25)))
            .control(
                Control.nothing(
                    "identity units: nothing to gain",
                    PassLine.between(SpeedUp.SPEEDUP.in(LINEAR), Double.NEGATIVE_INFINITY, 0.25)))
            .build());
  }

  @Override
  public Needs needs(SpeedUp.Setting p) {
    return Needs.cpuSeconds(0.5e-6 * p.examples() * p.mostSteps()).withMemory(128L << 20);
  }

  @Override
  public void run(SpeedUp.Setting p, Trial trial) {
    Course course = new Course(trial);
    Race tanh = new Race(Nonlinearity.TANH, 2, p, trial.seeds());
    CurlDescent free = CurlDescent.of(CurlDescent.PAPER_ETA).holding(NormConstraint.NONE);
    course.sweep(tanh, GD, 0, NormConstraint.NONE);
    course.sweep(tanh, CURL, p.flipped(), NormConstraint.NONE);
    course.steps(NOISE, tanh, free.withNoiseInstead(), p.flipped());
    Race linear = new Race(Nonlinearity.IDENTITY, 2, p, trial.seeds().child("identity"));
    course.pair(LINEAR, linear, free, p.flipped());
  }

  @Override
  public SpeedUp.Setting sabotaged(SpeedUp.Setting p) {
    return new SpeedUp().sabotaged(p);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            "steps-free-norms",
            "Steps to a test error of 0.001 against the step size, norms free",
            "Where filled and hollow lie together the flip saves nothing.",
            Axis.log("eta", "1"),
            Axis.linear("log2 of the steps", "1"),
            List.of(SpeedClaims.curve(CURL, all), SpeedClaims.curve(GD, all).asControl())));
  }
}
