// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool.rival;

import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.Pairing;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.pool.SynapseMask;
import engram.spiking.replay.DiscreteLif;
import engram.spiking.replay.RecurrentWeights;

/// A rival that knows no error: spike-timing-dependent plasticity under a teacher's current. The
/// current makes each neuron of a [DiscreteLif] fire where the target does,
///
///     v_i <- max(-1, lambda v_i + sum_j W_ij s_j(t-1) + x_i e_i(t) + c_i(t))
///     c_i(t) = excite where sigma_i(t) = 1, -suppress elsewhere
///
/// while every synapse changes by the rule at the spikes that come of it. Then the net runs freely,
/// without the current. With both currents large the net fires as the target does, whatever its
/// weights; the rule then learns what the target's spikes say of each other.
///
/// The rule acts on all weights alike, whatever their sign, as pool modification does. Spikes of one
/// step are no pair, as in `engram.plasticity.spike`; each pass begins without traces.
///
/// References: [2] in the package.
///
/// @param rule with all-to-all or nearest pairing, and a range that may hold weights below 0
/// @param current of the teacher
/// @param budget epochs, and how they are judged
@FromPaper(value = "pspm", at = "spec: rivals")
public record TaughtStdp(PairStdp rule, Current current, Budget budget) {
  /// The teacher's current, as what it adds to a potential in a step.
  ///
  /// @param excite where the target fires, 0 or more and finite; 3 makes any neuron of a weak net
  ///   fire
  /// @param suppress taken away where the target is silent, 0 or more and finite
  public record Current(double excite, double suppress) {
    /// Checks both.
    public Current {
      requireSize("excite", excite);
      requireSize("suppress", suppress);
    }

    private static void requireSize(String name, double value) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(name + " must be 0 or more and finite, was " + value);
      }
    }
  }

  /// Checks the pairing.
  public TaughtStdp {
    if (rule.pairing() != Pairing.ALL_TO_ALL && rule.pairing() != Pairing.NEAREST) {
      throw new IllegalArgumentException(
          "pairing must be ALL_TO_ALL or NEAREST, was " + rule.pairing());
    }
  }

  /// Trains.
  ///
  /// @param first weights to begin at, which stay as they are; brought into the rule's range
  /// @param mask which synapses exist
  public FreeFit fit(
      DiscreteLif net,
      RecurrentWeights first,
      SynapseMask mask,
      SpikeRaster input,
      SpikeRaster target) {
    FreeRuns runs = new FreeRuns(net, first, mask, input, target, budget.tolerance());
    double[] weights = first.bySource();
    for (int k = 0; k < weights.length; k++) {
      weights[k] =
          mask.has(k % net.neurons(), k / net.neurons())
              ? rule.dependence().bounded(weights[k])
              : 0;
    }
    TaughtPass pass = new TaughtPass(this, net, mask, input, target);
    for (int epoch = 0; epoch < budget.epochs(); epoch++) {
      runs.judge(weights, net.replay(RecurrentWeights.bySource(net.neurons(), weights), input));
      runs.note(runs.f1(pass.run(weights)));
    }
    return runs.fit(weights);
  }
}
