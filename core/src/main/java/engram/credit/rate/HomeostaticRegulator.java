// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import engram.source.FromPaper;

/// A learning rate as a vulnerable inner state: the settings of its regulation.
///
/// At times (every f samples) a learner is offered the effect of a sample on its rate. It expects
/// the effect of the label that it guesses, tries one update with the rate as it is and one with
/// the rate that it expects, and takes the effect if the second is right on more of the M samples
/// it remembers. What then happens is the effect of the true label:
///
///     eta' = clip(eta + d effect(guess))     what is expected
///     take if accuracy(theta - (eta'/m) G) > accuracy(theta - (eta/m) G)
///     eta = clip(eta + d effect(label))      if taken
///
/// | symbol | meaning | component | paper |
/// | --- | --- | --- | --- |
/// | eta | learning rate, first value | `eta0` | .001 |
/// | d | step of the rate | `step` | eta0 / 10 |
/// | f, M | interval and memory in samples | `times` | 10, 20 |
/// | effect | sign by label | `effect` | -1 for 0 to 4, 1 for 5 to 9 |
/// | G | sum of gradients | `scope` | of the batch so far: of its first sample |
///
/// References: [1] in the package.
///
/// @param eta0 first rate, above 0 and finite
/// @param step how far an effect moves the rate
/// @param times when samples are offered
/// @param effect what labels do
/// @param scope whose gradient is simulated
/// @param clip what keeps the rate in its range
@FromPaper(value = "homeostatic", at = "lrh.py")
public record HomeostaticRegulator(
    double eta0,
    RateStep step,
    DecisionTimes times,
    Effect effect,
    GradientScope scope,
    RateClip clip) {
  /// Checks the first rate.
  public HomeostaticRegulator {
    requireFirst(eta0);
  }

  private static void requireFirst(double eta0) {
    if (!(eta0 > 0 && eta0 < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta0 must be above 0 and finite, was " + eta0);
    }
  }

  /// The paper's: eta0 = .001.
  public static HomeostaticRegulator ofPaper() {
    return from(1e-3);
  }

  /// The paper's with another first rate, and a tenth of it as the step.
  public static HomeostaticRegulator from(double eta0) {
    requireFirst(eta0);
    return new HomeostaticRegulator(
        eta0,
        new RateStep.Additive(eta0 / 10),
        DecisionTimes.ofPaper(),
        Effect.ofPaper(),
        GradientScope.SO_FAR,
        RateClip.ofPaper());
  }

  /// The same with other effects.
  public HomeostaticRegulator withEffect(Effect other) {
    return new HomeostaticRegulator(eta0, step, times, other, scope, clip);
  }

  /// The same with another scope.
  public HomeostaticRegulator withScope(GradientScope other) {
    return new HomeostaticRegulator(eta0, step, times, effect, other, clip);
  }

  /// The same with another range.
  public HomeostaticRegulator withClip(RateClip other) {
    return new HomeostaticRegulator(eta0, step, times, effect, scope, other);
  }

  /// The same with another step.
  public HomeostaticRegulator withStep(RateStep other) {
    return new HomeostaticRegulator(eta0, other, times, effect, scope, clip);
  }

  /// The same at other times.
  public HomeostaticRegulator withTimes(DecisionTimes other) {
    return new HomeostaticRegulator(eta0, step, other, effect, scope, clip);
  }

  /// The rate after the effect of a label, in its range.
  public double moved(double eta, int label) {
    return clip.clipped(step.moved(eta, effect.of(label)));
  }
}
