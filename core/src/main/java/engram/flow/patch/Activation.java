// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import engram.source.FromPaper;

/// What a filter makes of its inner product `z` with a patch.
@FromPaper(value = "benign-oscillation", at = "spec: model")
public enum Activation {
  /// `max(z, 0)^2`: the paper's. A unit's growth is in proportion to itself.
  SQUARED_RELU {
    @Override
    public double value(double z) {
      return z > 0 ? z * z : 0;
    }

    @Override
    public double slope(double z) {
      return z > 0 ? 2 * z : 0;
    }
  },
  /// `max(z, 0)`: growth does not depend on the unit's size.
  RELU {
    @Override
    public double value(double z) {
      return z > 0 ? z : 0;
    }

    @Override
    public double slope(double z) {
      return z > 0 ? 1 : 0;
    }
  },
  /// `z^2`: both signs of z are active, so no unit can die.
  QUADRATIC {
    @Override
    public double value(double z) {
      return z * z;
    }

    @Override
    public double slope(double z) {
      return 2 * z;
    }
  };

  /// The activation at z.
  public abstract double value(double z);

  /// Its derivative at z; 0 at the kink of a ReLU.
  public abstract double slope(double z);
}
