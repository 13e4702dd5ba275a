// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import engram.kernel.Doubles;
import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.SpikeTraces;
import engram.plasticity.spike.factor.RewardModulation;
import engram.spiking.internal.synapse.Column;
import engram.spiking.internal.synapse.Synapses;
import engram.spiking.learn.Learning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The weights of synapses that learn by a rule: what it changes counts at once, or becomes
/// eligible and counts by a reward. Weights never leave the range of the rule.
final class PlasticWeights {
  private final SpikeRule rule;
  private final @Nullable RewardModulation reward;
  private final float[] weights;
  private final float[] eligibility;
  private final long[] eligibleAt;
  private final double eligibleShare;
  private final double[] baseline = new double[1];

  PlasticWeights(Synapses synapses, Learning.ByRule how, double dtMs) {
    rule = how.rule();
    reward = how instanceof Learning.Rewarded rewarded ? rewarded.modulation() : null;
    weights = synapses.ownWeights();
    for (float weight : weights) {
      requireInRange(weight);
    }
    eligibility = new float[reward == null ? 0 : weights.length];
    eligibleAt = new long[eligibility.length];
    eligibleShare = reward == null ? 0 : -dtMs / reward.tauMs();
  }

  private void requireInRange(float weight) {
    if ((float) rule.dependence().bounded(weight) != weight) {
      throw new IllegalArgumentException(
          "weight must be in the range of %s, was %s".formatted(rule.dependence(), weight));
    }
  }

  /// By synapse, as they stand now.
  float[] all() {
    return weights;
  }

  /// A presynaptic spike at a synapse.
  void changeAtPre(int synapse, SpikeTraces before, long step) {
    change(synapse, rule.changeAtPre(weights[synapse], before), step);
  }

  /// A postsynaptic spike at a synapse.
  void changeAtPost(int synapse, SpikeTraces before, long step) {
    change(synapse, rule.changeAtPost(weights[synapse], before), step);
  }

  private void change(int synapse, double by, long step) {
    if (reward == null) {
      set(synapse, weights[synapse] + by);
    } else {
      eligibility[synapse] = (float) (eligible(synapse, step) + by);
      eligibleAt[synapse] = step;
    }
  }

  private void set(int synapse, double weight) {
    weights[synapse] = (float) rule.dependence().bounded(weight);
  }

  private double eligible(int synapse, long step) {
    double e = eligibility[synapse];
    return e == 0 ? 0 : e * Doubles.exp(eligibleShare * (step - eligibleAt[synapse]));
  }

  /// A reward for what is eligible.
  ///
  /// @param learning whether weights change; what was usual is learned in either case
  void reward(double amount, long step, boolean learning) {
    if (reward == null) {
      throw new IllegalArgumentException("learning must be by reward, was " + rule.name());
    }
    double eta = reward.eta() * (amount - baseline[0]);
    for (int k = 0; learning && k < weights.length; k++) {
      set(k, weights[k] + eta * eligible(k, step));
    }
    baseline[0] += reward.baselineShare() * (amount - baseline[0]);
  }

  /// Multiplies the weights by the factors of their targets.
  void scale(TargetScaling by, char[] targets) {
    for (int k = 0; k < weights.length; k++) {
      set(k, weights[k] * by.of(targets[k]));
    }
  }

  void put(List<Column> columns) {
    columns.add(new Column(Column.Kind.SYNAPSE, "weight", weights));
  }

  void putEligibility(List<Column> columns) {
    if (reward != null) {
      columns.add(new Column(Column.Kind.SYNAPSE, "eligibility", eligibility));
      columns.add(new Column(Column.Kind.SYNAPSE, "eligible-at", eligibleAt));
      columns.add(new Column(Column.Kind.SHARED, "baseline", baseline));
    }
  }
}
