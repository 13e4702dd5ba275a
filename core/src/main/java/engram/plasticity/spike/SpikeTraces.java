// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

/// What a synapse remembers of past spikes: traces that a spike raises and time lets decay, each by
/// `exp(-elapsed / tau)`. Without unit; all 0 before the first spike.
///
/// @param pre r1, of presynaptic spikes
/// @param post o1, of postsynaptic spikes
/// @param slowPre r2, a second one, for triplets
/// @param slowPost o2, a second one, for triplets
public record SpikeTraces(double pre, double post, double slowPre, double slowPost) {
  /// No spike yet.
  public static SpikeTraces none() {
    return new SpikeTraces(0, 0, 0, 0);
  }

  /// Traces of pairs alone; the slow ones stay 0.
  static SpikeTraces ofPairs(double pre, double post) {
    return new SpikeTraces(pre, post, 0, 0);
  }
}
