// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

/// Every pair is connected with one probability, independently of all others.
///
/// Drawn by the distances from one connected source to the next, which are geometric: the cost is
/// that of the synapses, not of the pairs.
///
/// @param probability in [0, 1]
/// @param autapses whether a neuron may connect to itself
public record PairwiseBernoulli(double probability, boolean autapses) implements Connectivity {
  /// Checks.
  public PairwiseBernoulli {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
    }
  }

  /// With autapses.
  public PairwiseBernoulli(double probability) {
    this(probability, true);
  }

  @Override
  public void requireFits(int sources, int targets, boolean same) {}

  @Override
  public double expectedCount(int sources, int targets, boolean same) {
    return probability * ((double) sources * targets - (same && !autapses ? targets : 0));
  }
}
