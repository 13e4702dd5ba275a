// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.constrain;

/// Changes an update after a rule has summed it over a batch and before it is normalised: the seam
/// for sparsity, for signs and gains of single units or inputs, for masks.
@FunctionalInterface
public interface UpdateFilter {
  /// Changes it in place.
  ///
  /// @param change units x inputs, row by row
  void apply(float[] change, int units, int inputs);

  /// Leaves it.
  static UpdateFilter none() {
    return (_, _, _) -> {};
  }
}
