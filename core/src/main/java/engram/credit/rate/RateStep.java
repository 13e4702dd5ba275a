// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import engram.source.FromPaper;

/// How far one taken sample moves the rate.
@FromPaper(value = "homeostatic", at = "lrh.py")
public sealed interface RateStep {
  /// By a constant amount, as in the paper: `eta + sign d`.
  ///
  /// @param by d, above 0 and finite
  record Additive(double by) implements RateStep {
    /// Checks the amount.
    public Additive {
      if (!(by > 0 && by < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("by must be above 0 and finite, was " + by);
      }
    }

    @Override
    public double moved(double eta, int sign) {
      return switch (sign) {
        case 1 -> eta + by;
        case -1 -> eta - by;
        default -> eta;
      };
    }
  }

  /// By a share of itself, a variant of ours that cannot reach 0: `eta (1 + sign q)`.
  ///
  /// @param share q, inside (0, 1)
  record Multiplicative(double share) implements RateStep {
    /// Checks the share.
    public Multiplicative {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException("share must be inside (0, 1), was " + share);
      }
    }

    @Override
    public double moved(double eta, int sign) {
      return sign == 0 ? eta : eta * (1 + sign * share);
    }
  }

  /// The rate after an effect, before it is clipped.
  ///
  /// @param sign -1, 0 or 1
  double moved(double eta, int sign);
}
