// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.kernel.Doubles;
import engram.math.Integral;
import engram.math.Normal;
import engram.neuron.internal.Require;

/// The rate of a leaky integrate-and-fire neuron whose potential is driven by white noise, the
/// mean field of networks in which neurons fire irregularly and independently [5].
///
/// With `tau v' = -v + mu + sigma sqrt(tau) xi(t)`,
///
///     1 / rate = refractory time + tau sqrt(pi) integral of e^(x^2) (1 + erf x) dx
///     from (reset - mu) / sigma to (threshold - mu) / sigma
///
/// Many small jumps J of Poisson spikes at rates r have `mu = tau sum J r` and `sigma^2 = tau sum J^2
/// r`; the standard deviation of the free potential is sigma / sqrt(2).
///
/// References: see the package, [5].
public final class SiegertRate {
  private static final double ROOT_PI = 0x1.c5bf891b4ef6bp0;

  /// Beyond it the rate is below 1e-250 Hz.
  private static final double FAR = 25;

  /// Below it the integrand is its asymptote to 1e-6 of itself, and no longer a number otherwise.
  private static final double DEEP = -20;

  private static final double TOLERANCE = 1e-10;
  private static final int MOST_EVALUATIONS = 100_000;

  private SiegertRate() {}

  /// The rate in Hz.
  ///
  /// @param tauMs of the membrane, above 0
  /// @param firing threshold, reset and refractory time
  /// @param muMv mean input, in mV
  /// @param sigmaMv noise, in mV, above 0
  public static double hz(double tauMs, Firing firing, double muMv, double sigmaMv) {
    Require.above("tauMs", tauMs, 0);
    Require.finite("muMv", muMv);
    Require.above("sigmaMv", sigmaMv, 0);
    double low = (firing.resetMv() - muMv) / sigmaMv;
    double high = (firing.thresholdMv() - muMv) / sigmaMv;
    if (high > FAR) {
      return 0;
    }
    double integral =
        Integral.adaptive(SiegertRate::integrand, low, high, TOLERANCE, MOST_EVALUATIONS).value();
    return 1000 / (firing.refractoryMs() + tauMs * ROOT_PI * integral);
  }

  private static double integrand(double x) {
    return x < DEEP ? (1 - 1 / (2 * x * x)) / (ROOT_PI * -x) : Doubles.exp(x * x) * Normal.erfc(-x);
  }
}
