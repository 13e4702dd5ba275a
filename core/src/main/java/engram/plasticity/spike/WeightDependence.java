// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// How the size of a change depends on the weight, and where weights end. A change is
/// `potentiation(w) amount` for an amount above 0 and `depression(w) amount` below.
///
/// | form | potentiation | depression | range | unit of amplitudes |
/// | --- | --- | --- | --- | --- |
/// | [Additive] [1] | 1 | 1 | clipped to `[min, max]` | that of the weight |
/// | [SoftBound] [2], [3] | `((max - w) / (max - min))^mu` | `((w - min) / (max - min))^mu` | clipped | that of the weight |
/// | [PowerLaw] [4] | `w0 (w / w0)^mu` | `w` | 0 or more | 1 |
///
/// With [SoftBound], mu = 0 is additive and mu = 1 multiplicative: additive weights end at the
/// bounds, multiplicative ones gather between them. "A+ (max - w)" in other texts is an amplitude
/// `A+ (max - min)` here.
///
/// References: [1] to [4] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 14")
public sealed interface WeightDependence {
  /// The factor of a strengthening.
  double potentiation(double weight);

  /// The factor of a weakening.
  double depression(double weight);

  /// The weight, brought back into its range.
  double bounded(double weight);

  /// An amount times the factor for its sign.
  default double scaled(double weight, double amount) {
    return amount * (amount > 0 ? potentiation(weight) : depression(weight));
  }

  /// Changes that do not depend on the weight, with hard bounds.
  ///
  /// @param min least weight
  /// @param max largest weight, above min; either may be infinite
  record Additive(double min, double max) implements WeightDependence {
    /// Checks the bounds.
    public Additive {
      requireRange(min, max);
    }

    /// Without bounds.
    public static Additive unbounded() {
      return new Additive(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public double potentiation(double weight) {
      return 1;
    }

    @Override
    public double depression(double weight) {
      return 1;
    }

    @Override
    public double bounded(double weight) {
      return Math.clamp(weight, min, max);
    }
  }

  /// Changes that fade towards the bounds.
  ///
  /// @param min least weight, finite
  /// @param max largest weight, finite and above min
  /// @param mu exponent, in [0, 1]: 0 additive, 1 multiplicative
  record SoftBound(double min, double max, double mu) implements WeightDependence {
    /// Checks bounds and exponent.
    public SoftBound {
      PairWindow.requireFinite("min", min);
      PairWindow.requireFinite("max", max);
      requireRange(min, max);
      requireExponent(mu);
    }

    @Override
    public double potentiation(double weight) {
      return power((max - weight) / (max - min), mu);
    }

    @Override
    public double depression(double weight) {
      return power((weight - min) / (max - min), mu);
    }

    @Override
    public double bounded(double weight) {
      return Math.clamp(weight, min, max);
    }
  }

  /// Strengthening by a power of the weight, weakening in proportion to it.
  ///
  /// @param w0 reference weight, finite and above 0
  /// @param mu exponent, in [0, 1]; usual .4
  record PowerLaw(double w0, double mu) implements WeightDependence {
    /// Checks both.
    public PowerLaw {
      PairWindow.requirePositive("w0", w0);
      requireExponent(mu);
    }

    @Override
    public double potentiation(double weight) {
      return w0 * power(weight / w0, mu);
    }

    @Override
    public double depression(double weight) {
      return weight;
    }

    @Override
    public double bounded(double weight) {
      return Math.max(weight, 0);
    }
  }

  private static double power(double base, double mu) {
    if (mu == 0) {
      return 1;
    }
    if (mu == 1) {
      return Math.max(base, 0);
    }
    return base > 0 ? Doubles.exp(mu * Doubles.log(base)) : 0;
  }

  private static void requireRange(double min, double max) {
    if (!(min < max)) {
      throw new IllegalArgumentException("max must be above min, " + min + ", was " + max);
    }
  }

  private static void requireExponent(double mu) {
    if (!(mu >= 0 && mu <= 1)) {
      throw new IllegalArgumentException("mu must be in [0, 1], was " + mu);
    }
  }
}
