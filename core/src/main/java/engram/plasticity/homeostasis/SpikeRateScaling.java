// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.homeostasis;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// Multiplicative scaling by a neuron's own spikes [1], exact between them:
///
///     dr/dt = -r / tau + 1/tau at each spike        dw/dt = eta w (r* - r)
///
/// r estimates the rate; all weights of the neuron share a factor, so that their ratios stay. Each
/// spike more than at the rate r* shrinks them by `exp(-eta)` in the long run.
///
/// References: [1] in the package.
///
/// @param targetHz r*, finite, 0 or more
/// @param tauMs of the estimate in ms, finite and above 0; seconds and more
/// @param eta relative change a spike, finite, 0 or more
@FromPaper(value = "hebbian-rules", at = "spec 16")
public record SpikeRateScaling(double targetHz, double tauMs, double eta) {
  /// Checks all three.
  public SpikeRateScaling {
    if (!(targetHz >= 0 && targetHz < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("targetHz must be finite and 0 or more, was " + targetHz);
    }
    if (!(tauMs > 0 && tauMs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("tauMs must be finite and above 0, was " + tauMs);
    }
    if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be finite and 0 or more, was " + eta);
    }
  }

  /// The factor of all weights after a time without spikes: `exp(eta (r* t - r tau (1 - exp(-t /
  /// tau))))`.
  ///
  /// @param rateHz the estimate at its beginning
  /// @param elapsedMs t in ms, 0 or more
  public double factor(double rateHz, double elapsedMs) {
    double spikes = rateHz / 1000 * tauMs * (1 - Doubles.exp(-elapsedMs / tauMs));
    return Doubles.exp(eta * (targetHz / 1000 * elapsedMs - spikes));
  }

  /// The estimate after a time without spikes.
  public double decayed(double rateHz, double elapsedMs) {
    return rateHz * Doubles.exp(-elapsedMs / tauMs);
  }

  /// The estimate after a spike, `r + 1/tau`.
  public double afterSpike(double rateHz) {
    return rateHz + 1000 / tauMs;
  }
}
