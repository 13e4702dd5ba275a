// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

/// Source i to target i, in populations of one size.
public record OneToOne() implements Connectivity {
  @Override
  public void requireFits(int sources, int targets, boolean same) {
    if (sources != targets) {
      throw new IllegalArgumentException(
          "targets of one-to-one must be as many as the %d sources, was %d"
              .formatted(sources, targets));
    }
  }

  @Override
  public double expectedCount(int sources, int targets, boolean same) {
    return targets;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }
}
