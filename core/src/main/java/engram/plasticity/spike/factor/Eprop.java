// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike.factor;

import engram.kernel.Doubles;
import engram.source.FromPaper;

/// Eligibility propagation for leaky integrate-and-fire neurons, with or without an adaptive
/// threshold [3]: the gradient of a loss with respect to a weight, without a way back in time. With
/// z_i the spikes that arrive in a step and z those of the neuron:
///
///     v = alpha v' + sum_i w_i z_i - v_th z'        A = v_th + beta a,  a = rho a' + z'
///     z = 1 where v >= A                            psi = (gamma / v_th) max(0, 1 - |v - A| / v_th)
///     zbar_i = alpha zbar_i' + z_i                  e_i = psi (zbar_i - beta eps_i)
///     eps_i (next) = psi zbar_i + (rho - psi beta) eps_i
///     ebar_i = kappa ebar_i' + e_i
///     dw_i = -eta sum over steps of L ebar_i,       L = sum_k B_k (y_k - y*_k)
///
/// A prime means the step before; kappa is the decay of the readouts, `y_k = kappa y_k' + sum_j B_kj
/// z_j`. For a feed-forward layer and a loss `sum (y_k - y*_k)² / 2` over readouts and steps, the
/// change is exactly minus eta times the gradient of backpropagation through time, where the jump of
/// the reset has no derivative and a spike has the derivative psi. With recurrent weights what a
/// spike does through other neurons is missing.
///
/// | symbol | meaning | unit | default |
/// | --- | --- | --- | --- |
/// | v, v_th | membrane and its threshold; resets take v_th away | that of weights | |
/// | alpha | `exp(-dt / membraneTau)` | 1 | |
/// | beta, rho | strength of adaptation, `exp(-dt / adaptationTau)` | that of weights, 1 | |
/// | gamma | size of the surrogate derivative | 1 | .3 |
///
/// References: [3] in the package.
///
/// @param membrane leak and threshold
/// @param adaptation of the threshold
/// @param gamma finite, 0 or more
/// @param readoutDecay kappa, in [0, 1)
@FromPaper(value = "hebbian-rules", at = "spec 15")
public record Eprop(Membrane membrane, Adaptation adaptation, double gamma, double readoutDecay) {
  /// Checks gamma and kappa.
  public Eprop {
    if (!(gamma >= 0 && gamma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gamma must be finite and 0 or more, was " + gamma);
    }
    if (!(readoutDecay >= 0 && readoutDecay < 1)) {
      throw new IllegalArgumentException("readoutDecay must be in [0, 1), was " + readoutDecay);
    }
  }

  /// A plain leaky neuron with gamma .3 and readouts without memory.
  ///
  /// @param tauMs of the membrane in ms
  /// @param dtMs step in ms
  /// @param threshold v_th
  public static Eprop leaky(double tauMs, double dtMs, double threshold) {
    return new Eprop(Membrane.of(tauMs, dtMs, threshold), new Adaptation(0, 0), 0.3, 0);
  }

  /// psi, the derivative that a spike is given.
  ///
  /// @param distance `v - A`, how far the membrane is above its threshold
  public double surrogate(double distance) {
    double threshold = membrane.threshold();
    return gamma / threshold * Math.max(0, 1 - Math.abs(distance) / threshold);
  }

  /// Leak and threshold.
  ///
  /// @param decay alpha, in [0, 1)
  /// @param threshold v_th, finite and above 0
  public record Membrane(double decay, double threshold) {
    /// Checks both.
    public Membrane {
      requireDecay("decay", decay);
      requirePositive("threshold", threshold);
    }

    /// By time constant and step, both in ms.
    public static Membrane of(double tauMs, double dtMs, double threshold) {
      return new Membrane(decayOf(tauMs, dtMs), threshold);
    }
  }

  /// How spikes raise the threshold.
  ///
  /// @param decay rho, in [0, 1)
  /// @param strength beta, finite, 0 or more; 0 for none
  public record Adaptation(double decay, double strength) {
    /// Checks both.
    public Adaptation {
      requireDecay("decay", decay);
      if (!(strength >= 0 && strength < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "strength must be finite and 0 or more, was " + strength);
      }
    }

    /// By time constant and step, both in ms.
    public static Adaptation of(double tauMs, double dtMs, double strength) {
      return new Adaptation(decayOf(tauMs, dtMs), strength);
    }
  }

  private static double decayOf(double tauMs, double dtMs) {
    requirePositive("tauMs", tauMs);
    requirePositive("dtMs", dtMs);
    return Doubles.exp(-dtMs / tauMs);
  }

  private static void requireDecay(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), was " + value);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
    }
  }
}
