// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

import engram.neuron.internal.Require;

/// Where a kernel works: a run of neighbouring neurons of a population.
///
/// @param dtMs length of a step, above 0
/// @param key of the draws of a stochastic neuron, the same for all sites of a population; draws
///   are keyed by (key, step, number in the population)
/// @param first number in its population of the neuron that has index 0 here
/// @param count how many neurons
public record Site(double dtMs, long key, int first, int count) {
  /// Checks.
  public Site {
    Require.above("dtMs", dtMs, 0);
    if (first < 0 || count < 0) {
      throw new IllegalArgumentException(
          "first and count must be 0 or more, was " + first + " and " + count);
    }
  }

  /// A site of a deterministic model.
  public static Site of(double dtMs, int count) {
    return new Site(dtMs, 0, 0, count);
  }
}
