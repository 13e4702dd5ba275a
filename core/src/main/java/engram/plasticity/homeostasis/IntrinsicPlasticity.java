// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.homeostasis;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// Triesch's intrinsic plasticity [2]: gain and bias of a sigmoid unit `y = 1 / (1 + e^-(a u + b))`
/// move so that its activity becomes exponentially distributed with mean mu:
///
///     db = eta (1 - (2 + 1/mu) y + y²/mu)        da = eta / a + u db
///
/// the gradient of the Kullback-Leibler divergence from that distribution.
///
/// References: [2] in the package.
///
/// @param gain a, above 0
/// @param bias b
@FromPaper(value = "hebbian-rules", at = "spec 16")
public record IntrinsicPlasticity(double gain, double bias) {
  /// Checks the gain.
  public IntrinsicPlasticity {
    if (!(gain > 0 && gain < Double.POSITIVE_INFINITY) || !Double.isFinite(bias)) {
      throw new IllegalArgumentException(
          "gain must be finite and above 0 and bias finite, was " + gain + " and " + bias);
    }
  }

  /// The activity.
  public double activity(double u) {
    return Doubles.sigmoid(gain * u + bias);
  }

  /// Gain and bias after an input.
  ///
  /// @param u the input
  /// @param mu mean activity, in (0, 1)
  /// @param eta rate, finite, 0 or more
  public IntrinsicPlasticity step(double u, double mu, double eta) {
    if (!(mu > 0 && mu < 1)) {
      throw new IllegalArgumentException("mu must be in (0, 1), was " + mu);
    }
    double y = activity(u);
    double db = eta * (1 - (2 + 1 / mu) * y + y * y / mu);
    return new IntrinsicPlasticity(gain + eta / gain + u * db, bias + db);
  }
}
