// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// The change that a pair of spikes makes, by its distance `d = t_post - t_pre`:
///
///     d > 0:   atPost exp(-d / preTau)       at the postsynaptic spike
///     d < 0:   atPre exp(d / postTau)        at the presynaptic spike
///     d = 0:   0
///
/// Both amplitudes carry their sign. Four windows are usual:
///
/// | window | atPost | atPre |
/// | --- | --- | --- |
/// | Hebbian [1] | A+ | -A- |
/// | anti-Hebbian | -A+ | A- |
/// | symmetric | A | A |
/// | of a triplet rule [6] | A3+ | -A3- |
///
/// References: [1], [6] in the package.
///
/// @param atPost amplitude at a postsynaptic spike, finite
/// @param atPre amplitude at a presynaptic spike, finite
/// @param preTauMs time constant of the trace of presynaptic spikes in ms, finite and above 0
/// @param postTauMs time constant of the trace of postsynaptic spikes in ms, finite and above 0
@FromPaper(value = "hebbian-rules", at = "spec 14")
public record PairWindow(double atPost, double atPre, double preTauMs, double postTauMs) {
  /// Checks all four.
  public PairWindow {
    requireFinite("atPost", atPost);
    requireFinite("atPre", atPre);
    requirePositive("preTauMs", preTauMs);
    requirePositive("postTauMs", postTauMs);
  }

  /// Pre before post strengthens, post before pre weakens.
  ///
  /// @param strength A+, 0 or more
  /// @param ratio A- / A+, 0 or more; usual 1.05
  /// @param tauMs of both sides in ms; usual 20
  public static PairWindow hebbian(double strength, double ratio, double tauMs) {
    requireNotNegative("strength", strength);
    requireNotNegative("ratio", ratio);
    return new PairWindow(strength, -strength * ratio, tauMs, tauMs);
  }

  /// The window of Song, Miller and Abbott [1]: A+ = .005 of the largest weight, A- / A+ = 1.05, 20
  /// ms.
  ///
  /// @param largestWeight finite, 0 or more
  public static PairWindow songMillerAbbott(double largestWeight) {
    return hebbian(0.005 * largestWeight, 1.05, 20);
  }

  /// Any order strengthens by the same.
  ///
  /// @param strength A, 0 or more
  /// @param tauMs of both sides in ms
  public static PairWindow symmetric(double strength, double tauMs) {
    requireNotNegative("strength", strength);
    return new PairWindow(strength, strength, tauMs, tauMs);
  }

  /// The same with both signs turned: anti-Hebbian of Hebbian.
  public PairWindow turned() {
    return new PairWindow(-atPost, -atPre, preTauMs, postTauMs);
  }

  /// The change of a pair at a distance.
  ///
  /// @param deltaMs `t_post - t_pre` in ms
  public double change(double deltaMs) {
    if (deltaMs > 0) {
      return atPost * Doubles.exp(-deltaMs / preTauMs);
    }
    return deltaMs < 0 ? atPre * Doubles.exp(deltaMs / postTauMs) : 0;
  }

  /// The area under the window, `atPost preTau + atPre postTau`: below 0, uncorrelated spikes
  /// weaken.
  public double area() {
    return atPost * preTauMs + atPre * postTauMs;
  }

  static double requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, was " + value);
    }
    return value;
  }

  static double requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
    }
    return value;
  }

  static double requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and 0 or more, was " + value);
    }
    return value;
  }
}
