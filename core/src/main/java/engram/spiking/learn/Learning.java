// SPDX-License-Identifier: Apache-2.0
package engram.spiking.learn;

import engram.plasticity.homeostasis.SpikeRateScaling;
import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.Pairing;
import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.factor.RewardModulation;

/// Whether and how the synapses of a projection change.
///
/// The delay of a synapse that learns lies on its dendritic side: a postsynaptic spike reaches the
/// synapse the delay after it was fired, a presynaptic one at once, and its effect reaches the
/// neuron the delay later [1]. A presynaptic spike is delivered with the weight that it leaves
/// behind. Spikes that meet at a synapse are no pair, as everywhere in `engram.plasticity.spike`.
///
/// Weights are stored in single precision; traces and changes are computed in double.
public sealed interface Learning {
  /// Weights that stay.
  static Learning none() {
    return new None();
  }

  /// Weights that change at each spike by a rule.
  static Learning by(SpikeRule rule) {
    return new Stdp(rule, Execution.LAZY);
  }

  /// Weights that stay.
  record None() implements Learning {}

  /// Weights that change at spikes by a rule.
  ///
  /// @param rule with all-to-all or nearest pairing, so that traces belong to neurons
  /// @param execution when the changes are made
  record Stdp(SpikeRule rule, Execution execution) implements Learning {
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
  record Rewarded(RewardModulation modulation, Execution execution) implements Learning {
    /// Checks.
    public Rewarded {
      requireTracesOfNeurons(modulation.rule());
    }
  }

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

  private static void requireTracesOfNeurons(SpikeRule rule) {
    if (rule instanceof PairStdp pair
        && pair.pairing() != Pairing.ALL_TO_ALL
        && pair.pairing() != Pairing.NEAREST) {
      throw new IllegalArgumentException(
          "pairing must be ALL_TO_ALL or NEAREST in a network, was " + pair.pairing());
    }
  }
}
