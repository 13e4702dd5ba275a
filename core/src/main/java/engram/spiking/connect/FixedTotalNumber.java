// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

/// `count` synapses in all, each between a source and a target drawn uniformly and independently,
/// so that a pair may be joined more than once.
///
/// In-degrees are drawn first, from the multinomial distribution that such synapses have; then each
/// target draws its sources.
///
/// @param count how many, at least 0
public record FixedTotalNumber(long count) implements Connectivity {
  /// Checks.
  public FixedTotalNumber {
    if (count < 0) {
      throw new IllegalArgumentException("count must be 0 or more, was " + count);
    }
  }

  @Override
  public void requireFits(int sources, int targets, boolean same) {}

  @Override
  public double expectedCount(int sources, int targets, boolean same) {
    return count;
  }
}
