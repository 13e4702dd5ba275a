// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.homeostasis;

import engram.source.FromPaper;

/// Multiplicative scaling [1]: `dw = eta w (r* - <r>)`, the same factor for all synapses of a unit,
/// so that the ratios of its weights stay exactly.
///
/// References: [1] in the package.
///
/// @param target r*, the rate to be held
/// @param eta rate, finite, 0 or more
@FromPaper(value = "hebbian-rules", at = "spec 16")
public record SynapticScaling(double target, double eta) {
  /// Checks both.
  public SynapticScaling {
    if (!Double.isFinite(target)) {
      throw new IllegalArgumentException("target must be finite, was " + target);
    }
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be finite and 0 or more, was " + eta);
    }
  }

  /// The factor for the weights of a unit of this mean rate, 0 or more: a step never turns a sign.
  public double factor(double meanRate) {
    return Math.max(0, 1 + eta * (target - meanRate));
  }
}
