// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

/// Every source sends to `count` targets, drawn uniformly.
///
/// @param count how many, at least 0
/// @param allowed which draws are kept
public record FixedOutDegree(int count, Allowed allowed) implements Connectivity {
  /// Checks.
  public FixedOutDegree {
    Allowed.requireCount(count);
  }

  /// With autapses and multapses.
  public FixedOutDegree(int count) {
    this(count, Allowed.EVERYTHING);
  }

  @Override
  public void requireFits(int sources, int targets, boolean same) {
    allowed.requireEnough(count, targets, same);
  }

  @Override
  public double expectedCount(int sources, int targets, boolean same) {
    return (double) count * sources;
  }
}
