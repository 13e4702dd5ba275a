// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

/// Every source to every target. Values of its own for each synapse are given row by row: target 0
/// from all sources, then target 1.
///
/// @param autapses whether a neuron may connect to itself
public record AllToAll(boolean autapses) implements Connectivity {
  @Override
  public void requireFits(int sources, int targets, boolean same) {}

  @Override
  public double expectedCount(int sources, int targets, boolean same) {
    return (double) sources * targets - (same && !autapses ? targets : 0);
  }

  @Override
  public boolean isOrdered() {
    return true;
  }
}
