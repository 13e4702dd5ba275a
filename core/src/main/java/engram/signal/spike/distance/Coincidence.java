// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import engram.signal.spike.SpikeRaster;
import engram.signal.spike.SpikeTrain;
import engram.source.FromPaper;

/// How many spikes of a target and of a model lie within a tolerance D (included) of each other.
///
///     precision = matched of the model / spikes of the model
///     recall    = matched of the target / spikes of the target
///     F1        = 2 precision recall / (precision + recall)
///
/// Strict, each spike is matched at most once: in order of time, which matches as many as can be
/// matched, and both matched counts are one number. Lenient, a spike counts as matched if any spike
/// of the other lies near: two of the model may share one of the target, and F1 is never below the
/// strict one.
///
/// F1 is 1 where both are silent and 0 where one of them is.
///
/// @param matchedTarget spikes of the target that are matched
/// @param targetCount spikes of the target
/// @param matchedModel spikes of the model that are matched
/// @param modelCount spikes of the model
@FromPaper(value = "pspm", at = "spec: coincidence F1")
public record Coincidence(
    long matchedTarget, long targetCount, long matchedModel, long modelCount) {
  /// Checks the counts.
  public Coincidence {
    if (matchedTarget < 0 || matchedTarget > targetCount) {
      throw new IllegalArgumentException(
          "matchedTarget must be in [0, " + targetCount + "], was " + matchedTarget);
    }
    if (matchedModel < 0 || matchedModel > modelCount) {
      throw new IllegalArgumentException(
          "matchedModel must be in [0, " + modelCount + "], was " + matchedModel);
    }
  }

  /// Whether a spike may be matched more than once.
  public enum Matching {
    /// Once at most.
    STRICT,
    /// As often as it is near.
    LENIENT
  }

  /// Of two trains.
  ///
  /// @param toleranceMs D, 0 or more
  public static Coincidence of(
      SpikeTrain target, SpikeTrain model, double toleranceMs, Matching matching) {
    if (!(toleranceMs >= 0)) {
      throw new IllegalArgumentException("toleranceMs must be 0 or more, was " + toleranceMs);
    }
    double[] sigma = target.timesMs();
    double[] s = model.timesMs();
    return matching == Matching.STRICT
        ? strict(sigma, s, toleranceMs)
        : new Coincidence(
            near(sigma, s, toleranceMs), sigma.length, near(s, sigma, toleranceMs), s.length);
  }

  /// Of two rasters, over all neurons.
  ///
  /// @param model of the same shape
  /// @param toleranceSteps D, 0 or more
  public static Coincidence of(
      SpikeRaster target, SpikeRaster model, int toleranceSteps, Matching matching) {
    target.requireSameShape(model);
    Coincidence sum = new Coincidence(0, 0, 0, 0);
    for (int neuron = 0; neuron < target.neurons(); neuron++) {
      sum = sum.plus(of(target, model, neuron, toleranceSteps, matching));
    }
    return sum;
  }

  /// Of one neuron in two rasters.
  ///
  /// @param model of the same shape
  /// @param toleranceSteps D, 0 or more
  public static Coincidence of(
      SpikeRaster target, SpikeRaster model, int neuron, int toleranceSteps, Matching matching) {
    target.requireSameShape(model);
    if (toleranceSteps < 0) {
      throw new IllegalArgumentException("toleranceSteps must be 0 or more, was " + toleranceSteps);
    }
    return of(target.train(neuron, 1), model.train(neuron, 1), toleranceSteps, matching);
  }

  private static Coincidence strict(double[] sigma, double[] s, double tolerance) {
    int i = 0;
    int j = 0;
    int matched = 0;
    while (i < sigma.length && j < s.length) {
      double apart = s[j] - sigma[i];
      if (Math.abs(apart) <= tolerance) {
        matched++;
        i++;
        j++;
      } else if (apart < 0) {
        j++;
      } else {
        i++;
      }
    }
    return new Coincidence(matched, sigma.length, matched, s.length);
  }

  private static int near(double[] spikes, double[] others, double tolerance) {
    int near = 0;
    int j = 0;
    for (double t : spikes) {
      while (j < others.length && others[j] < t && t - others[j] > tolerance) {
        j++;
      }
      if (j < others.length && Math.abs(others[j] - t) <= tolerance) {
        near++;
      }
    }
    return near;
  }

  /// The counts of both together.
  public Coincidence plus(Coincidence other) {
    return new Coincidence(
        matchedTarget + other.matchedTarget,
        targetCount + other.targetCount,
        matchedModel + other.matchedModel,
        modelCount + other.modelCount);
  }

  /// The share of the model's spikes that are matched; NaN without any.
  public double precision() {
    return (double) matchedModel / modelCount;
  }

  /// The share of the target's spikes that are matched; NaN without any.
  public double recall() {
    return (double) matchedTarget / targetCount;
  }

  /// The harmonic mean of precision and recall.
  public double f1() {
    if (targetCount == 0 && modelCount == 0) {
      return 1;
    }
    if (matchedTarget == 0 || matchedModel == 0) {
      return 0;
    }
    return 2 * precision() * recall() / (precision() + recall());
  }
}
