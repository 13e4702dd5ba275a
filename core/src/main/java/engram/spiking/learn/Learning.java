// SPDX-License-Identifier: Apache-2.0
package engram.spiking.learn;

import engram.plasticity.homeostasis.SpikeRateScaling;
import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.SpikeTraces;
import engram.plasticity.spike.factor.RewardModulation;

/// Whether and how the synapses of a projection change.
///
/// The delay of a synapse that learns lies on its dendritic side: a postsynaptic spike reaches the
/// synapse the delay after it was fired, a presynaptic one at once, and its effect reaches the
/// neuron the delay later [1]. A presynaptic spike is delivered with the weight that it leaves
/// behind. Spikes that meet at a synapse are no pair, as everywhere in `engram.plasticity.spike`.
/// Synapses of a projection may have unlike delays.
///
/// Weights are stored in single precision; traces and changes are computed in double.
public sealed interface Learning {
  /// Weights that stay.
  static Learning none() {
    return new None();
  }

  /// Weights that change at each spike by a rule.
  static Stdp by(SpikeRule rule) {
    return new Stdp(rule, Execution.LAZY);
  }

  /// Weights that stay.
  record None() implements Learning {}

  /// Weights that change by a rule on spikes.
  sealed interface ByRule extends Learning permits Stdp, Rewarded {
    /// The rule, of the library or one's own.
    SpikeRule rule();

    /// When the changes are made.
    Execution execution();

    /// The same, and weights are scaled by the rate of their target as well.
    default RuleAndScaling scaled(SpikeRateScaling scaling, double everyMs) {
      return new RuleAndScaling(this, new Scaled(scaling, everyMs));
    }
  }

  /// Weights that change at spikes by a rule.
  ///
  /// @param rule whose traces belong to neurons: spikes of the other side leave them
  /// @param execution when the changes are made
  record Stdp(SpikeRule rule, Execution execution) implements ByRule {
    /// Checks.
    public Stdp {
      requireTracesOfNeurons(rule);
    }

    /// The same with changes made at spikes of both sides.
    public Stdp immediately() {
      return new Stdp(rule, Execution.IMMEDIATE);
    }
  }

  /// Weights that change when a reward comes, by what spikes have made eligible until then.
  ///
  /// @param modulation the rule that makes synapses eligible, and what a reward does
  /// @param execution when eligibilities are brought up to date
  record Rewarded(RewardModulation modulation, Execution execution) implements ByRule {
    /// Checks.
    public Rewarded {
      requireTracesOfNeurons(modulation.rule());
    }

    @Override
    public SpikeRule rule() {
      return modulation.rule();
    }
  }

  /// Weights that change by a rule on spikes and are scaled: whenever the factor of a target is
  /// applied, it multiplies the weights that the rule has left, which stay within its bounds.
  ///
  /// @param byRule the rule
  /// @param scaling the scaling
  record RuleAndScaling(ByRule byRule, Scaled scaling) implements Learning {}

  /// Weights of excitatory synapses that are scaled by the rate of their target, alone.
  ///
  /// @param scaling how rate moves them
  /// @param everyMs how often the factor that has gathered is applied, above 0
  record Scaled(SpikeRateScaling scaling, double everyMs) implements Learning {
    /// Checks.
    public Scaled {
      if (!(everyMs > 0 && everyMs < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("everyMs must be above 0 and finite, was " + everyMs);
      }
    }
  }

  /// Synapses that tire and recover with the spikes of their source, and keep their weights [2]. At a
  /// spike, a time t after the one before,
  ///
  ///     u = U + u (1 - U) e^(-t / tauF)      r = 1 + (r - r u' - 1) e^(-t / tauD)
  ///
  /// with u' the u of the spike before, and the spike is delivered with weight `w u r`. Before the
  /// first spike u is 0 and r is 1.
  ///
  /// @param use U, in (0, 1]
  /// @param recoveryMs tauD, above 0
  /// @param facilitationMs tauF, 0 or more
  record ShortTerm(double use, double recoveryMs, double facilitationMs) implements Learning {
    /// Checks.
    public ShortTerm {
      if (!(use > 0 && use <= 1)) {
        throw new IllegalArgumentException("use must be in (0, 1], was " + use);
      }
      if (!(recoveryMs > 0 && recoveryMs < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "recoveryMs must be above 0 and finite, was " + recoveryMs);
      }
      if (!(facilitationMs >= 0 && facilitationMs < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "facilitationMs must be 0 or more and finite, was " + facilitationMs);
      }
    }
  }

  /// When changes are made; the weights are the same, to the last bit.
  enum Execution {
    /// At presynaptic spikes, which catch up with the history of postsynaptic ones, and whenever
    /// weights are read. Needs no index by target.
    LAZY,
    /// At the spikes of both sides. Takes 8 bytes more a synapse; for few presynaptic spikes.
    IMMEDIATE
  }

  /// Asks the rule what spikes do to traces: each neuron keeps its own, for all its synapses.
  private static void requireTracesOfNeurons(SpikeRule rule) {
    SpikeTraces some = rule.decayed(rule.after(SpikeTraces.none(), true, true), 5);
    SpikeTraces pre = rule.after(some, true, false);
    SpikeTraces post = rule.after(some, false, true);
    SpikeTraces both = rule.after(some, true, true);
    boolean own =
        pre.post() == some.post()
            && pre.slowPost() == some.slowPost()
            && post.pre() == some.pre()
            && post.slowPre() == some.slowPre()
            && both.equals(new SpikeTraces(pre.pre(), post.post(), pre.slowPre(), post.slowPost()));
    if (!own) {
      throw new IllegalArgumentException(
          "rule must leave the traces of a side to the spikes of that side in a network, was "
              + rule);
    }
  }
}
