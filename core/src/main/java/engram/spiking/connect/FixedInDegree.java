// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

/// Every target receives from `count` sources, drawn uniformly.
///
/// @param count how many, at least 0
/// @param allowed which draws are kept
public record FixedInDegree(int count, Allowed allowed) implements Connectivity {
  /// Checks.
  public FixedInDegree {
    Allowed.requireCount(count);
  }

  /// With autapses and multapses.
  public FixedInDegree(int count) {
    this(count, Allowed.EVERYTHING);
  }

  @Override
  public void requireFits(int sources, int targets, boolean same) {
    allowed.requireEnough(count, sources, same);
  }

  @Override
  public double expectedCount(int sources, int targets, boolean same) {
    return (double) count * targets;
  }
}
