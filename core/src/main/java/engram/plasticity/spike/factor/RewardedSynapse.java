// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike.factor;

import engram.kernel.Doubles;
import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.SpikeTraces;
import engram.source.FromPaper;

/// A synapse that learns by [RewardModulation], event by event: the definition, for readers and as
/// the oracle of engines. Spikes of one time follow the convention of [SpikeRule]'s package.
@FromPaper(value = "hebbian-rules", at = "spec 15")
public final class RewardedSynapse {
  private final RewardModulation modulation;
  private double weight;
  private double eligibility;
  private double baseline;
  private SpikeTraces traces = SpikeTraces.none();
  private double nowMs = Double.NEGATIVE_INFINITY;

  /// A synapse that saw no spike and no reward yet.
  ///
  /// @param weight finite and within the range of the rule
  public RewardedSynapse(RewardModulation modulation, double weight) {
    if (!Double.isFinite(weight) || modulation.rule().dependence().bounded(weight) != weight) {
      throw new IllegalArgumentException(
          "weight must be in the range of %s, was %s"
              .formatted(modulation.rule().dependence(), weight));
    }
    this.modulation = modulation;
    this.weight = weight;
  }

  /// Lives through the spikes of one time.
  ///
  /// @param atMs later than all spikes before and not before the last reward, finite
  /// @param pre whether there is a presynaptic one
  /// @param post whether there is a postsynaptic one
  public void spike(double atMs, boolean pre, boolean post) {
    pass(atMs);
    SpikeRule rule = modulation.rule();
    if (pre) {
      eligibility += rule.changeAtPre(weight, traces);
    }
    if (post) {
      eligibility += rule.changeAtPost(weight, traces);
    }
    traces = rule.after(traces, pre, post);
  }

  /// Receives a reward.
  ///
  /// @param atMs not before what happened last, finite
  /// @param reward R, finite
  public void reward(double atMs, double reward) {
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException("reward must be finite, was " + reward);
    }
    pass(atMs);
    double change = modulation.eta() * (reward - baseline) * eligibility;
    weight = modulation.rule().dependence().bounded(weight + change);
    baseline += modulation.baselineShare() * (reward - baseline);
  }

  /// The weight now.
  public double weight() {
    return weight;
  }

  /// e, as it was at the last event.
  public double eligibility() {
    return eligibility;
  }

  /// b.
  public double baseline() {
    return baseline;
  }

  private void pass(double atMs) {
    if (!(atMs >= nowMs && Math.abs(atMs) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "atMs must be finite and not before " + nowMs + ", was " + atMs);
    }
    double elapsedMs = nowMs == Double.NEGATIVE_INFINITY ? 0 : atMs - nowMs;
    traces = modulation.rule().decayed(traces, elapsedMs);
    eligibility *= Doubles.exp(-elapsedMs / modulation.tauMs());
    nowMs = atMs;
  }
}
