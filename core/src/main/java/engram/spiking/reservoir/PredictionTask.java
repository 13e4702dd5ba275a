// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.List;

/// What follows a cue: one of some outcomes, each at its time and with its probability, or nothing.
/// What is to be foretold of outcome k is a bump around its time, in the trials in which it comes:
///
///     f_k(t) = [k came] exp(-(t - L_k)^2 / (2 w^2))
///
/// so that the best readout of one trace for all trials is `p_k` times the bump.
///
/// @param outcomes what may come, one at least; their probabilities sum to at most 1
/// @param trialMs length of a trial from the cue on, in ms
/// @param cueMs length of the cue, in ms
/// @param widthMs w, in ms
@FromPaper(value = "what-when", at = "spec: task generator")
public record PredictionTask(List<Outcome> outcomes, double trialMs, double cueMs, double widthMs) {
  /// No outcome came.
  public static final int NOTHING = -1;

  private static final double ROUNDING = 1e-12;

  /// An outcome.
  ///
  /// @param latencyMs L, in ms from the cue's onset
  /// @param probability p, in [0, 1]
  public record Outcome(double latencyMs, double probability) {
    /// Checks the numbers.
    public Outcome {
      if (!(latencyMs >= 0 && latencyMs < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("latencyMs must be finite, 0 or more, was " + latencyMs);
      }
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
      }
    }
  }

  /// Checks the numbers.
  public PredictionTask {
    outcomes = List.copyOf(outcomes);
    positive("trialMs", trialMs);
    positive("cueMs", cueMs);
    positive("widthMs", widthMs);
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("outcomes must be at least one, was none");
    }
    double sum = 0;
    for (Outcome outcome : outcomes) {
      sum += outcome.probability();
      if (outcome.latencyMs() > trialMs) {
        throw new IllegalArgumentException(
            "latencyMs must be within the trial of %s ms, was %s"
                .formatted(trialMs, outcome.latencyMs()));
      }
    }
    if (sum > 1 + ROUNDING) {
      throw new IllegalArgumentException("probabilities must sum to at most 1, was " + sum);
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
    }
  }

  /// Outcomes after a cue of 100 ms, in trials of 1,200 ms, with bumps of 30 ms: the numbers of the
  /// small experiment.
  public static PredictionTask of(Outcome... outcomes) {
    return new PredictionTask(List.of(outcomes), 1200, 100, 30);
  }

  /// Draws what comes, by one uniform number: an outcome's index, or [#NOTHING].
  public int draw(RandomStream random) {
    double u = random.nextDouble();
    for (int k = 0; k < outcomes.size(); k++) {
      u -= outcomes.get(k).probability();
      if (u < 0) {
        return k;
      }
    }
    return NOTHING;
  }

  /// Writes f(t), one number an outcome.
  ///
  /// @param came an outcome's index, or [#NOTHING]
  public void target(int came, double tMs, double[] into) {
    for (int k = 0; k < outcomes.size(); k++) {
      into[k] = k == came ? bump(k, tMs) : 0;
    }
  }

  /// The bump of an outcome that comes, at a time.
  public double bump(int outcome, double tMs) {
    double apart = (tMs - outcomes.get(outcome).latencyMs()) / widthMs;
    return Doubles.exp(-0.5 * apart * apart);
  }
}
