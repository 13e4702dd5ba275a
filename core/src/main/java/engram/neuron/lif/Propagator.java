// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.kernel.Doubles;

/// Exact solutions of linear membranes over one step h, the coefficients that NEST calls
/// propagators [1]. With a = 1 / tau of the membrane and b = 1 / tau_s of the synapse:
///
///     leaked  = 1 - e^(-a h)                                   the share of (rest - v) gained
///     current = (1 - e^(-a h)) / (a C)                         of a constant current
///     exponential = integral of e^(-a (h - s)) e^(-b s) ds / C of a current I e^(-b s)
///     alpha       = integral of e^(-a (h - s)) s e^(-b s) ds / C
///
/// Written with `x = (a - b) h`, so that tau = tau_s is no special case:
/// `exponential = (h / C) e^(-a h) phi1(x)` and `alpha = (h^2 / C) e^(-a h) phi2(x)` with phi1(x) =
/// (e^x - 1) / x and phi2(x) = (x e^x - e^x + 1) / x^2, from their series where x is small.
record Propagator(double h, Membrane membrane) {
  private static final double SMALL = 0.5;
  private static final int TERMS = 18;

  /// 1 - e^(-h / tau), without cancellation.
  static double leaked(double h, double tau) {
    double x = -h / tau;
    return -x * phi1(x);
  }

  /// e^(-h / tau).
  static double kept(double h, double tau) {
    return Doubles.exp(-h / tau);
  }

  double leaked() {
    return leaked(h, membrane.tauMs());
  }

  double current() {
    return leaked() * membrane.resistanceMvPerPa();
  }

  double exponential(double tauSynapse) {
    return h / membrane.capacitancePf() * kept(h, membrane.tauMs()) * phi1(x(tauSynapse));
  }

  double alpha(double tauSynapse) {
    return h * h / membrane.capacitancePf() * kept(h, membrane.tauMs()) * phi2(x(tauSynapse));
  }

  private double x(double tauSynapse) {
    return h / membrane.tauMs() - h / tauSynapse;
  }

  /// (e^x - 1) / x = sum over k of x^k / (k + 1)!
  private static double phi1(double x) {
    if (Math.abs(x) > SMALL) {
      return (Doubles.exp(x) - 1) / x;
    }
    double sum = 0;
    for (int k = TERMS; k >= 1; k--) {
      sum = (1 + sum) * x / (k + 1);
    }
    return 1 + sum;
  }

  /// (x e^x - e^x + 1) / x^2 = sum over k of x^k / (k! (k + 2))
  private static double phi2(double x) {
    if (Math.abs(x) > SMALL) {
      double e = Doubles.exp(x);
      return (x * e - e + 1) / (x * x);
    }
    double sum = 0;
    double power = 1;
    for (int k = 0; k < TERMS; k++) {
      sum += power / (k + 2);
      power *= x / (k + 1);
    }
    return sum;
  }
}
