// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

/// How gradients are kept from being too large [4].
///
/// References: see the package.
public sealed interface Clipping {
  /// As they are.
  record None() implements Clipping {}

  /// All gradients together are scaled so that their common Euclidean norm is at most this.
  ///
  /// @param most above 0
  record ByNorm(double most) implements Clipping {
    /// Checks the bound.
    public ByNorm {
      requireBound(most);
    }
  }

  /// Each number is brought into [-most, most].
  ///
  /// @param most above 0
  record ByValue(double most) implements Clipping {
    /// Checks the bound.
    public ByValue {
      requireBound(most);
    }
  }

  private static void requireBound(double most) {
    if (!(most > 0)) {
      throw new IllegalArgumentException("most must be above 0, was " + most);
    }
  }
}
