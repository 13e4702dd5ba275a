// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.relax;

import engram.source.FromPaper;

/// The two settled states between which an [EquilibriumNet] learns. With `P = rho(s_l)
/// rho(s_{l-1})^T` of a layer in a state:
///
/// | contrast | dW, for a rate of 1 | what it descends |
/// | --- | --- | --- |
/// | [OneSided] [5] | `(P(beta) - P(0)) / beta` | the cost, with an error of order beta |
/// | [TwoSided] [6] | `(P(beta) - P(-beta)) / (2 beta)` | the cost, with an error of order beta² |
/// | [Clamped] [4] | `P(clamped) - P(0)` | `E(clamped) - E(0)`: contrastive Hebbian learning |
///
/// References: [4] to [6] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 19")
public sealed interface Contrast {
  /// Free against nudged.
  ///
  /// @param beta strength of the nudge, finite, not 0
  record OneSided(double beta) implements Contrast {
    /// Checks beta.
    public OneSided {
      if (!Double.isFinite(beta) || beta == 0) {
        throw new IllegalArgumentException("beta must be finite and not 0, was " + beta);
      }
    }
  }

  /// Nudged away against nudged towards.
  ///
  /// @param beta strength of the nudge, finite and above 0
  record TwoSided(double beta) implements Contrast {
    /// Checks beta.
    public TwoSided {
      if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("beta must be finite and above 0, was " + beta);
      }
    }
  }

  /// Free against a last layer that is the target.
  record Clamped() implements Contrast {}
}
