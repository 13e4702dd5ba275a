// SPDX-License-Identifier: Apache-2.0
package engram.plasticity;

import engram.plasticity.rate.DataScale;
import engram.source.FromPaper;
import java.util.OptionalDouble;

/// The covariance rule: Hebb about running means, on both sides or one.
///
///     BOTH:  dw_ij = (y_i - m_i)(x_j - k_j)
///     PRE:   dw_ij = y_i (x_j - k_j)
///     POST:  dw_ij = (y_i - m_i) x_j
///     m <- m + a (<y> - m),  k <- k + a (<x> - k)      after each batch
///
/// It does not see the mean direction, and is as unstable as Hebb. With means that stand still
/// (a = 0) at the activity f of sparse 0/1 patterns it stores them [12]. `POST` with only the
/// largest changes applied (`engram.plasticity.constrain.LargestShare`) is our form of HebbNet.
///
/// References: [1], [12] in the package.
///
/// @param side which side is taken about its mean
/// @param rate a, in [0, 1]; usual .01
@FromPaper(value = "hebbian-rules", at = "spec 2, spec 13")
public record Covariance(Side side, double rate) implements PlasticityRule {
  /// Which side is taken about its mean.
  public enum Side {
    /// Input and activity.
    BOTH,
    /// The input.
    PRE,
    /// The activity.
    POST
  }

  /// Checks the rate.
  public Covariance {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate must be in [0, 1], was " + rate);
    }
  }

  @Override
  public String name() {
    return "covariance";
  }

  @Override
  public void add(Sample s, double[][] change) {
    for (int i = 0; i < s.units(); i++) {
      double y = s.y()[i] - (side == Side.PRE ? 0 : s.traces().unit()[i]);
      for (int j = 0; j < s.inputs(); j++) {
        double x = s.x()[j] - (side == Side.POST ? 0 : s.traces().input()[j]);
        change[i][j] += y * x;
      }
    }
  }

  @Override
  public Traces follow(Traces before, double[] meanX, double[] meanY, double[] meanSquareY) {
    Traces after = Traces.zero(meanY.length, meanX.length);
    for (int i = 0; i < meanY.length; i++) {
      after.unit()[i] = Traces.moved(before.unit()[i], rate, meanY[i]);
    }
    for (int j = 0; j < meanX.length; j++) {
      after.input()[j] = Traces.moved(before.input()[j], rate, meanX[j]);
    }
    return after;
  }

  /// 0: it diverges at every rate, as Hebb does.
  @Override
  public OptionalDouble largestRate(DataScale data) {
    return OptionalDouble.of(0);
  }
}
