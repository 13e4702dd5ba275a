// SPDX-License-Identifier: Apache-2.0
package engram.spiking.connect;

import java.util.Arrays;

/// The pairs of a list, such as a connectome. Values of its own for each synapse are given in the
/// order of the list.
public final class ListedPairs implements Connectivity {
  private final int[] sources;
  private final int[] targets;

  private ListedPairs(int[] sources, int[] targets) {
    this.sources = sources;
    this.targets = targets;
  }

  /// Pair k joins `sources[k]` to `targets[k]`; a pair may stand more than once.
  public static ListedPairs of(int[] sources, int[] targets) {
    if (sources.length != targets.length) {
      throw new IllegalArgumentException(
          "targets must be as many as the %d sources, was %d"
              .formatted(sources.length, targets.length));
    }
    return new ListedPairs(sources.clone(), targets.clone());
  }

  /// How many pairs.
  public int size() {
    return sources.length;
  }

  /// The source of a pair.
  public int source(int pair) {
    return sources[pair];
  }

  /// The target of a pair.
  public int target(int pair) {
    return targets[pair];
  }

  @Override
  public void requireFits(int sourceCount, int targetCount, boolean same) {
    requireInside("source", sources, sourceCount);
    requireInside("target", targets, targetCount);
  }

  private static void requireInside(String what, int[] numbers, int count) {
    for (int number : numbers) {
      if (number < 0 || number >= count) {
        throw new IllegalArgumentException(
            "%s of a pair must be in [0, %d], was %d".formatted(what, count - 1, number));
      }
    }
  }

  @Override
  public double expectedCount(int sourceCount, int targetCount, boolean same) {
    return sources.length;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListedPairs that
        && Arrays.equals(sources, that.sources)
        && Arrays.equals(targets, that.targets);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sources) + Arrays.hashCode(targets);
  }

  @Override
  public String toString() {
    return "ListedPairs[%d, %08x]".formatted(sources.length, hashCode());
  }
}
