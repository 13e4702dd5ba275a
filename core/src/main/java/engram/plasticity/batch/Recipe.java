// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import engram.plasticity.CompetingUnits;
import engram.plasticity.Hebb;
import engram.plasticity.PlasticityRule;
import engram.plasticity.compete.Activation;
import engram.plasticity.compete.Competition;
import engram.plasticity.compete.Score;
import engram.plasticity.constrain.UpdateFilter;
import engram.plasticity.constrain.UpdateNormalizer;
import engram.plasticity.constrain.WeightConstraint;
import engram.plasticity.rate.ConstantRate;
import engram.plasticity.rate.DataScale;
import engram.plasticity.rate.LearningRatePolicy;
import engram.plasticity.rate.LinearDecay;
import engram.plasticity.rate.NormDependent;
import engram.plasticity.rate.RateWarning;
import java.util.Optional;

/// All parts of a way to learn. For a batch of B samples, rows of X:
///
///     u = score(W, x)      y = competition(u)      dW = filter(sum over the batch of rule(x, u, y, W))
///     w_i <- w_i + eta(step, |w_i|) dw_i / divisor(dW, B)      then the constraint
///
/// ```java
/// Recipe oja = Recipe.of(new Oja()).with(new ConstantRate(0.005));
/// ```
///
/// @param score what a unit makes of a sample
/// @param competition how scores become activity
/// @param rule what a sample changes
/// @param filter what is done to the sum over the batch
/// @param normalizer what that is divided by
/// @param rate how large the step is
/// @param constraint what is asked of the weights after it
public record Recipe(
    Score score,
    Competition competition,
    PlasticityRule rule,
    UpdateFilter filter,
    UpdateNormalizer normalizer,
    LearningRatePolicy rate,
    WeightConstraint constraint) {

  /// Linear units that do not compete, the mean over the batch, the rate .01, no constraint.
  public static Recipe of(PlasticityRule rule) {
    return new Recipe(
        new Score.Inner(),
        new Competition.None(Activation.IDENTITY),
        rule,
        UpdateFilter.none(),
        UpdateNormalizer.MEAN,
        new ConstantRate(0.01),
        new WeightConstraint.None());
  }

  /// Plain Hebb with rows of length 1: power iteration.
  public static Recipe hebbUnitRow() {
    return of(new Hebb()).with(WeightConstraint.unitRow());
  }

  /// SoftHebb in one layer [3]: softmax, the largest change is the rate, and that falls as rows
  /// come to length 1. The presets of its code for MNIST are t = 12, eta = .045, exponent = .2,
  /// batches of 32, one pass, first weights [FirstWeights#positive] of length 35.
  ///
  /// @param t inverse temperature
  public static Recipe softHebb(double t, NormDependent rate) {
    return of(new CompetingUnits())
        .with(new Competition.Soft(t))
        .with(UpdateNormalizer.MAX_ABS)
        .with(rate);
  }

  /// Competing hidden units [2]: p-inner products, the winner learns and the k-th unlearns, the
  /// largest change is the rate. Usual for MNIST: p = 3, k = 7, delta = .4, eta = .04 falling to 0,
  /// batches of 100, first weights normal of deviation 1.
  public static Recipe krotovHopfield(
      double p, Competition.RankAntiHebb competition, LinearDecay rate) {
    return of(new CompetingUnits())
        .with(new Score.PInner(p))
        .with(competition)
        .with(UpdateNormalizer.MAX_ABS)
        .with(rate);
  }

  /// The same with another score.
  public Recipe with(Score other) {
    return new Recipe(other, competition, rule, filter, normalizer, rate, constraint);
  }

  /// The same with another competition.
  public Recipe with(Competition other) {
    return new Recipe(score, other, rule, filter, normalizer, rate, constraint);
  }

  /// The same with another rule.
  public Recipe with(PlasticityRule other) {
    return new Recipe(score, competition, other, filter, normalizer, rate, constraint);
  }

  /// The same with another filter.
  public Recipe with(UpdateFilter other) {
    return new Recipe(score, competition, rule, other, normalizer, rate, constraint);
  }

  /// The same with another normaliser.
  public Recipe with(UpdateNormalizer other) {
    return new Recipe(score, competition, rule, filter, other, rate, constraint);
  }

  /// The same with another rate.
  public Recipe with(LearningRatePolicy other) {
    return new Recipe(score, competition, rule, filter, normalizer, other, constraint);
  }

  /// The same with another constraint.
  public Recipe with(WeightConstraint other) {
    return new Recipe(score, competition, rule, filter, normalizer, rate, other);
  }

  /// Whether the first rate lies beyond the rule's stability bound for inputs of this size. Nothing
  /// is said where a constraint or [UpdateNormalizer#MAX_ABS] or `L2` bounds the step, nor for a
  /// policy that follows the rows' lengths; `NONE` counts as `MEAN` of one sample.
  public Optional<RateWarning> warning(DataScale data) {
    boolean bounded =
        !(constraint instanceof WeightConstraint.None)
            || normalizer == UpdateNormalizer.MAX_ABS
            || normalizer == UpdateNormalizer.L2
            || rate instanceof NormDependent;
    if (bounded || rule.largestRate(data).isEmpty()) {
      return Optional.empty();
    }
    return RateWarning.of(rule.name(), rate.rate(0), rule.largestRate(data).getAsDouble());
  }
}
